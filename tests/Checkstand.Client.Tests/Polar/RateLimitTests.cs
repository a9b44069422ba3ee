using Checkstand.Client.Polar;
using Checkstand.Server;

namespace Checkstand.Client.Tests.Polar;

public sealed class RateLimitTests : SandboxServer
{
    private const int ConfirmationsAMinute = 6;

    private protected override void Configure(CheckstandOptions options) => options.Polar.RateLimits = true;

    [Fact]
    public async Task Too_many_confirmations_are_told_with_when_to_come_back()
    {
        for (var i = 0; i < ConfirmationsAMinute; i++)
        {
            await Assert.ThrowsAsync<ResourceNotFoundException>(ConfirmAsync);
        }

        var failure = await Assert.ThrowsAsync<TooManyRequestsException>(ConfirmAsync);

        Assert.Equal(429, failure.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(30), failure.RetryAfter);
        Assert.Empty(failure.Body!);
        Clock.Advance(TimeSpan.FromMinutes(30));
        await Assert.ThrowsAsync<ResourceNotFoundException>(ConfirmAsync);

        Task ConfirmAsync() => Polar.Checkouts.ClientConfirmAsync("polar_c_nothing", new CheckoutConfirmStripe());
    }
}
