using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Transport;

/// <summary>Answers of success that are not what the contract says.</summary>
public sealed class UnfitAnswerTests
{
    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/problem+json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/jsonlines")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused_with_the_body(string? contentType)
    {
        var error = await ErrorAsync(ScriptedStep.Answer(200, """{"id": 1}""", contentType));

        Assert.Equal("""{"id": 1}""", error.Body);
        Assert.Contains("application/json", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    [InlineData("application/json; profile=x")]
    public async Task Json_in_any_spelling_is_taken(string contentType)
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, "{}", contentType));

        Assert.True((await server.Gr4vy().AskAsync(ApiRequest.Get($"/x"))).Ok);
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("{\"a\": 1,}", "$")]
    [InlineData("{\"a\": 1} 2", "$")]
    [InlineData("<html>", "$")]
    public async Task Broken_json_is_refused_with_the_body(string body, string place)
    {
        var error = await ErrorAsync(ScriptedStep.Answer(200, body));

        Assert.Equal(body, error.Body);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.IsType<JsonException>(error.InnerException, exactMatch: false);
    }

    // Else a page that is missing would look like the end of the list.
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"items": []}""")]
    [InlineData("""{"pagination": {"total_count": 0, "max_page": 0}}""")]
    [InlineData("""{"items": null, "pagination": {"total_count": 0, "max_page": 0}}""")]
    [InlineData("""{"items": [], "pagination": null}""")]
    public async Task A_list_of_the_Polar_dialect_has_items_and_a_number_of_pages(string body)
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, body));

        var result = await server.Polar().Products.TryListPageAsync();

        Assert.IsType<ResponseParseException>(result.Error);
    }

    [Fact]
    public void What_has_no_null_is_there_or_refused()
    {
        Action[] readings =
        [
            () => Read("{}", Gr4vyJsonContext.Default.GiftCard),
            () => Read("{}", Gr4vyJsonContext.Default.GiftCardRedemption),
            () => Read("{}", Gr4vyJsonContext.Default.PaymentServiceDefinition),
            () => Read("{}", Client.Polar.PolarJsonContext.Default.AttachedCustomField),
            () => Read("""{"type": "discount.created"}""", Client.Polar.PolarJsonContext.Default.WebhookPayload),
        ];

        Assert.All(readings, reading => Assert.Throws<JsonException>(reading));

        static void Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> contract) =>
            JsonSerializer.Deserialize(json, contract);
    }

    [Fact]
    public async Task Another_kind_of_value_is_refused_with_its_place()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(200, """{"items": [], "next_cursor": {"x": 1}}""")
        );

        var result = await server
            .Gr4vy()
            .Caller.SendAsync(
                ApiRequest.Get($"/transactions"),
                Gr4vyJsonContext.Default.Gr4vyListTransactionSummary,
                null,
                CancellationToken.None
            );

        Assert.Contains(
            "$.next_cursor",
            Assert.IsType<ResponseParseException>(result.Error).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task An_empty_body_is_refused_where_one_is_expected(int status) =>
        Assert.Equal("", (await ErrorAsync(ScriptedStep.Answer(status, ""))).Body);

    [Fact]
    public async Task Null_is_refused_where_an_object_is_expected()
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, "null"));

        var result = await server
            .Gr4vy()
            .Caller.SendAsync(
                ApiRequest.Get($"/x"),
                Gr4vyJsonContext.Default.CheckoutSession,
                null,
                CancellationToken.None
            );

        Assert.Equal("null", Assert.IsType<ResponseParseException>(result.Error).Body);
    }

    [Fact]
    public async Task A_body_that_is_cut_is_refused_with_what_came()
    {
        var error = await ErrorAsync(ScriptedStep.Cut(201, """{"id": "a"""));

        Assert.Equal("""{"id": "a""", error.Body);
        Assert.Equal(201, error.Response!.StatusCode);
        Assert.IsType<HttpIOException>(error.InnerException, exactMatch: false);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_not_read()
    {
        var head =
            $"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {ApiBody.BytesMax + 1}\r\n\r\n";

        var error = await ErrorAsync(ScriptedStep.Raw(head, []));

        Assert.Contains("larger", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_grows_too_large_is_refused_with_its_beginning()
    {
        var body = new byte[ApiBody.BytesMax + 1];
        Array.Fill(body, (byte)'7');

        var error = await ErrorAsync(ScriptedStep.Unmeasured(200, body));

        Assert.Contains("larger", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Body!.Length, 1, 1 << 20);
    }

    [Fact]
    public async Task A_body_of_a_mebibyte_without_a_length_is_read()
    {
        var text = new string('x', 1 << 20);
        await using var server = new ScriptedServer(
            ScriptedStep.Unmeasured(200, Encoding.UTF8.GetBytes($"\"{text}\""))
        );

        var result = await server.Gr4vy().AskAsync(ApiRequest.Get($"/x"));

        Assert.Equal(text, result.ValueOrThrow().GetString());
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_part_of_the_body()
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, "\uFEFF{}"));

        Assert.True((await server.Gr4vy().AskAsync(ApiRequest.Get($"/x"))).Ok);
    }

    [Fact]
    public async Task A_compressed_body_is_read()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(200, Gzip("{\"a\": 1}"), "application/json", "content-encoding: gzip")
        );

        Assert.True((await server.Gr4vy().AskAsync(ApiRequest.Get($"/x"))).Ok);
    }

    [Fact]
    public async Task A_body_that_is_not_compressed_as_it_says_is_refused()
    {
        var error = await ErrorAsync(
            ScriptedStep.Answer(200, "{}"u8.ToArray(), "application/json", "content-encoding: gzip")
        );

        Assert.Contains("decompressed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_unpacks_to_too_much_is_refused()
    {
        var error = await ErrorAsync(
            ScriptedStep.Answer(
                200,
                Gzip(new string('7', ApiBody.BytesMax + 1)),
                "application/json",
                "content-encoding: gzip"
            )
        );

        Assert.Contains("larger", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_answers_nothing_takes_any_body()
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, "<p>gone</p>", "text/html"));

        var result = await server.Gr4vy().Caller.SendAsync(ApiRequest.Delete($"/x"), null, CancellationToken.None);

        Assert.True(result.Ok);
        result.OrThrow();
        Assert.Equal(200, result.Response.StatusCode);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static async Task<ResponseParseException> ErrorAsync(ScriptedStep step)
    {
        await using var server = new ScriptedServer(step);
        var result = await server
            .Gr4vy()
            .AskAsync(ApiRequest.Get($"/x"), new CallOptions { Retries = RetryOptions.None });
        var error = Assert.IsType<ResponseParseException>(result.Error);
        Assert.Same(result.Response, error.Response);
        return error;
    }
}
