using System.Globalization;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Sessions;

/// <summary>Between the wire's session and the core's (contract sections 2.1 and 2.2).</summary>
internal static class SessionBody
{
    private static readonly int ExpiresInIndex = SessionShapes.Update.IndexOf("expires_in");

    private static readonly JsonEncodedText[] EchoedNames =
    [
        .. Enumerable
            .Range(0, SessionShapes.EchoedCount)
            .Select(i => JsonEncodedText.Encode(SessionShapes.NameOf((SessionField)i))),
    ];

    /// <summary>What a create or update body says; a missing body says nothing.</summary>
    public static SessionPatch ReadPatch(CheckedObject? body)
    {
        if (body is null)
        {
            return SessionPatch.Silent;
        }

        var slots = new JsonText[SessionContent.FieldCount];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = new JsonText(body[i]);
        }

        return new SessionPatch(SessionContent.Of(slots), ReadLife(body[ExpiresInIndex].Span));
    }

    /// <summary>Writes a session as an answer shows it. Every field is there, null when nothing was said.</summary>
    public static void Write(Utf8JsonWriter writer, CheckoutSession session)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "checkout-session"u8);
        writer.WriteString("id"u8, session.Id.Value);
        for (var i = 0; i < EchoedNames.Length; i++)
        {
            writer.WritePropertyName(EchoedNames[i]);
            writer.WriteCarried(session.Content[(SessionField)i]);
        }

        writer.WritePropertyName("expires_at"u8);
        writer.WriteInstantValue(session.ExpiresAt);
        writer.WritePropertyName("payment_method"u8);
        WritePaymentMethod(writer, session.PaymentMethod);
        writer.WriteEndObject();
    }

    private static TimeSpan? ReadLife(ReadOnlySpan<byte> seconds)
    {
        if (seconds.IsEmpty)
        {
            return null;
        }

        return TimeSpan.FromMilliseconds(Math.Floor(double.Parse(seconds, CultureInfo.InvariantCulture) * 1000));
    }

    private static void WritePaymentMethod(Utf8JsonWriter writer, SessionPaymentMethod? method)
    {
        if (method is null)
        {
            writer.WriteNullValue();
            return;
        }

        // "card" also for Click to Pay: the vendor's SDKs refuse to read any other word here (contract section 5).
        var (id, card) = method switch
        {
            SessionPaymentMethod.Card typed => ((Guid?)null, typed.Display),
            SessionPaymentMethod.Stored stored => (stored.Id, stored.Display),
            SessionPaymentMethod.ClickToPay => (null, null),
            _ => throw new System.Diagnostics.UnreachableException($"No form is defined for {method.GetType().Name}."),
        };
        writer.WriteStartObject();
        writer.WriteString("type"u8, "payment-method"u8);
        if (id is { } known)
        {
            writer.WriteString("id"u8, known);
        }
        else
        {
            writer.WriteNull("id"u8);
        }

        writer.WritePropertyName("details"u8);
        WriteDetails(writer, card);
        writer.WriteString("label"u8, card?.LastFour);
        writer.WriteString("method"u8, "card"u8);
        writer.WriteString("scheme"u8, card is null ? null : Enums.SchemeName(card.Scheme));
        writer.WriteString("fingerprint"u8, card?.Fingerprint);
        writer.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter writer, CardDisplay? card)
    {
        if (card is null)
        {
            writer.WriteNullValue();
            return;
        }

        // Country, type and issuer are facts of issuers' tables, which are not public; the first six digits are.
        writer.WriteStartObject();
        writer.WriteString("bin"u8, card.Bin);
        writer.WriteNull("card_country"u8);
        writer.WriteNull("card_type"u8);
        writer.WriteNull("card_issuer_name"u8);
        writer.WriteEndObject();
    }
}
