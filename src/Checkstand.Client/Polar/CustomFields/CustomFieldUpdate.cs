using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A change of a custom field: only what is set is sent. Its kind stays, and must be the one that it has.</summary>
[JsonConverter(typeof(CustomFieldUpdateConverter))]
public abstract class CustomFieldUpdate : PolarObject
{
    /// <summary>Its kind.</summary>
    public abstract CustomFieldType Type { get; }

    /// <summary>Its name in data. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Slug { get; set; }

    /// <summary>Its name for people. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; set; }

    /// <summary>The organization's own data, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> Metadata { get; set; }
}

/// <summary>A change of a custom field that asks for an answer of text.</summary>
public sealed class CustomFieldTextUpdate : CustomFieldUpdate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Text;

    /// <summary>How it is asked, and what is taken, as a whole. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CustomFieldTextProperties?> Properties { get; set; }
}

/// <summary>A change of a custom field that asks for a whole number.</summary>
public sealed class CustomFieldNumberUpdate : CustomFieldUpdate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Number;

    /// <summary>How it is asked, and what is taken, as a whole. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CustomFieldNumberProperties?> Properties { get; set; }
}

/// <summary>A change of a custom field that asks for a day.</summary>
public sealed class CustomFieldDateUpdate : CustomFieldUpdate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Date;

    /// <summary>How it is asked, and what is taken, as a whole. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CustomFieldDateProperties?> Properties { get; set; }
}

/// <summary>A change of a custom field that asks for a yes.</summary>
public sealed class CustomFieldCheckboxUpdate : CustomFieldUpdate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Checkbox;

    /// <summary>How it is asked, and what is taken, as a whole. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CustomFieldCheckboxProperties?> Properties { get; set; }
}

/// <summary>A change of a custom field that asks for one of several answers.</summary>
public sealed class CustomFieldSelectUpdate : CustomFieldUpdate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Select;

    /// <summary>How it is asked, and what is taken, as a whole. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CustomFieldSelectProperties?> Properties { get; set; }
}
