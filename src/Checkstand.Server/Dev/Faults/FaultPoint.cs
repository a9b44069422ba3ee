using System.Globalization;
using System.Text;

namespace Checkstand.Server.Dev.Faults;

/// <summary>A moment just before or just after a step of a payment, such as <c>before-claim</c>.</summary>
/// <param name="Step">The step.</param>
/// <param name="IsBefore">Before it is done, or after.</param>
internal readonly record struct FaultPoint(PaymentStep Step, bool IsBefore)
{
    /// <summary>Every one.</summary>
    public static IReadOnlyList<FaultPoint> All { get; } =
    [.. Enum.GetValues<PaymentStep>().SelectMany(step => new FaultPoint[] { new(step, true), new(step, false) })];

    /// <summary>Its name in the setting.</summary>
    public string Name => $"{(IsBefore ? "before" : "after")}{Dashed(Step.ToString())}";

    /// <summary>Reads <c>name</c> or <c>name:N</c>; N is 1 to 1,000,000 and 1 when it is left out.</summary>
    public static bool TryParse(string text, out FaultPoint point, out int times)
    {
        var parts = text.Split(':');
        var named = All.Where(known => known.Name == parts[0]).ToList();
        point = named.FirstOrDefault();
        times = 1;
        return named.Count == 1
            && (
                parts.Length == 1
                || (
                    parts.Length == 2
                    && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out times)
                    && times is >= 1 and <= 1_000_000
                )
            );
    }

    private static string Dashed(string words)
    {
        var dashed = new StringBuilder();
        foreach (var letter in words)
        {
            if (char.IsAsciiLetterUpper(letter))
            {
                dashed.Append('-');
            }

            dashed.Append(char.ToLowerInvariant(letter));
        }

        return dashed.ToString();
    }
}
