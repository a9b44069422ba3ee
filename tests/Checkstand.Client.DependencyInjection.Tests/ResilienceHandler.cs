namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Under the name of the one in the package Microsoft.Extensions.Http.Resilience: sends all that failed again.</summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var failed = await base.SendAsync(request, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
