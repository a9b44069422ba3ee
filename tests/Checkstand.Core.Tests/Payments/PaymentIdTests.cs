using System.Security.Cryptography;
using Checkstand.Core.Payments;
using FsCheck.Fluent;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Payments;

public sealed class PaymentIdTests
{
    // RFC 9562 appendix A.6, example of a UUID version 7.
    private static readonly Guid Example = Guid.Parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");

    [Fact]
    public void Ids_of_payments_and_operations_are_UUIDs_of_version_7_that_begin_with_their_milliseconds()
    {
        var instant = new DateTimeOffset(2022, 2, 22, 14, 22, 22, TimeSpan.FromHours(-5));

        Assert.StartsWith("017f22e2-79b0-7", PaymentId.New(instant).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("017f22e2-79b0-7", OperationId.New(instant).ToString(), StringComparison.Ordinal);
        Assert.NotEqual(PaymentId.New(instant), PaymentId.New(instant));
        Assert.NotEqual(OperationId.New(instant), OperationId.New(instant));
    }

    [Fact]
    public void Ids_are_written_in_lower_case_with_dashes_and_their_bytes_are_in_network_order()
    {
        var bytes = Convert.FromHexString("017f22e279b07cc398c4dc0c0c07398f");

        Assert.Equal("017f22e2-79b0-7cc3-98c4-dc0c0c07398f", new PaymentId(Example).ToString());
        Assert.Equal("017f22e2-79b0-7cc3-98c4-dc0c0c07398f", new OperationId(Example).ToString());
        Assert.Equal(bytes, new PaymentId(Example).ToBytes());
        Assert.Equal(bytes, new OperationId(Example).ToBytes());
    }

    // The provider holds this key: another version of the program must come to the same.
    [Fact]
    public void What_follows_from_an_id_is_known_for_ever()
    {
        var hash = SHA256.HashData(Convert.FromHexString("017f22e279b07cc398c4dc0c0c07398f"))[..16];
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F));

        Assert.Equal(new Guid(hash, bigEndian: true), OperationId.Following(new OperationId(Example)).Value);
        Assert.Equal(
            "4e2e2247-7383-8f21-ada8-972a15d381a4",
            OperationId.Following(new OperationId(Example)).ToString()
        );
    }

    [Fact]
    public void What_follows_is_a_UUID_of_version_8_always_the_same_and_of_its_own() =>
        Property.Holds(
            Gen.Choose(0, int.MaxValue),
            seconds =>
            {
                var id = OperationId.New(DateTimeOffset.FromUnixTimeSeconds(seconds));
                var bytes = OperationId.Following(id).ToBytes();
                return bytes[6] >> 4 == 0b1000
                    && bytes[8] >> 6 == 0b10
                    && OperationId.Following(id) == OperationId.Following(id)
                    && OperationId.Following(id) != id
                    && OperationId.Following(id) != OperationId.Following(OperationId.New(Now))
                    && OperationId.Following(id) != OperationId.Following(OperationId.Following(id));
            }
        );
}
