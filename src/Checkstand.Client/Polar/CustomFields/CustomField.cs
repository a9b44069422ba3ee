using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A custom field in answers: one of the kinds below, or <see cref="CustomFieldUnknown"/>. Source: contract section 2.7.</summary>
[JsonConverter(typeof(CustomFieldConverter))]
public abstract class CustomField : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The organization's own data.</summary>
    public Metadata Metadata { get; set; } = new();

    /// <summary>Its kind.</summary>
    public CustomFieldType Type { get; set; }

    /// <summary>Its name in data.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Its name for people.</summary>
    public string Name { get; set; } = "";

    /// <summary>The organization that asks.</summary>
    public string OrganizationId { get; set; } = "";
}

/// <summary>A custom field that asks for an answer of text.</summary>
public sealed class CustomFieldText : CustomField
{
    /// <summary>How it is asked, and what is taken.</summary>
    public CustomFieldTextProperties Properties { get; set; } = new();
}

/// <summary>A custom field that asks for a whole number.</summary>
public sealed class CustomFieldNumber : CustomField
{
    /// <summary>How it is asked, and what is taken.</summary>
    public CustomFieldNumberProperties Properties { get; set; } = new();
}

/// <summary>A custom field that asks for a day.</summary>
public sealed class CustomFieldDate : CustomField
{
    /// <summary>How it is asked, and what is taken.</summary>
    public CustomFieldDateProperties Properties { get; set; } = new();
}

/// <summary>A custom field that asks for a yes.</summary>
public sealed class CustomFieldCheckbox : CustomField
{
    /// <summary>How it is asked, and what is taken.</summary>
    public CustomFieldCheckboxProperties Properties { get; set; } = new();
}

/// <summary>A custom field that asks for one of several answers.</summary>
public sealed class CustomFieldSelect : CustomField
{
    /// <summary>How it is asked, and what is taken.</summary>
    public CustomFieldSelectProperties Properties { get; set; } = new();
}

/// <summary>A custom field of a kind that this version of the client does not know. What it says is in <see cref="PolarObject.AdditionalProperties"/>.</summary>
public sealed class CustomFieldUnknown : CustomField { }

/// <summary>A custom field on a product.</summary>
public sealed class AttachedCustomField : PolarObject
{
    /// <summary>The id of the custom field.</summary>
    public string CustomFieldId { get; set; } = "";

    /// <summary>The custom field.</summary>
    [JsonRequired]
    public CustomField CustomField { get; set; } = null!;

    /// <summary>Its place among the others.</summary>
    public int Order { get; set; }

    /// <summary>Whether it must be answered.</summary>
    public bool Required { get; set; }
}
