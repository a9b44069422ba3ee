namespace Checkstand.Client.Polar;

/// <summary>How a custom field is asked.</summary>
public abstract class CustomFieldProperties : PolarObject
{
    /// <summary>What stands before it in the form; otherwise its name.</summary>
    public string? FormLabel { get; set; }

    /// <summary>What stands below it.</summary>
    public string? FormHelpText { get; set; }

    /// <summary>What stands in it while it is empty.</summary>
    public string? FormPlaceholder { get; set; }
}

/// <summary>How an answer of text is asked for.</summary>
public sealed class CustomFieldTextProperties : CustomFieldProperties
{
    /// <summary>Whether it has several lines.</summary>
    public bool? Textarea { get; set; }

    /// <summary>The least number of characters.</summary>
    public int? MinLength { get; set; }

    /// <summary>The greatest number of characters.</summary>
    public int? MaxLength { get; set; }
}

/// <summary>How a whole number is asked for.</summary>
public sealed class CustomFieldNumberProperties : CustomFieldProperties
{
    /// <summary>The least number that is taken.</summary>
    public int? Ge { get; set; }

    /// <summary>The greatest number that is taken.</summary>
    public int? Le { get; set; }
}

/// <summary>How a day is asked for.</summary>
public sealed class CustomFieldDateProperties : CustomFieldProperties
{
    /// <summary>The first day that is taken, in seconds since 1970.</summary>
    public long? Ge { get; set; }

    /// <summary>The last day that is taken, in seconds since 1970.</summary>
    public long? Le { get; set; }
}

/// <summary>How a yes is asked for.</summary>
public sealed class CustomFieldCheckboxProperties : CustomFieldProperties { }

/// <summary>How one of several answers is asked for.</summary>
public sealed class CustomFieldSelectProperties : CustomFieldProperties
{
    /// <summary>What can be chosen; at least one. Required.</summary>
    public List<CustomFieldSelectOption> Options { get; set; } = [];
}

/// <summary>What can be chosen.</summary>
public sealed class CustomFieldSelectOption : PolarObject
{
    /// <summary>What is kept. Required.</summary>
    public string Value { get; set; } = "";

    /// <summary>What is shown. Required.</summary>
    public string Label { get; set; } = "";
}
