using System.Globalization;
using Checkstand.Core.Sessions;
using FsCheck.Fluent;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Sessions;

public sealed class SessionIdTests
{
    // RFC 9562 appendix A.6, example of a UUID version 7.
    private const string Rfc9562Example = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

    [Fact]
    public void An_id_is_a_UUID_of_version_7_and_of_the_RFC_variant() =>
        Property.Holds(
            Gen.Choose(0, int.MaxValue),
            seconds =>
            {
                var bytes = SessionId.New(DateTimeOffset.FromUnixTimeSeconds(seconds)).ToBytes();
                return bytes[6] >> 4 == 0b0111 && bytes[8] >> 6 == 0b10;
            }
        );

    [Fact]
    public void An_id_begins_with_its_milliseconds()
    {
        // RFC 9562 appendix A.6: Tuesday, February 22, 2022 2:22:22.00 PM GMT-05:00 is 0x017F22E279B0.
        var instant = new DateTimeOffset(2022, 2, 22, 14, 22, 22, TimeSpan.FromHours(-5));

        Assert.StartsWith("017f22e2-79b0-7", SessionId.New(instant).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_in_order_of_their_milliseconds()
    {
        var ids = Enumerable.Range(0, 2000).Select(i => SessionId.New(Now.AddMilliseconds(i))).ToList();

        Assert.Equal(ids, ids.OrderBy(id => Convert.ToHexString(id.ToBytes()), StringComparer.Ordinal));
        Assert.Equal(ids, ids.OrderBy(id => id.ToString(), StringComparer.Ordinal));
    }

    // 74 bits are free. Over 512 ids each must have been both 0 and 1: that it hasn't has odds of 74 in 2^511.
    [Fact]
    public void All_74_free_bits_differ_between_ids_of_one_instant()
    {
        var ids = Enumerable.Range(0, 512).Select(_ => SessionId.New(Now).ToBytes()).ToList();
        var varying = Enumerable
            .Range(0, 128)
            .Count(bit => ids.Select(id => (id[bit / 8] >> (7 - (bit % 8))) & 1).Distinct().Count() == 2);

        Assert.Equal(74, varying);
    }

    [Fact]
    public void An_id_is_written_in_lower_case_with_dashes_and_read_back()
    {
        var id = SessionId.New(Now);

        Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", id.ToString());
        Assert.True(SessionId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
    }

    [Fact]
    public void Upper_case_is_read_as_lower_case()
    {
        Assert.True(SessionId.TryParse(Rfc9562Example.ToUpperInvariant(), out var id));
        Assert.Equal(Rfc9562Example, id.ToString());
    }

    // Ids of other versions are well-formed; that no session has them is for the store to say.
    [Fact]
    public void A_UUID_of_any_version_is_read() =>
        Assert.True(SessionId.TryParse("8724fd24-5489-4a5d-90fd-0604df7d3b83", out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-an-id")]
    [InlineData("017f22e279b07cc398c4dc0c0c07398f")]
    [InlineData("{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}")]
    [InlineData("(017f22e2-79b0-7cc3-98c4-dc0c0c07398f)")]
    [InlineData("urn:uuid:017f22e2-79b0-7cc3-98c4-dc0c0c07398f")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398f0")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398g")]
    [InlineData("017f22e279-b0-7cc3-98c4-dc0c0c07398f")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398\0")]
    [InlineData(" 017f22e2-79b0-7cc3-98c4-dc0c0c07398f")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398f ")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n")]
    [InlineData("0x7f22e2-79b0-7cc3-98c4-dc0c0c07398f")]
    [InlineData("+17f22e2-79b0-7cc3-98c4-dc0c0c07398f")]
    [InlineData("017f22e2-0x79-0x7c-0x98-dc0c0c07398f")]
    public void Nothing_but_36_characters_with_dashes_is_read(string? text) =>
        Assert.False(SessionId.TryParse(text, out _));

    [Fact]
    public void The_bytes_are_in_network_order()
    {
        Assert.True(SessionId.TryParse(Rfc9562Example, out var id));
        Assert.Equal(
            Rfc9562Example.Replace("-", "", StringComparison.Ordinal),
            Convert.ToHexStringLower(id.ToBytes()),
            ignoreCase: false
        );
        Assert.Equal(
            0x017F22E279B0,
            long.Parse(
                Convert.ToHexString(id.ToBytes().AsSpan(0, 6)),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture
            )
        );
    }
}
