using System.Security.Cryptography;
using System.Text;
using Checkstand.Client.Webhooks;
using Checkstand.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Checkstand.Client.Tests.Webhooks;

/// <summary>Both schemes, signed here by hand as the contracts say.</summary>
public sealed class WebhookVerifierTests
{
    private const string Secret = "polar_whs_of-the-test";
    private static readonly byte[] Body = """{"type":"checkout.updated"}"""u8.ToArray();

    private readonly FakeClock clock = new();

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    [Theory]
    [InlineData(Secret)]
    [InlineData("whsec_dGhlIGtleSBvZiB0aGUgdGVzdA==")]
    [InlineData("whsec_no base64")]
    [InlineData("schlüssel")]
    public void The_letters_of_a_secret_are_the_key_of_Polar(string secret)
    {
        var check = Polar(secret).Check(Body, Headers(Encoding.UTF8.GetBytes(secret)));

        Assert.True(check.Ok);
        Assert.Equal("evt_1", check.Id);
        Assert.Equal(clock.GetUtcNow(), check.SentAt);
    }

    [Fact]
    public void The_decoded_secret_of_Standard_Webhooks_is_a_key_too()
    {
        var key = "the key of the test"u8.ToArray();

        Assert.True(Polar($"whsec_{Convert.ToBase64String(key)}").Check(Body, Headers(key)).Ok);
    }

    // The example of the Standard Webhooks specification, version 1.0.0.
    [Fact]
    public void The_example_of_the_specification_is_right()
    {
        var headers = new Dictionary<string, string>
        {
            ["webhook-id"] = "msg_p5jXN8AQM9LWM0D4loKWxJek",
            ["webhook-timestamp"] = "1614265330",
            ["webhook-signature"] = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        };
        var verifier = WebhookVerifier.Polar("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Timeout.InfiniteTimeSpan);

        Assert.True(verifier.Check("""{"test": 2432232314}"""u8, headers.GetValueOrDefault).Ok);
    }

    [Theory]
    [InlineData("x-gr4vy-signature", "x-gr4vy-timestamp")]
    [InlineData("x-gr4vy-webhook-signatures", "x-gr4vy-webhook-timestamp")]
    public void Both_pairs_of_headers_of_Gr4vy_are_read(string signature, string timestamp)
    {
        var headers = new Dictionary<string, string>
        {
            [signature] = $"00, {Hex(Secret, $"{Now}.")},zz",
            [timestamp] = $"{Now}",
        };

        var check = WebhookVerifier.Gr4vy(Secret, clock: clock).Check(Body, headers.GetValueOrDefault);

        Assert.True(check.Ok);
        Assert.Null(check.Id);
        Assert.Equal(clock.GetUtcNow(), check.SentAt);
    }

    [Fact]
    public void Any_change_of_body_time_or_id_is_seen() =>
        Property.Holds(
            from at in Gen.Choose(0, Body.Length - 1)
            from bit in Gen.Choose(0, 7)
            select (at, bit),
            input =>
            {
                var changed = Body.ToArray();
                changed[input.at] ^= (byte)(1 << input.bit);
                return Polar(Secret).Check(changed, Headers(Encoding.UTF8.GetBytes(Secret))).Problem
                    is WebhookProblem.WrongSignature;
            }
        );

    [Theory]
    [InlineData("webhook-id", "evt_2")]
    [InlineData("webhook-timestamp", "1894708801")]
    [InlineData("webhook-signature", "v1,AAAA")]
    [InlineData("webhook-signature", "v1,")]
    public void A_changed_header_is_seen(string name, string value)
    {
        var headers = new Dictionary<string, string>(Signed(Encoding.UTF8.GetBytes(Secret))) { [name] = value };

        Assert.Equal(
            WebhookProblem.WrongSignature,
            WebhookVerifier
                .Polar(Secret, Timeout.InfiniteTimeSpan, clock)
                .Check(Body, headers.GetValueOrDefault)
                .Problem
        );
    }

    [Theory]
    [InlineData("webhook-id", "", WebhookProblem.MissingHeader)]
    [InlineData("webhook-timestamp", "", WebhookProblem.MissingHeader)]
    [InlineData("webhook-signature", "", WebhookProblem.MissingHeader)]
    [InlineData("webhook-timestamp", "soon", WebhookProblem.MalformedHeader)]
    [InlineData("webhook-timestamp", "-1", WebhookProblem.MalformedHeader)]
    [InlineData("webhook-timestamp", "99999999999999999999", WebhookProblem.MalformedHeader)]
    [InlineData("webhook-timestamp", "999999999999999", WebhookProblem.MalformedHeader)]
    [InlineData("webhook-signature", "v2,AAAA", WebhookProblem.MalformedHeader)]
    [InlineData("webhook-signature", "v1,!", WebhookProblem.MalformedHeader)]
    [InlineData("webhook-signature", "AAAA", WebhookProblem.MalformedHeader)]
    public void A_header_that_cannot_be_read_is_told_apart(string name, string value, WebhookProblem problem)
    {
        var headers = new Dictionary<string, string>(Signed(Encoding.UTF8.GetBytes(Secret))) { [name] = value };

        Assert.Equal(problem, Polar(Secret).Check(Body, headers.GetValueOrDefault).Problem);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(300, null)]
    [InlineData(301, WebhookProblem.TooOld)]
    [InlineData(-300, null)]
    [InlineData(-301, WebhookProblem.TooNew)]
    public void Five_minutes_are_tolerated(int laterSeconds, WebhookProblem? problem)
    {
        var headers = Headers(Encoding.UTF8.GetBytes(Secret));
        clock.Advance(TimeSpan.FromSeconds(laterSeconds));

        Assert.Equal(problem, Polar(Secret).Check(Body, headers).Problem);
    }

    [Fact]
    public void A_time_that_is_not_the_senders_is_not_judged()
    {
        var headers = Headers(Encoding.UTF8.GetBytes("another secret"));
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(WebhookProblem.WrongSignature, Polar(Secret).Check(Body, headers).Problem);
    }

    [Fact]
    public void Of_several_signatures_one_must_be_right_among_the_first_ten()
    {
        var right = Signed(Encoding.UTF8.GetBytes(Secret))["webhook-signature"];
        string Among(int before) => string.Join(' ', [.. Enumerable.Repeat("v1,AAAA", before), right]);
        WebhookCheck Check(string signatures) =>
            Polar(Secret)
                .Check(
                    Body,
                    name =>
                        name == "webhook-signature"
                            ? signatures
                            : Signed(Encoding.UTF8.GetBytes(Secret)).GetValueOrDefault(name)
                );

        Assert.True(Check(Among(9)).Ok);
        Assert.False(Check(Among(10)).Ok);
    }

    [Fact]
    public void While_a_secret_is_replaced_both_are_known()
    {
        var both = WebhookVerifier.Polar(["old", "new"], clock: clock);
        var gr4vy = WebhookVerifier.Gr4vy(["old", "new"], clock: clock);

        Assert.True(both.Check(Body, Signed("old"u8.ToArray())).Ok);
        Assert.True(both.Check(Body, Signed("new"u8.ToArray())).Ok);
        Assert.Equal(WebhookProblem.WrongSignature, both.Check(Body, Signed("other"u8.ToArray())).Problem);
        Assert.True(gr4vy.Check(Body, SignedByGr4vy("new")).Ok);
        Assert.Equal(WebhookProblem.WrongSignature, gr4vy.Check(Body, SignedByGr4vy("other")).Problem);
    }

    [Fact]
    public void Headers_may_have_names_in_any_case()
    {
        var headers = Signed(Encoding.UTF8.GetBytes(Secret))
            .ToDictionary(header => header.Key.ToUpperInvariant(), header => header.Value);

        Polar(Secret).Verify(Body, headers);
        Assert.Equal(WebhookProblem.MissingHeader, Polar(Secret).Check(Body, headers.Skip(1)).Problem);
    }

    [Fact]
    public void The_form_that_throws_says_why()
    {
        var verifier = Polar(Secret);
        verifier.Verify(Body, Headers(Encoding.UTF8.GetBytes(Secret)));

        var error = Assert.Throws<WebhookVerificationException>(() => verifier.Verify(Body, _ => null));

        Assert.Equal(WebhookProblem.MissingHeader, error.Problem);
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentException>("secret", () => WebhookVerifier.Polar(" "));
        Assert.Throws<ArgumentException>("secret", () => WebhookVerifier.Gr4vy(""));
        Assert.Throws<ArgumentOutOfRangeException>(
            "tolerance",
            () => WebhookVerifier.Polar("x", TimeSpan.FromSeconds(-2))
        );
        Assert.Throws<ArgumentNullException>(
            "header",
            () => WebhookVerifier.Polar("x").Check(Body, (Func<string, string?>)null!)
        );
        Assert.Throws<ArgumentNullException>(
            "headers",
            () => WebhookVerifier.Polar("x").Check(Body, (Dictionary<string, string>)null!)
        );
        Assert.Throws<ArgumentException>("secrets", () => WebhookVerifier.Polar([]));
        Assert.Throws<ArgumentException>("secrets", () => WebhookVerifier.Gr4vy(["a", " "]));
    }

    private WebhookVerifier Polar(string secret) => WebhookVerifier.Polar(secret, clock: clock);

    private Func<string, string?> Headers(byte[] key) => Signed(key).GetValueOrDefault;

    private Dictionary<string, string> Signed(byte[] key) =>
        new()
        {
            ["webhook-id"] = "evt_1",
            ["webhook-timestamp"] = $"{Now}",
            ["webhook-signature"] = "v1," + Convert.ToBase64String(Mac(key, $"evt_1.{Now}.")),
        };

    private Dictionary<string, string> SignedByGr4vy(string secret) =>
        new() { ["X-Gr4vy-Timestamp"] = $"{Now}", ["X-Gr4vy-Signature"] = Hex(secret, $"{Now}.") };

    private static string Hex(string secret, string before) =>
        Convert.ToHexStringLower(Mac(Encoding.UTF8.GetBytes(secret), before));

    private static byte[] Mac(byte[] key, string before) =>
        HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes(before), .. Body]);
}
