using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class FingerprintTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task The_same_card_has_the_same_fingerprint_within_an_account()
    {
        var first = await FingerprintAsync(Cards.Fields(Cards.Visa, "12/35", "123"), "default");
        var second = await FingerprintAsync(Cards.Fields(Cards.Visa, "01/31", "999"), "default");

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_same_card_has_another_fingerprint_in_another_account()
    {
        var first = await FingerprintAsync(Cards.Fields(), "default");
        var second = await FingerprintAsync(Cards.Fields(), Gr4vyServer.OtherAccount);

        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData(Cards.Mastercard)]
    [InlineData(Cards.Amex)]
    // One digit more, one less, one changed.
    [InlineData("41111111111111111")]
    [InlineData("411111111111111")]
    [InlineData("4111111111111112")]
    public async Task Another_card_has_another_fingerprint(string number)
    {
        var first = await FingerprintAsync(Cards.Fields(), "default");
        var second = await FingerprintAsync(Cards.Fields(number), "default");

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_fingerprint_is_no_bare_hash_of_the_number()
    {
        var fingerprint = await FingerprintAsync(Cards.Fields(), "default");

        var digits = Encoding.ASCII.GetBytes(Cards.Visa);
        Assert.NotEqual(Convert.ToHexStringLower(SHA256.HashData(digits)), fingerprint);
        Assert.NotEqual(Convert.ToHexStringLower(SHA3_256.IsSupported ? SHA3_256.HashData(digits) : []), fingerprint);
    }

    private async Task<string> FingerprintAsync(string fields, string merchant)
    {
        var id = await api.OpenAsync("{}", merchant);
        (await api.PutFieldsAsync(id, fields)).Expect(204);
        return (await api.GetAsync(id, merchant)).Expect(200).TextAt("/payment_method/fingerprint")!;
    }
}
