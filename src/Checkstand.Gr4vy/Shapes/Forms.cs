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

    /// <summary>Minor units; the contract caps every amount below one million major units of two decimals.</summary>
    public static readonly IntegerShape Amount = new(0, 99_999_999);

    /// <summary>An integer whose bounds the contract leaves open: what 64 bits hold.</summary>
    public static readonly IntegerShape AnyInteger = new(long.MinValue, long.MaxValue);

    public static TextShape Text(int min, int max) => new() { LengthMin = min, LengthMax = max };

    public static TextShape Constant(string value) => new() { Values = [value] };

    public static TextShape OneOf(params string[] values) => new() { Values = values };

    /// <summary>A field that may be absent or null.</summary>
    public static Field Maybe(string name, Shape shape, string? @default = null) =>
        new(name, shape) { Default = @default };

    /// <summary>A field that must be there and not null.</summary>
    public static Field Must(string name, Shape shape) => new(name, shape) { IsRequired = true, IsNullable = false };

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
