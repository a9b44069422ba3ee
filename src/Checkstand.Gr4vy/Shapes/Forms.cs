using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>The recurring forms of values in this contract, and short ways to declare fields.</summary>
internal static class Forms
{
    public static readonly UuidShape Uuid = new();
    public static readonly DateTimeShape DateTime = new();
    public static readonly DateShape Date = new();
    public static readonly BooleanShape Boolean = new();
    public static readonly TextShape AnyText = new();
    public static readonly TextShape Country = new() { Pattern = TextPattern.Country };
    public static readonly TextShape Currency = new() { Pattern = TextPattern.Currency };
    public static readonly TextShape Phone = new() { Pattern = TextPattern.Phone };
    public static readonly TextShape SecurityCode = new()
    {
        LengthMin = 3,
        LengthMax = 4,
        Pattern = TextPattern.Digits,
    };

    public static readonly TextShape CardDigits = new()
    {
        LengthMin = 13,
        LengthMax = 19,
        Pattern = TextPattern.Digits,
    };
    public static readonly TextShape Expiry = new()
    {
        LengthMin = 5,
        LengthMax = 5,
        Pattern = TextPattern.CardExpiry,
    };
    public static readonly TextShape Bin = new()
    {
        LengthMin = 6,
        LengthMax = 8,
        Pattern = TextPattern.Digits,
    };

    /// <summary>Electronic commerce indicator of 3-D Secure.</summary>
    public static readonly TextShape Eci = new()
    {
        LengthMin = 1,
        LengthMax = 2,
        Pattern = TextPattern.Eci,
    };

    public static readonly TextShape ThreeDSecureVersion = new() { Pattern = TextPattern.ThreeDSecureVersion };

    /// <summary>An integer that the contract leaves unbounded.</summary>
    public static readonly IntegerShape AnyInteger = IntegerShape.Any;

    /// <summary>A number that the contract leaves unbounded.</summary>
    public static readonly NumberShape AnyNumber = NumberShape.Any;

    /// <summary>An object that is carried and not judged.</summary>
    public static readonly AnyObjectShape AnyObject = new();

    /// <summary>Minor units; the contract caps every amount below one million major units of two decimals.</summary>
    public static readonly IntegerShape Amount = new(0, 99_999_999);

    public static TextShape Text(int min, int max) => new() { LengthMin = min, LengthMax = max };

    public static TextShape Constant(string value) => new() { Values = [value] };

    public static TextShape OneOf(params string[] values) => new() { Values = values };

    /// <summary>A field that may be absent or null.</summary>
    public static Field Maybe(string name, Shape shape, string? @default = null) =>
        new(name, shape) { Default = @default };

    /// <summary>A field that must be there and not null.</summary>
    public static Field Must(string name, Shape shape) => new(name, shape) { IsRequired = true, IsNullable = false };

    /// <summary>A field that must be there and may be null.</summary>
    public static Field MustOrNull(string name, Shape shape) => new(name, shape) { IsRequired = true };

    /// <summary>A field that may be absent, which means a default that the operation applies, but not null.</summary>
    public static Field Defaulted(string name, Shape shape, string @default) =>
        NotNull(name, shape) with
        {
            DocumentedDefault = @default,
        };

    /// <summary>A field whose one value says what the object is.</summary>
    public static Field Tag(string name, string value) => Defaulted(name, Constant(value), $"\"{value}\"");

    /// <summary>A field that may be absent but not null.</summary>
    public static Field NotNull(string name, Shape shape) => new(name, shape) { IsNullable = false };

    /// <summary>The field that says what an object is; senders may leave it out.</summary>
    public static Field Named(string type) =>
        NotNull("type", Constant(type)) with
        {
            DocumentedDefault = $"\"{type}\"",
        };

    /// <summary>A switch that is off when nothing is said.</summary>
    public static Field Off(string name) => NotNull(name, Boolean) with { DocumentedDefault = "false" };
}
