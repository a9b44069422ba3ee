using Checkstand.Connectors.Stripe;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeOptionsTests
{
    private static StripeOptions Read(params (string Key, string? Value)[] settings) =>
        StripeOptions.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(setting =>
                        KeyValuePair.Create($"{StripeOptions.Section}:{setting.Key}", setting.Value)
                    )
                )
                .Build()
                .GetSection(StripeOptions.Section)
        );

    [Fact]
    public void Without_settings_there_are_no_accounts_and_no_problem()
    {
        var options = Read();

        Assert.Null(options.Problem);
        Assert.Empty(options.Accounts);
        Assert.Equal(new Uri("https://api.stripe.com"), options.ApiBase);
        Assert.Equal(30_000, options.TimeoutMs);
    }

    [Fact]
    public void Accounts_have_a_key_and_perhaps_a_signing_secret()
    {
        var options = Read(
            ("Accounts:main:SecretKey", "sk_test_1"),
            ("Accounts:main:WebhookSecret", "whsec_1"),
            ("Accounts:eu-2:SecretKey", "rk_test_2"),
            ("Accounts:eu-2:WebhookSecret", ""),
            ("ApiBase", "http://127.0.0.1:12111"),
            ("TimeoutMs", "5000")
        );

        Assert.Null(options.Problem);
        Assert.Equal("sk_test_1", options.Accounts["MAIN"].SecretKey.Reveal());
        Assert.Equal("whsec_1", options.Accounts["main"].WebhookSecret!.Reveal());
        Assert.Equal("rk_test_2", options.Accounts["eu-2"].SecretKey.Reveal());
        Assert.Null(options.Accounts["eu-2"].WebhookSecret);
        Assert.Equal(new Uri("http://127.0.0.1:12111"), options.ApiBase);
        Assert.Equal(5000, options.TimeoutMs);
    }

    [Theory]
    [InlineData("Accounts:main:SecretKey", "pk_test_hidden", "Accounts:main:SecretKey")]
    [InlineData("Accounts:main:SecretKey", "sk_test_hidden\n", "Accounts:main:SecretKey")]
    [InlineData("Accounts:main:SecretKey", "", "Accounts:main:SecretKey")]
    [InlineData("Accounts:main:WebhookSecret", "whsec_hidden", "Accounts:main:SecretKey")]
    [InlineData("Accounts:a b:SecretKey", "sk_test_hidden", "Accounts is not")]
    [InlineData("ApiBase", "api.stripe.com", "ApiBase")]
    [InlineData("ApiBase", "http://api.stripe.com", "ApiBase")]
    [InlineData("ApiBase", "https://api.stripe.com/v1", "ApiBase")]
    [InlineData("ApiBase", "https://hidden@api.stripe.com", "ApiBase")]
    [InlineData("ApiBase", "", "ApiBase")]
    [InlineData("TimeoutMs", "999", "TimeoutMs")]
    [InlineData("TimeoutMs", "40001", "TimeoutMs")]
    [InlineData("TimeoutMs", "-5", "TimeoutMs")]
    [InlineData("TimeoutMs", "30s", "TimeoutMs")]
    public void A_setting_that_can_t_be_used_is_named_and_not_repeated(string key, string value, string named)
    {
        var problem = Read((key, value)).Problem;

        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signing_secret_of_another_form_is_a_problem() =>
        Assert.Contains(
            "Accounts:main:WebhookSecret",
            Read(("Accounts:main:SecretKey", "sk_test_1"), ("Accounts:main:WebhookSecret", "sk_test_1")).Problem,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("ä")]
    public void A_secret_that_can_t_stand_in_a_header_is_none(string text)
    {
        Assert.False(Secret.IsWellFormed(text));
        Assert.Throws<ArgumentException>(() => new Secret(text));
    }

    [Fact]
    public void A_secret_does_not_print_itself() => Assert.Equal("[secret]", new Secret("sk_test_1").ToString());
}
