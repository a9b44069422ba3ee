using System.Net;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>A server that writes down what it is asked and answers every request with one body.</summary>
internal sealed class Recorder(string answer = "{}", HttpStatusCode status = HttpStatusCode.OK) : HttpMessageHandler
{
    public List<(string Method, string Path, string Body, HttpRequestMessage Message)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.Method.Method, request.RequestUri!.PathAndQuery, body, request));
        return new HttpResponseMessage(status)
        {
            Content = new StringContent(answer, System.Text.Encoding.UTF8, "application/json"),
        };
    }
}
