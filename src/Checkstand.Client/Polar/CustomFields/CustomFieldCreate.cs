using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A new custom field.</summary>
[JsonConverter(typeof(CustomFieldCreateConverter))]
public abstract class CustomFieldCreate : PolarObject
{
    /// <summary>Its kind.</summary>
    public abstract CustomFieldType Type { get; }

    /// <summary>Its name in data: letters, digits, hyphens and underscores. Required.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Its name for people, not empty. Required.</summary>
    public string Name { get; set; } = "";

    /// <summary>The organization's own data: at most 50 keys of 40 characters.</summary>
    public Metadata? Metadata { get; set; }

    /// <summary>The organization; needed with tokens that act for several.</summary>
    public string? OrganizationId { get; set; }
}

/// <summary>A new custom field that asks for an answer of text.</summary>
public sealed class CustomFieldTextCreate : CustomFieldCreate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Text;

    /// <summary>How it is asked, and what is taken. Required.</summary>
    public CustomFieldTextProperties Properties { get; set; } = new();
}

/// <summary>A new custom field that asks for a whole number.</summary>
public sealed class CustomFieldNumberCreate : CustomFieldCreate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Number;

    /// <summary>How it is asked, and what is taken. Required.</summary>
    public CustomFieldNumberProperties Properties { get; set; } = new();
}

/// <summary>A new custom field that asks for a day.</summary>
public sealed class CustomFieldDateCreate : CustomFieldCreate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Date;

    /// <summary>How it is asked, and what is taken. Required.</summary>
    public CustomFieldDateProperties Properties { get; set; } = new();
}

/// <summary>A new custom field that asks for a yes.</summary>
public sealed class CustomFieldCheckboxCreate : CustomFieldCreate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Checkbox;

    /// <summary>How it is asked, and what is taken. Required.</summary>
    public CustomFieldCheckboxProperties Properties { get; set; } = new();
}

/// <summary>A new custom field that asks for one of several answers.</summary>
public sealed class CustomFieldSelectCreate : CustomFieldCreate
{
    /// <inheritdoc/>
    public override CustomFieldType Type => CustomFieldType.Select;

    /// <summary>How it is asked, and what is taken. Required.</summary>
    public CustomFieldSelectProperties Properties { get; set; } = new();
}
