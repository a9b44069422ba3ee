using Checkstand.Core.Organizations;
using Checkstand.Server.Logs;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Who knows a client secret may pay, so it is told to nobody else.</summary>
public sealed class CheckoutSecretTests
{
    [Theory]
    [InlineData("polar_c_")]
    [InlineData("polar_cl_")]
    [InlineData("polar_oat_")]
    [InlineData("polar_cst_")]
    public void A_secret_in_a_line_of_the_log_is_masked(string prefix)
    {
        var secret = SecretText.New(prefix);
        Assert.Equal(
            $"GET /v1/checkouts/client/{prefix}***/confirm?x={prefix}***",
            SecretMask.Apply($"GET /v1/checkouts/client/{secret}/confirm?x={secret}")
        );
        Assert.Equal("a polar bear_c_", SecretMask.Apply("a polar bear_c_"));
    }
}
