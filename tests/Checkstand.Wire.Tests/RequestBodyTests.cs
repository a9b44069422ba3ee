using System.Text;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Checkstand.Wire.Tests;

public sealed class RequestBodyTests
{
    private const int BytesMax = 100;

    [Fact]
    public async Task A_body_is_read_whole()
    {
        using var body = await AcceptedAsync(Request("""{"a":1}""", "application/json"));

        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(body.Bytes));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task A_body_that_arrives_byte_by_byte_is_read_whole(int? declared)
    {
        var request = Request("", "application/json");
        request.ContentLength = declared;
        request.Body = new Trickle(Encoding.UTF8.GetBytes("""{"a":1}"""));

        using var body = await AcceptedAsync(request);

        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(body.Bytes));
    }

    // TypeScript create() and C# create() send no body at all, with and without a content type.
    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task A_request_without_a_body_has_an_empty_one_whatever_it_declares(string? contentType)
    {
        using var body = await AcceptedAsync(Request("", contentType));

        Assert.True(body.Bytes.IsEmpty);
    }

    [Fact]
    public async Task A_request_that_declares_no_length_and_sends_nothing_has_an_empty_body()
    {
        var request = Request("", "application/json");
        request.ContentLength = null;

        using var body = await AcceptedAsync(request);

        Assert.True(body.Bytes.IsEmpty);
    }

    [Fact]
    public async Task A_body_as_large_as_the_limit_is_taken()
    {
        using var declared = await AcceptedAsync(Request(new string('1', BytesMax), null));
        using var undeclared = await AcceptedAsync(WithoutLength(new string('1', BytesMax)));

        Assert.Equal(BytesMax, declared.Bytes.Length);
        Assert.Equal(BytesMax, undeclared.Bytes.Length);
    }

    [Fact]
    public async Task A_body_that_declares_to_be_larger_is_refused_without_reading_it()
    {
        var request = Request("", "application/json");
        request.Body = new Unreadable(new InvalidOperationException("read"));
        request.ContentLength = BytesMax + 1;

        Assert.Equal(BodyProblem.TooLarge, await RefusedAsync(request));
    }

    [Fact]
    public async Task A_body_that_is_larger_without_saying_so_is_refused() =>
        Assert.Equal(BodyProblem.TooLarge, await RefusedAsync(WithoutLength(new string('1', BytesMax + 1))));

    [Fact]
    public async Task A_body_without_end_is_read_no_further_than_a_little_past_the_limit()
    {
        var request = Request("", "application/json");
        request.ContentLength = null;
        var endless = new Endless();
        request.Body = endless;

        Assert.Equal(BodyProblem.TooLarge, await RefusedAsync(request));
        Assert.InRange(endless.BytesRead, BytesMax + 1, 64 * 1024);
    }

    [Fact]
    public async Task Size_is_judged_before_the_media_type() =>
        Assert.Equal(BodyProblem.TooLarge, await RefusedAsync(Request(new string('1', BytesMax + 1), "text/plain")));

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/json ; charset=utf-8")]
    [InlineData("application/json; profile=x")]
    // RFC 9110 section 8.3.1 calls the quoted form equivalent.
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task UTF_8_JSON_is_taken_however_it_is_declared(string? contentType)
    {
        using var body = await AcceptedAsync(Request("{}", contentType));

        Assert.Equal(2, body.Bytes.Length);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/problem+json")]
    [InlineData("application/jsonp")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json, text/plain")]
    [InlineData("application/*")]
    [InlineData("*/*")]
    [InlineData("json")]
    [InlineData("/")]
    [InlineData(";")]
    public async Task Any_other_media_type_is_refused(string contentType) =>
        Assert.Equal(BodyProblem.UnsupportedMediaType, await RefusedAsync(Request("{}", contentType)));

    [Fact]
    public async Task Two_content_types_contradict_each_other()
    {
        var request = Request("{}", null);
        request.Headers.ContentType = new(["application/json", "application/json"]);

        Assert.Equal(BodyProblem.RepeatedContentType, await RefusedAsync(request));
    }

    // Kestrel keeps a length that contradicts the transfer coding under this name.
    [Fact]
    public async Task A_length_beside_a_transfer_coding_is_refused()
    {
        var request = WithoutLength("{}");
        request.Headers["X-Content-Length"] = "2";

        Assert.Equal(BodyProblem.ConflictingLength, await RefusedAsync(request));
    }

    [Fact]
    public async Task A_header_of_that_name_alone_is_nobodys_business()
    {
        var request = Request("{}", "application/json");
        request.Headers["X-Content-Length"] = "7";

        using var body = await AcceptedAsync(request);

        Assert.Equal(2, body.Bytes.Length);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("gzip, identity")]
    public async Task A_compressed_body_is_refused(string coding)
    {
        var request = Request("{}", "application/json");
        request.Headers.ContentEncoding = coding;

        Assert.Equal(BodyProblem.UnsupportedMediaType, await RefusedAsync(request));
    }

    [Fact]
    public async Task Two_content_codings_are_refused()
    {
        var request = Request("{}", "application/json");
        request.Headers.ContentEncoding = new(["identity", "gzip"]);

        Assert.Equal(BodyProblem.UnsupportedMediaType, await RefusedAsync(request));
    }

    [Fact]
    public async Task A_body_that_declares_to_be_as_it_is_is_taken()
    {
        var request = Request("{}", "application/json");
        request.Headers.ContentEncoding = "identity";

        using var body = await AcceptedAsync(request);

        Assert.Equal(2, body.Bytes.Length);
    }

    // What the server's own reader throws, by its status.
    [Theory]
    [InlineData(StatusCodes.Status413PayloadTooLarge, BodyProblem.TooLarge)]
    [InlineData(StatusCodes.Status408RequestTimeout, BodyProblem.TooSlow)]
    [InlineData(StatusCodes.Status400BadRequest, BodyProblem.Unreadable)]
    public async Task What_breaks_while_reading_is_named(int status, BodyProblem problem)
    {
        var request = Request("", "application/json");
        request.ContentLength = null;
        request.Body = new Unreadable(new BadHttpRequestException("broken", status));

        Assert.Equal(problem, await RefusedAsync(request));
    }

    // A chunk's size beyond 64 bits, and a connection that broke.
    [Fact]
    public async Task What_the_server_itself_trips_over_is_unreadable()
    {
        foreach (var failure in new Exception[] { new OverflowException(), new IOException() })
        {
            var request = Request("", "application/json");
            request.ContentLength = null;
            request.Body = new Unreadable(failure);

            Assert.Equal(BodyProblem.Unreadable, await RefusedAsync(request));
        }
    }

    [Fact]
    public async Task A_client_that_went_away_ends_the_reading()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var request = Request("{}", "application/json");
        request.HttpContext.RequestAborted = gone.Token;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await RequestBody.ReadJsonAsync(request, BytesMax)
        );
    }

    [Fact]
    public async Task Disposal_wipes_the_bytes()
    {
        var body = await AcceptedAsync(Request("4111111111111111", "application/json"));
        var seen = body.Bytes;

        body.Dispose();

        Assert.Equal(-1, seen.IndexOf("4111"u8));
    }

    [Fact]
    public async Task Disposing_twice_is_disposing_once()
    {
        var body = await AcceptedAsync(Request("{}", "application/json"));

        body.Dispose();
        body.Dispose();

        // A buffer that went back twice would be handed out twice.
        using var one = await AcceptedAsync(Request("11", "application/json"));
        using var other = await AcceptedAsync(Request("22", "application/json"));
        Assert.Equal("11", Encoding.UTF8.GetString(one.Bytes));
        Assert.Equal("22", Encoding.UTF8.GetString(other.Bytes));
    }

    private static HttpRequest Request(string body, string? contentType)
    {
        var request = new DefaultHttpContext().Request;
        var bytes = Encoding.UTF8.GetBytes(body);
        request.Body = new MemoryStream(bytes);
        request.ContentLength = bytes.Length;
        request.ContentType = contentType;
        return request;
    }

    private static HttpRequest WithoutLength(string body)
    {
        var request = Request(body, "application/json");
        request.ContentLength = null;
        request.Headers.TransferEncoding = "chunked";
        return request;
    }

    private static async Task<RequestBody> AcceptedAsync(HttpRequest request)
    {
        var (body, problem) = await RequestBody.ReadJsonAsync(request, BytesMax);
        Assert.Null(problem);
        Assert.NotNull(body);
        return body;
    }

    private static async Task<BodyProblem?> RefusedAsync(HttpRequest request)
    {
        var (body, problem) = await RequestBody.ReadJsonAsync(request, BytesMax);
        Assert.Null(body);
        return problem;
    }
}
