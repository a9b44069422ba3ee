using System.Numerics;

namespace Checkstand.Gr4vy.Tests.Buyers;

public sealed class ReconciliationIdTests
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // The vendor's own example of a buyer.
    [Theory]
    [InlineData("fe26475d-ec3e-4884-9553-f7356683f7f9", "7jZXl4gBUNl0CnaLEnfXbt")]
    [InlineData("00000000-0000-0000-0000-000000000000", "0")]
    [InlineData("00000000-0000-0000-0000-00000000003d", "z")]
    [InlineData("00000000-0000-0000-0000-00000000003e", "10")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff", "7n42DGM5Tflk9n8mt7Fhc7")]
    public void A_UUID_has_one_short_name(string id, string name) =>
        Assert.Equal(name, ReconciliationId.Of(Guid.ParseExact(id, "D")));

    [Fact]
    public void The_name_leads_back_to_the_UUID()
    {
        for (var i = 0; i < 1000; i++)
        {
            var id = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeSeconds(i * 10_000_000L));

            var number = ReconciliationId.Of(id).Aggregate(BigInteger.Zero, (n, c) => (n * 62) + Digits.IndexOf(c));

            var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
            Assert.Equal(id, new Guid([.. new byte[16 - bytes.Length], .. bytes], bigEndian: true));
        }
    }
}
