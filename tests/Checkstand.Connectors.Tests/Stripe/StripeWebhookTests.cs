using System.Security.Cryptography;
using System.Text;
using Checkstand.Connectors.Stripe;
using Checkstand.Core.Payments;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeWebhookTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly Secret Key = new("whsec_checkstand");
    private static readonly OperationId Operation = OperationId.New(Now);

    private static byte[] Body(string type = "payment_intent.succeeded") =>
        Encoding.UTF8.GetBytes(
            StripeFixtures
                .Event(type)
                .With("data.object.metadata.checkstand_operation", Operation.ToString())
                .ToJsonString()
        );

    private static string Sign(byte[] body, string timestamp, string secret = "whsec_checkstand") =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Encoding.ASCII.GetBytes(secret),
                (byte[])[.. Encoding.ASCII.GetBytes(timestamp), (byte)'.', .. body]
            )
        );

    private static string Header(byte[] body, DateTimeOffset? at = null)
    {
        var timestamp = $"{(at ?? Now).ToUnixTimeSeconds()}";
        return $"t={timestamp},v1={Sign(body, timestamp)}";
    }

    private static StripeNotification Read(byte[] body, string? header) =>
        StripeWebhook.Read(body, header, Key, StripeWebhook.DefaultTolerance, Now);

    private static StripeNotification Read(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return Read(body, Header(body));
    }

    [Theory]
    [InlineData("payment_intent.succeeded")]
    [InlineData("payment_intent.payment_failed")]
    [InlineData("payment_intent.canceled")]
    [InlineData("refund.updated")]
    [InlineData("refund.failed")]
    [InlineData("charge.refund.updated")]
    public void A_genuine_notification_names_its_operation(string type) =>
        Assert.Equal(new StripeNotification.Hint(Operation), Read(Body(type), Header(Body(type))));

    [Theory]
    [InlineData("charge.succeeded")]
    [InlineData("customer.created")]
    [InlineData("payment_intentx")]
    public void An_event_of_another_type_is_ignored(string type) =>
        Assert.IsType<StripeNotification.Ignored>(Read(Body(type), Header(Body(type))));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"object":{}}""")]
    [InlineData("""{"object":{"metadata":null}}""")]
    [InlineData("""{"object":{"metadata":{"checkstand_operation":7}}}""")]
    [InlineData("""{"object":{"metadata":{"checkstand_operation":"x"}}}""")]
    [InlineData("""{"object":{"metadata":{"checkstand_operation":"\ud800"}}}""")]
    [InlineData("""{"object":{"metadata":{"\ud800":"x"}}}""")]
    [InlineData("7")]
    public void An_event_without_an_operation_of_ours_is_ignored(string data) =>
        Assert.IsType<StripeNotification.Ignored>(Read($$"""{"type":"payment_intent.succeeded","data":{{data}}}"""));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"payment_intent.succeeded" """)]
    public void A_signed_body_that_is_no_event_is_refused(string body) =>
        Assert.Equal(new StripeNotification.Refused(StripeRefusal.Unreadable), Read(body));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void A_notification_holds_for_five_minutes_either_way(int seconds, bool isTaken)
    {
        var read = Read(Body(), Header(Body(), Now.AddSeconds(seconds)));

        Assert.Equal(
            isTaken ? new StripeNotification.Hint(Operation) : new StripeNotification.Refused(StripeRefusal.OutOfTime),
            read
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=,v1=")]
    [InlineData("v1={signature}")]
    [InlineData("t={time}")]
    [InlineData("t={time},v0={signature}")]
    [InlineData("t={time},v1=00")]
    [InlineData("t={time},v1={signature}00")]
    [InlineData("t={time},v1=zz{rest}")]
    [InlineData("t={time},t={time},v1={signature}")]
    [InlineData("t=-{time},v1={signature}")]
    [InlineData("t= {time},v1={signature}")]
    [InlineData("t=9999999999999,v1={signature}")]
    [InlineData("t=now,v1={signature}")]
    [InlineData("T={time},V1={signature}")]
    public void A_header_of_another_form_is_refused(string? form)
    {
        var time = $"{Now.ToUnixTimeSeconds()}";
        var signature = Sign(Body(), time);
        var header = form?.Replace("{time}", time).Replace("{signature}", signature).Replace("{rest}", signature[2..]);

        Assert.Equal(new StripeNotification.Refused(StripeRefusal.NoSignature), Read(Body(), header));
    }

    [Fact]
    public void One_signature_that_fits_is_enough_while_a_secret_is_replaced()
    {
        var time = $"{Now.ToUnixTimeSeconds()}";
        var (old, current) = (Sign(Body(), time, "whsec_old"), Sign(Body(), time));

        Assert.IsType<StripeNotification.Hint>(Read(Body(), $"t={time},v1={old},v0=x,v1={current}"));
        Assert.IsType<StripeNotification.Hint>(Read(Body(), $"v1={current},v1={old},t={time}"));
        Assert.IsType<StripeNotification.Hint>(Read(Body(), $"t={time},v1={current.ToUpperInvariant()}"));
        Assert.Equal(
            new StripeNotification.Refused(StripeRefusal.WrongSignature),
            Read(Body(), $"t={time},v1={old},v1={old}")
        );
    }

    [Fact]
    public void The_time_is_signed_too()
    {
        var header = Header(Body()).Replace($"t={Now.ToUnixTimeSeconds()}", $"t={Now.ToUnixTimeSeconds() + 1}");

        Assert.Equal(new StripeNotification.Refused(StripeRefusal.WrongSignature), Read(Body(), header));
    }

    [Fact]
    public void A_stranger_does_not_learn_whether_the_time_was_right()
    {
        var time = $"{Now.AddHours(-1).ToUnixTimeSeconds()}";

        Assert.Equal(
            new StripeNotification.Refused(StripeRefusal.WrongSignature),
            Read(Body(), $"t={time},v1={Sign(Body(), time, "whsec_stranger")}")
        );
    }

    [Fact]
    public void A_body_beyond_the_limit_is_refused()
    {
        var body = new byte[StripeWebhook.BodyBytesMax + 1];

        Assert.Equal(new StripeNotification.Refused(StripeRefusal.TooLarge), Read(body, Header(body)));
    }

    [Fact]
    public void A_header_beyond_the_limit_is_refused() =>
        Assert.Equal(
            new StripeNotification.Refused(StripeRefusal.NoSignature),
            Read(Body(), Header(Body()).PadRight(StripeWebhook.HeaderLengthMax + 1))
        );

    [Fact]
    public void A_body_of_which_one_bit_was_changed_is_refused()
    {
        var header = Header(Body());
        Property.Holds(
            Gen.Choose(0, (Body().Length * 8) - 1),
            bit =>
            {
                var body = Body();
                body[bit / 8] ^= (byte)(1 << (bit % 8));
                return Read(body, header) == new StripeNotification.Refused(StripeRefusal.WrongSignature);
            }
        );
    }

    [Fact]
    public void No_header_makes_it_throw() =>
        Property.Holds(
            Gen.Elements("t=", "v1=", ",", "=", "0", "1894708800", "ab", "\0", "é", "\ud800", " ")
                .ListOf()
                .Select(string.Concat),
            header => Read(Body(), header) is StripeNotification.Refused
        );

    [Fact]
    public void No_signed_bytes_make_it_throw() =>
        Property.Holds(
            Gen.Elements("{", "}", "\"type\"", ":", "\"refund.updated\"", "[", "]", ",", "\\ud800", "\"", "\0", "1e999")
                .ListOf()
                .Select(string.Concat),
            json => Read(json) is not StripeNotification.Hint
        );
}
