using System.Net;
using System.Net.Sockets;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Shapes;

/// <summary>The recurring forms of values in this contract, and short ways to declare fields.</summary>
internal static class Forms
{
    public static readonly UuidShape Uuid4 = new() { IsVersion4 = true };
    public static readonly DateTimeShape DateTime = new();
    public static readonly BooleanShape Boolean = new();
    public static readonly TextShape AnyText = new();

    /// <summary>An address of a page, http or https, at most 2083 characters (contract section 2.2).</summary>
    public static readonly FormShape Url = new(
        "uri",
        Urls.Normalize,
        "Input should be a valid URL of http or https.",
        "url_parsing"
    );

    /// <summary>The address of a mailbox: its syntax only, nobody is asked whether it exists.</summary>
    public static readonly FormShape Email = new(
        "email",
        EmailAddresses.Normalize,
        "value is not a valid email address",
        "value_error"
    );

    public static readonly FormShape IpAddress = new(
        "ipvanyaddress",
        NormalizeAddress,
        "value is not a valid IPv4 or IPv6 address",
        "ip_any_address"
    );

    /// <summary>The sender's own data: at most 50 keys of 40 characters (contract section 2.2).</summary>
    public static readonly MapShape Metadata = new(new ScalarShape(1, 500)) { Key = Text(1, 40), CountMax = 50 };

    // The framework takes 1.2.3 and 16909060 for IPv4 too.
    private static string? NormalizeAddress(string text) =>
        IPAddress.TryParse(text, out var address)
        && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text)
            ? address.ToString()
            : null;

    public static TextShape Text(int min, int max) => new() { LengthMin = min, LengthMax = max };

    public static TextShape Constant(string value) => new() { Values = [value] };

    public static TextShape OneOf(string enumName, params string[] values) =>
        new() { Values = values, EnumName = enumName };

    /// <summary>A field that may be absent or null.</summary>
    public static Field Maybe(string name, Shape shape, string? @default = null) =>
        new(name, shape) { DocumentedDefault = @default };

    /// <summary>A field that must be there and not null.</summary>
    public static Field Must(string name, Shape shape) => new(name, shape) { IsRequired = true, IsNullable = false };

    /// <summary>A field that must be there and may be null.</summary>
    public static Field MustOrNull(string name, Shape shape) => new(name, shape) { IsRequired = true };

    /// <summary>A field that may be absent but not null.</summary>
    public static Field NotNull(string name, Shape shape) => new(name, shape) { IsNullable = false };

    /// <summary>A field that may be absent, which means a default that the operation applies, but not null.</summary>
    public static Field Defaulted(string name, Shape shape, string @default) =>
        NotNull(name, shape) with
        {
            DocumentedDefault = @default,
        };

    /// <summary>An object whose undeclared properties are skipped, as upstream does.</summary>
    public static ObjectShape Object(string name, params Field[] fields) => new(name, fields) { IgnoresOthers = true };
}
