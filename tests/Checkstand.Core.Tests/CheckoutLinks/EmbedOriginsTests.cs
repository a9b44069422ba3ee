using Checkstand.Core.CheckoutLinks;
using Xunit;

namespace Checkstand.Core.Tests.CheckoutLinks;

/// <summary>Which pages may embed checkouts.</summary>
public sealed class EmbedOriginsTests
{
    [Theory]
    [InlineData("https://anything.example")]
    [InlineData("nonsense")]
    public void Without_a_list_every_page_may(string origin) => Assert.True(EmbedOrigins.IsAllowed([], origin));

    [Theory]
    [InlineData("shop.example.com", "https://shop.example.com", true)]
    [InlineData("shop.example.com", "https://SHOP.example.com", true)]
    [InlineData("shop.example.com", "http://shop.example.com", true)]
    [InlineData("shop.example.com", "https://shop.example.com:8443", true)]
    [InlineData("shop.example.com", "https://a.shop.example.com", false)]
    [InlineData("shop.example.com", "https://shop.example.com.evil.example", false)]
    [InlineData("shop.example.com", "https://evilshop.example.com", false)]
    [InlineData("shop.example.com", "app://shop.example.com", false)]
    [InlineData("shop.example.com:8443", "https://shop.example.com:8443", true)]
    [InlineData("shop.example.com:8443", "https://shop.example.com", false)]
    [InlineData("*.example.com", "https://a.b.example.com", true)]
    [InlineData("*.example.com", "https://example.com", false)]
    [InlineData("*.example.com", "https://evilexample.com", false)]
    [InlineData("*.example.com", "https://.example.com", false)]
    [InlineData("*.example.com:8443", "https://a.example.com:8443", true)]
    [InlineData("*.example.com:8443", "https://a.example.com", false)]
    [InlineData("[2001:db8::1]", "http://[2001:db8::1]:3000", true)]
    [InlineData("tauri://localhost", "tauri://localhost", true)]
    [InlineData("tauri://app", "tauri://other", false)]
    [InlineData("shop.example.com", "nonsense", false)]
    [InlineData("shop.example.com", "null", false)]
    public void With_a_list_a_page_must_be_on_it(string host, string origin, bool isAllowed) =>
        Assert.Equal(isAllowed, EmbedOrigins.IsAllowed([host], origin));

    [Theory]
    [InlineData("http://localhost:3000")]
    [InlineData("http://127.0.0.1:3000")]
    [InlineData("http://[::1]")]
    public void A_page_of_this_machine_always_may(string origin) =>
        Assert.True(EmbedOrigins.IsAllowed(["shop.example.com"], origin));
}
