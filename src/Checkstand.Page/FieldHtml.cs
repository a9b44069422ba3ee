using Checkstand.Core;

namespace Checkstand.Page;

/// <summary>One field of the form: its label, its hint, what is wrong with it, and the input that they belong to.</summary>
/// <param name="Name">Its name, which is its id too.</param>
/// <param name="Label">Its label.</param>
internal sealed record FieldHtml(string Name, string Label)
{
    /// <summary>What it shows; null for nothing.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public FieldProblem? Problem { get; init; }

    /// <summary>A line under the label; null for none.</summary>
    public string? Hint { get; init; }

    /// <summary>What browsers fill in.</summary>
    public string Autocomplete { get; init; } = "off";

    /// <summary>The kind of input.</summary>
    public string Type { get; init; } = "text";

    /// <summary>The keyboard that phones show; null for the usual one.</summary>
    public string? InputMode { get; init; }

    /// <summary>Whether the form is not sent without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Most characters; null for any number.</summary>
    public int? LengthMax { get; init; }

    /// <summary>Whether it is as wide as its content only.</summary>
    public bool IsShort { get; init; }

    /// <summary>An input of a line.</summary>
    public Html Input() =>
        Around(
            Html.Of(
                $"""<input id="{Name}" name="{Name}" type="{Type}" autocomplete="{Autocomplete}" value="{Value}"{Mode}{Max}{Required}{Described}>"""
            )
        );

    /// <summary>An input of several lines.</summary>
    public Html TextArea() =>
        Around(
            // The line break after the tag is not part of the text; without it one that the text begins with would be lost.
            Html.Of(
                $"<textarea id=\"{Name}\" name=\"{Name}\" rows=\"4\" autocomplete=\"{Autocomplete}\"{Max}{Required}{Described}>\n{Value}</textarea>"
            )
        );

    /// <summary>A choice of one.</summary>
    public Html Select(IEnumerable<(string Value, string Label)> options, string? empty)
    {
        var all = options.Select(option =>
            Html.Of(
                $"""<option value="{option.Value}"{Flag("selected", option.Value == Value)}>{option.Label}</option>"""
            )
        );
        var first = empty is null ? Html.None : Html.Of($"""<option value="">{empty}</option>""");
        return Around(
            Html.Of(
                $"""<select id="{Name}" name="{Name}" autocomplete="{Autocomplete}"{Required}{Described}>{first}{all}</select>"""
            )
        );
    }

    /// <summary>A box to tick.</summary>
    public Html Checkbox() =>
        Html.Of(
            $"""
            <div class="field tick">{ProblemLine}<input id="{Name}" name="{Name}" type="checkbox" value="on"{Flag(
                "checked",
                Value is not null
            )}{Required}{Described}><label for="{Name}">{Label}</label>{HintLine}</div>

            """
        );

    /// <summary>An attribute that is there or not.</summary>
    public static Html Flag(string attribute, bool isSet) => isSet ? Html.Of($" {attribute}") : Html.None;

    private Html Mode => InputMode is null ? Html.None : Html.Of($" inputmode=\"{InputMode}\"");

    private Html Max => LengthMax is { } max ? Html.Of($" maxlength=\"{max}\"") : Html.None;

    private Html Required => Flag("required", IsRequired);

    private Html HintLine => Hint is null ? Html.None : Html.Of($"""<p class="hint" id="{Name}-hint">{Hint}</p>""");

    private Html ProblemLine =>
        Problem is null ? Html.None : Html.Of($"""<p class="problem" id="{Name}-problem">{Problem.Message}</p>""");

    private Html Described
    {
        get
        {
            string?[] by = [Problem is null ? null : $"{Name}-problem", Hint is null ? null : $"{Name}-hint"];
            var described = string.Join(' ', by.Where(id => id is not null));
            var attribute = described.Length == 0 ? Html.None : Html.Of($" aria-describedby=\"{described}\"");
            return Problem is null ? attribute : Html.Of($"{attribute} aria-invalid=\"true\"");
        }
    }

    private Html Around(Html input) =>
        Html.Of(
            $"""
            <div class="field{Short}"><label for="{Name}">{Label}{Optional}</label>{HintLine}{ProblemLine}{input}</div>

            """
        );

    private string Short => IsShort ? " short" : "";

    private Html Optional => IsRequired ? Html.None : Html.Of($""" <span class="optional">(optional)</span>""");
}
