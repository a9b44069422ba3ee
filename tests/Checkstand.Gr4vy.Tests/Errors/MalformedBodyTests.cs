using System.Text;

namespace Checkstand.Gr4vy.Tests.Errors;

/// <summary>Bodies that are no JSON, or no JSON that anybody should take: 400, nothing changed, the server goes on.</summary>
public sealed class MalformedBodyTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{\"amount\":}")]
    [InlineData("{\"amount\":1,}")]
    [InlineData("{\"amount\":1")]
    [InlineData("{amount:1}")]
    [InlineData("{'amount':1}")]
    [InlineData("{\"amount\":1}{}")]
    [InlineData("{\"amount\":1} x")]
    [InlineData("// comment\n{}")]
    [InlineData("{/* comment */}")]
    [InlineData("{\"amount\":01}")]
    [InlineData("{\"amount\":+1}")]
    [InlineData("{\"amount\":.5}")]
    [InlineData("{\"amount\":1.}")]
    [InlineData("{\"amount\":0x10}")]
    [InlineData("{\"amount\":NaN}")]
    [InlineData("{\"amount\":Infinity}")]
    [InlineData("{\"metadata\":{\"a\":\"\n\"}}")]
    [InlineData("{\"metadata\":{\"a\":\"\\x\"}}")]
    [InlineData("{\"metadata\":{\"a\":\"\\u12\"}}")]
    [InlineData("\0")]
    [InlineData("{}\0")]
    [InlineData("\ufeff{}")]
    [InlineData("True")]
    [InlineData("undefined")]
    [InlineData("<xml/>")]
    [InlineData("amount=1")]
    public async Task Text_that_is_no_JSON_is_refused_as_such(string body) =>
        await RefuseAsync(
            Encoding.UTF8.GetBytes(body),
            answer => Envelope.CheckViolation(answer, "body", "", "json_invalid")
        );

    [Fact]
    public async Task Other_encodings_than_UTF_8_are_refused()
    {
        const string body = """{"metadata":{"a":"é"}}""";
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1 })
        {
            await RefuseAsync(
                encoding.GetBytes(body),
                answer => Envelope.CheckViolation(answer, "body", "", "json_invalid")
            );
        }
    }

    [Theory]
    [InlineData("C080")]
    [InlineData("EDA080")]
    [InlineData("F4908080")]
    [InlineData("FF")]
    [InlineData("E282")]
    [InlineData("80")]
    public async Task Bytes_that_are_no_UTF_8_are_refused_in_keys_and_values(string hex)
    {
        var wrong = Convert.FromHexString(hex);
        byte[][] bodies =
        [
            [.. "{\"metadata\":{\"a\":\""u8, .. wrong, .. "\"}}"u8],
            [.. "{\"metadata\":{\""u8, .. wrong, .. "\":\"a\"}}"u8],
            [.. "{\""u8, .. wrong, .. "\":1}"u8],
        ];
        foreach (var body in bodies)
        {
            await RefuseAsync(body, answer => Envelope.CheckViolation(answer, "body", "", "json_invalid"));
        }
    }

    [Theory]
    [InlineData("{\"metadata\":{\"a\":\"\\ud800\"}}")]
    [InlineData("{\"metadata\":{\"a\":\"\\udc00\\ud800\"}}")]
    [InlineData("{\"metadata\":{\"\\ud800\":\"a\"}}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"metadata\":{\"a\":\"\\u0000\"}}")]
    [InlineData("{\"metadata\":{\"\\u0000\":\"a\"}}")]
    [InlineData("{\"currency\":\"\\ud83d\"}")]
    [InlineData("{\"payment_service_id\":\"\\ud83d\"}")]
    [InlineData("{\"intent\":\"\\udfff\"}")]
    [InlineData("{\"airline\":{\"issued_at\":\"\\ud83d\",\"passengers\":[{\"date_of_birth\":\"\\ud83d\"}]}}")]
    public async Task Text_that_nobody_could_store_is_refused(string body) =>
        await RefuseAsync(Encoding.UTF8.GetBytes(body), answer => Envelope.CheckValidation(answer));

    [Theory]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(10_000)]
    [InlineData(300_000)]
    public async Task Deep_nesting_is_refused(int depth)
    {
        string[] bodies =
        [
            $$"""{"metadata":{{new string('[', depth)}}{{new string(']', depth)}}}""",
            $$"""{"surprise":{{new string('[', depth)}}{{new string(']', depth)}}}""",
            $$"""{"cart_items":{{new string('[', depth)}}""",
            string.Concat(Enumerable.Repeat("{\"buyer\":", depth)),
        ];
        foreach (var body in bodies.Where(body => body.Length <= 1024 * 1024))
        {
            await RefuseAsync(Encoding.UTF8.GetBytes(body), answer => Envelope.CheckValidation(answer));
        }
    }

    [Theory]
    [InlineData("1e999999999")]
    [InlineData("-1e999999999")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("1e-999999999")]
    [InlineData("0.00000000000000000000000000000000000000000000000000000001")]
    public async Task Numbers_that_fit_nowhere_are_refused(string number)
    {
        var body = $$"""{"amount":{{number}}}""";

        await RefuseAsync(Encoding.UTF8.GetBytes(body), answer => Envelope.CheckViolation(answer, "body", "/amount"));
    }

    [Fact]
    public async Task A_very_long_number_is_refused()
    {
        foreach (var field in new[] { "amount", "expires_in" })
        {
            var body = $$"""{"{{field}}":{{new string('9', 500_000)}}}""";

            await RefuseAsync(
                Encoding.UTF8.GetBytes(body),
                answer => Envelope.CheckViolation(answer, "body", $"/{field}")
            );
        }
    }

    [Theory]
    [InlineData("{\"metadata\":{\"a\":\"1\",\"a\":\"2\"}}", "/metadata/a")]
    [InlineData("{\"metadata\":{\"a\":\"1\",\"b\":\"\",\"\\u0061\":\"1\"}}", "/metadata/a")]
    [InlineData("{\"metadata\":null,\"metadata\":null}", "/metadata")]
    [InlineData("{\"amount\":1,\"\\u0061mount\":1}", "/amount")]
    public async Task A_key_that_comes_twice_is_refused(string body, string at) =>
        await RefuseAsync(
            Encoding.UTF8.GetBytes(body),
            answer => Envelope.CheckViolation(answer, "body", at, "duplicate_key")
        );

    [Fact]
    public async Task An_answer_lists_a_hundred_violations_at_most()
    {
        var body = "{" + string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"f{i}\":1")) + "}";

        await RefuseAsync(
            Encoding.UTF8.GetBytes(body),
            answer =>
            {
                Assert.Equal(100, Envelope.CheckValidation(answer).Count);
                Assert.True(answer.Body.Length < 64 * 1024);
            }
        );
    }

    [Fact]
    public async Task A_name_of_a_property_comes_back_escaped_as_a_pointer()
    {
        await RefuseAsync(
            "{\"a/b~c\":1}"u8.ToArray(),
            answer => Envelope.CheckViolation(answer, "body", "/a~1b~0c", "extra_forbidden")
        );
    }

    [Fact]
    public async Task A_very_long_name_of_a_property_does_not_come_back_whole()
    {
        var name = new string('x', 100_000);
        await RefuseAsync(
            Encoding.UTF8.GetBytes($$"""{"{{name}}":1}"""),
            answer =>
            {
                Assert.Single(Envelope.CheckValidation(answer));
                Assert.True(answer.Body.Length < 1024);
            }
        );
    }

    // Updates the same session as the refused create would have opened: neither may leave a trace.
    private async Task RefuseAsync(byte[] body, Action<Answer> check)
    {
        var id = await api.OpenAsync("""{"amount":1299,"metadata":{"a":"b"}}""");
        var before = await api.GetAsync(id);
        foreach (var ask in new[] { api.Backend("PUT", ApiClient.PathOf(id)), api.Backend("POST", ApiClient.Sessions) })
        {
            check(await api.SendAsync(ask with { Body = body, ContentType = "application/json" }));
        }

        Assert.Equal(before.Expect(200).Comparable, (await api.GetAsync(id)).Comparable);
    }
}
