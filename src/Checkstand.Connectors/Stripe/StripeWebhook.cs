using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Checkstand.Core;
using Checkstand.Core.Payments;

namespace Checkstand.Connectors.Stripe;

/// <summary>
/// Reads a notification of Stripe (public reference, "Verify webhook signatures manually"). It is a hint and nothing
/// more: the operation that it names is looked up at Stripe, and what else stands in it is not believed.
/// </summary>
public static class StripeWebhook
{
    /// <summary>Bytes of the largest notification that is read; Stripe's have some ten thousand.</summary>
    public const int BodyBytesMax = 256 * 1024;

    /// <summary>Characters of the longest signature header that is read; one signature takes some 100.</summary>
    public const int HeaderLengthMax = 4096;

    private const int SignatureBytes = HMACSHA256.HashSizeInBytes;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>How far a notification's time may be from ours, either way, by Stripe's advice: 300 seconds.</summary>
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromSeconds(300);

    /// <summary>Reads a notification. Never throws for what stands in it.</summary>
    /// <param name="body">The request's body as it arrived, byte for byte.</param>
    /// <param name="signature">The header <c>Stripe-Signature</c>; null when there is none.</param>
    /// <param name="secret">The signing secret of the account's webhook endpoint.</param>
    /// <param name="tolerance">How old, or how far ahead, its time may be.</param>
    /// <param name="now">The present time.</param>
    public static StripeNotification Read(
        ReadOnlySpan<byte> body,
        string? signature,
        Secret secret,
        TimeSpan tolerance,
        DateTimeOffset now
    )
    {
        if (body.Length > BodyBytesMax)
        {
            return new StripeNotification.Refused(StripeRefusal.TooLarge);
        }

        if (!TryReadHeader(signature, out var timestamp, out var seconds, out var signatures))
        {
            return new StripeNotification.Refused(StripeRefusal.NoSignature);
        }

        // The signature first: a stranger learns nothing about our clock.
        if (!IsSigned(body, timestamp, signatures, secret))
        {
            return new StripeNotification.Refused(StripeRefusal.WrongSignature);
        }

        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > (long)tolerance.TotalSeconds)
        {
            return new StripeNotification.Refused(StripeRefusal.OutOfTime);
        }

        var notified = StripeObject.Parse(body);
        return notified.Text("type") is { } type
            ? OfEvent(type, notified.Object("data").Object("object"))
            : new StripeNotification.Refused(StripeRefusal.Unreadable);
    }

    private static StripeNotification OfEvent(string type, StripeObject about)
    {
        var isUsed =
            type.StartsWith("payment_intent.", StringComparison.Ordinal)
            || type.StartsWith("refund.", StringComparison.Ordinal)
            || type == "charge.refund.updated";
        return isUsed && StripeMetadata.OperationOf(about) is { } operation
            ? new StripeNotification.Hint(operation)
            : new StripeNotification.Ignored();
    }

    // t=1700000000,v1=<hex>,v1=<hex>,v0=<hex>: one time, any number of signatures while a secret is being replaced.
    private static bool TryReadHeader(
        string? header,
        out string timestamp,
        out long seconds,
        out List<byte[]> signatures
    )
    {
        (timestamp, seconds, signatures) = ("", 0, []);
        if (header is null || header.Length > HeaderLengthMax)
        {
            return false;
        }

        var times = 0;
        foreach (var part in header.Split(','))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal))
            {
                timestamp = part[2..];
                times++;
            }
            else if (
                part.StartsWith("v1=", StringComparison.Ordinal)
                && part.Length == 3 + (2 * SignatureBytes)
                && !part.AsSpan(3).ContainsAnyExcept(HexDigits)
            )
            {
                signatures.Add(Convert.FromHexString(part.AsSpan(3)));
            }
        }

        return times == 1
            && signatures.Count > 0
            && timestamp.Length <= 12
            && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
    }

    private static bool IsSigned(ReadOnlySpan<byte> body, string timestamp, List<byte[]> signatures, Secret secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(secret.Reveal()));
        hmac.AppendData(Encoding.ASCII.GetBytes(timestamp));
        hmac.AppendData("."u8);
        hmac.AppendData(body);
        var expected = hmac.GetHashAndReset();
        var isSigned = false;
        foreach (var signature in signatures)
        {
            // No way out at the first match: the time taken says nothing.
            isSigned |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return isSigned;
    }
}

/// <summary>What a notification is to us. A closed set.</summary>
public abstract record StripeNotification
{
    private StripeNotification() { }

    /// <summary>It is not to be believed, or can't be read: answer 400.</summary>
    /// <param name="Why">The reason, for the log.</param>
    public sealed record Refused(StripeRefusal Why) : StripeNotification;

    /// <summary>Genuine, and about nothing of ours: answer 200, or Stripe sends it again.</summary>
    public sealed record Ignored : StripeNotification;

    /// <summary>Genuine, and about an operation whose state may have changed: look it up, answer 200.</summary>
    /// <param name="Operation">
    /// For a payment the operation that authorized it, for a refund the refund. Not yet known to be one that we stored.
    /// </param>
    public sealed record Hint(OperationId Operation) : StripeNotification;
}

/// <summary>Why a notification is refused.</summary>
public enum StripeRefusal
{
    /// <summary>More than <see cref="StripeWebhook.BodyBytesMax"/> bytes.</summary>
    TooLarge,

    /// <summary>No header, or none of the known form.</summary>
    NoSignature,

    /// <summary>No signature fits: another secret, or another body.</summary>
    WrongSignature,

    /// <summary>Too old, or from the future: perhaps one that was recorded and is sent again.</summary>
    OutOfTime,

    /// <summary>Signed, and no event of Stripe's form.</summary>
    Unreadable,
}
