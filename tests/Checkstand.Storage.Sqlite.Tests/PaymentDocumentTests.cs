using System.Text;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Vault;
using Checkstand.Storage.Contract;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>The stored form outlives the program that wrote it: whatever is written is read back, and its names stay.</summary>
public sealed class PaymentDocumentTests
{
    private static readonly Gen<string?> Text = Gen.OneOf(
        Gen.Constant<string?>(null),
        Gen.Elements<string?>("", "\0", "\"\\/\b\f\n\r\t", "<script>'&", "💔\u2028", "null", "  "),
        Gen.Choose(0, 0x10FFFF)
            .Where(Rune.IsValid)
            .ArrayOf()
            .Select(runes => (string?)string.Concat(runes.Select(rune => new Rune(rune).ToString())))
    );

    private static readonly Gen<string> Spoken = Text.Select(text => text ?? "");

    private static readonly Gen<Guid> Id =
        from a in Gen.Choose(int.MinValue, int.MaxValue)
        from b in Gen.Choose(short.MinValue, short.MaxValue)
        select new Guid(a, (short)b, 0x7000, [0x80, 0, 0, 0, 0, 0, (byte)a, (byte)b]);

    private static readonly Gen<Guid?> MaybeId = Gen.OneOf(Gen.Constant<Guid?>(null), Id.Select(id => (Guid?)id));

    private static readonly Gen<DateTimeOffset> Instant = Gen.Choose(int.MinValue, int.MaxValue)
        .Select(number => DateTimeOffset.FromUnixTimeMilliseconds(number * 997L));

    private static readonly Gen<long> Amount = Gen.OneOf(
        Gen.Elements(0, 1, 99_999_999, long.MaxValue),
        Gen.Choose(0, int.MaxValue).Select(amount => (long)amount)
    );

    private static readonly Gen<JsonText> Said = Gen.Elements(
            null,
            "null",
            "{}",
            "[]",
            "0",
            "\"\\ud83d\\ude00 💔\"",
            """{ "a" : [ 1.0e+2, -0, {"b":null} ] , "said":"order" }""",
            new string('[', 60) + new string(']', 60)
        )
        .Select(json => json is null ? default : new JsonText(Encoding.UTF8.GetBytes(json)));

    private static readonly Gen<StoreWish?> Wish = Gen.OneOf(
        Gen.Constant<StoreWish?>(null),
        Text.Select(text => (StoreWish?)new StoreWish(text))
    );

    private static readonly Gen<bool> Flag = Gen.Elements(false, true);

    private static readonly Gen<PaymentOrder> Order =
        from texts in Text.ArrayOf(6)
        from currency in Spoken
        from ids in MaybeId.ArrayOf(2)
        from amount in Amount
        from intent in Gen.Elements(Enum.GetValues<PaymentIntent>())
        from flag in Flag
        from said in Said
        from wish in Wish
        select new PaymentOrder
        {
            Amount = new Money(amount, currency),
            Intent = intent,
            Country = texts[0],
            PaymentServiceId = ids[0],
            ExternalIdentifier = texts[1],
            BuyerId = ids[1],
            BuyerExternalIdentifier = texts[2],
            PostalCode = texts[3],
            ReturnUrl = texts[4],
            StatementDescriptor = texts[5],
            IsMerchantInitiated = flag,
            StoreWish = wish,
            Said = said,
        };

    private static readonly Gen<PaymentCard> Card =
        from texts in Spoken.ArrayOf(4)
        from scheme in Gen.Elements(Enum.GetValues<CardScheme>())
        from method in MaybeId
        select new PaymentCard(new CardDisplay(texts[0], texts[1], scheme, texts[2]), texts[3], method);

    private static readonly Gen<PaymentErrorCode?> Error = Gen.Elements<PaymentErrorCode?>(
        null,
        PaymentErrorCode.InvalidServiceConfiguration,
        new PaymentErrorCode("a")
    );

    private static readonly Gen<AvsResult?> Avs = Gen.Elements<AvsResult?>([null, .. Enums<AvsResult>()]);

    private static readonly Gen<CvvResult?> Cvv = Gen.Elements<CvvResult?>([null, .. Enums<CvvResult>()]);

    private static readonly Gen<PaymentOperation> Operation =
        from texts in Text.ArrayOf(7)
        from ids in Id.ArrayOf(2)
        from instants in Instant.ArrayOf(2)
        from flags in Flag.ArrayOf(3)
        from kind in Gen.Elements(Enum.GetValues<OperationKind>())
        from state in Gen.Elements(Enum.GetValues<OperationState>())
        from amount in Amount
        from error in Error
        from avs in Avs
        from cvv in Cvv
        select new PaymentOperation
        {
            Id = new OperationId(ids[0]),
            Kind = kind,
            State = state,
            PaymentServiceId = ids[1],
            MinorUnits = amount,
            CapturesAtOnce = flags[0],
            IsFinal = flags[1],
            IsPartOfAuthorization = flags[2],
            StartedAt = instants[0],
            UpdatedAt = instants[1],
            Reference = texts[0],
            Error = error,
            RawCode = texts[1],
            RawDescription = texts[2],
            Avs = avs,
            Cvv = cvv,
            SchemeTransactionId = texts[3],
            ApprovalUrl = texts[4],
            ExternalIdentifier = texts[5],
            Reason = texts[6],
        };

    private static readonly Gen<Payment> Payments =
        from order in Order
        from card in Card
        from operations in Operation.ArrayOf()
        from instants in Instant.ArrayOf(3)
        from hasCheck in Flag
        from checks in Gen.Choose(0, int.MaxValue)
        from id in Id
        from checkout in MaybeId
        select new Payment
        {
            Id = new PaymentId(id),
            MerchantAccountId = Samples.Owner,
            CheckoutId = checkout,
            CreatedAt = instants[0],
            UpdatedAt = instants[1],
            Order = order,
            Card = card,
            Operations = [.. operations],
            NextCheckAt = hasCheck ? instants[2] : null,
            ChecksMade = checks,
        };

    [Fact]
    public void Whatever_is_written_is_read_back() =>
        Property.Holds(
            Payments,
            payment =>
            {
                var read = RoundTrip(payment);
                return read.Operations.SequenceEqual(payment.Operations)
                    && read with { Operations = payment.Operations } == payment;
            },
            runs: 1000
        );

    [Fact]
    public void What_is_written_is_one_JSON_object_without_nulls_but_those_that_were_said() =>
        Property.Holds(
            Payments,
            payment =>
            {
                using var parsed = JsonDocument.Parse(
                    PaymentDocument.Write(payment with { Order = payment.Order with { Said = default } })
                );
                return !HasNull(parsed.RootElement);
            }
        );

    [Fact]
    public void A_payment_that_says_little_is_stored_so()
    {
        var payment = PaymentSamples.Begun() with
        {
            Operations = [PaymentSamples.Begun().Authorization with { Id = default, PaymentServiceId = default }],
        };

        Assert.Equal(
            """
            {"created_at_ms":1894708800123,"updated_at_ms":1894708800123,"checks_made":0,
            "order":{"minor_units":1000,"currency":"USD","intent":"Authorize"},
            "card":{"last_four":"1111","bin":"411111","scheme":"Visa","fingerprint":"FINGERPRINT","expiry":"12/35"},
            "operations":[{"id":"00000000-0000-0000-0000-000000000000","kind":"Authorize","state":"Started",
            "payment_service_id":"00000000-0000-0000-0000-000000000000","minor_units":1000,
            "started_at_ms":1894708800123,"updated_at_ms":1894708800123}]}
            """.ReplaceLineEndings("").Replace("FINGERPRINT", new string('a', 64), StringComparison.Ordinal),
            Encoding.UTF8.GetString(PaymentDocument.Write(payment))
        );
    }

    // A stored name that changes makes every older document unreadable, so all of them are spelled out here.
    [Fact]
    public void Every_member_has_its_stored_name()
    {
        var full = PaymentSamples.Full();
        var authorization = full.Operations[^2] with
        {
            CapturesAtOnce = true,
            IsFinal = true,
            IsPartOfAuthorization = true,
            Error = PaymentErrorCode.OtherDecline,
            RawDescription = "said",
            ExternalIdentifier = "mine",
            Reason = "why",
        };
        using var document = JsonDocument.Parse(PaymentDocument.Write(full with { Operations = [authorization] }));
        var root = document.RootElement;

        Assert.Equal("created_at_ms updated_at_ms checks_made order card operations", Names(root));
        Assert.Equal(
            "minor_units currency intent country payment_service_id external_identifier buyer_id "
                + "buyer_external_identifier postal_code return_url statement_descriptor merchant_initiated said",
            Names(root.GetProperty("order"))
        );
        Assert.Equal("last_four bin scheme fingerprint expiry stored_method_id", Names(root.GetProperty("card")));
        Assert.Equal(
            "id kind state payment_service_id minor_units captures_at_once final part_of_authorization started_at_ms "
                + "updated_at_ms reference error raw_code raw_description avs cvv scheme_transaction_id approval_url "
                + "external_identifier reason",
            Names(root.GetProperty("operations")[0])
        );
    }

    private static IEnumerable<T?> Enums<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (T?)value);

    private static Payment RoundTrip(Payment payment) =>
        PaymentDocument.Read(
            payment.Id,
            payment.MerchantAccountId,
            payment.CheckoutId,
            payment.NextCheckAt,
            PaymentDocument.Write(payment)
        );

    private static string Names(JsonElement stored) =>
        string.Join(' ', stored.EnumerateObject().Select(member => member.Name));

    private static bool HasNull(JsonElement stored) =>
        stored.ValueKind switch
        {
            JsonValueKind.Object => stored.EnumerateObject().Any(member => HasNull(member.Value)),
            JsonValueKind.Array => stored.EnumerateArray().Any(HasNull),
            _ => stored.ValueKind == JsonValueKind.Null,
        };
}
