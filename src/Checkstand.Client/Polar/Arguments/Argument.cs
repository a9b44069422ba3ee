using System.Numerics;

namespace Checkstand.Client.Polar;

/// <summary>An argument of an operation that is being checked: every refusal names it, and which member of it is wrong.</summary>
internal readonly struct Argument(string parameter)
{
    private const int MetadataCountMax = 50;
    private const int MetadataNameLengthMax = 40;
    private const int UrlLengthMax = 2083;

    /// <exception cref="ArgumentNullException">There is nothing to check.</exception>
    public static Argument Of(object? value, string parameter) =>
        value is null ? throw new ArgumentNullException(parameter) : new Argument(parameter);

    /// <exception cref="ArgumentException">Always.</exception>
    public void Refuse(string member, string why) => throw new ArgumentException($"{member}: {why}", parameter);

    public void Needs(string member, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Refuse(member, "It is required.");
        }
    }

    public void NeedsWord<T>(string member, T word)
        where T : struct, IOpenEnum<T> => Needs(member, word.Value);

    public void NeedsSome<T>(string member, IReadOnlyCollection<T>? items)
    {
        if (items is null or { Count: 0 })
        {
            Refuse(member, "At least one is required.");
        }

        if (items!.Any(item => item is null or ""))
        {
            Refuse(member, "None may be null or empty.");
        }
    }

    public void Within<T>(string member, T? value, T min, T max)
        where T : struct, INumber<T>
    {
        if (value is { } number && (number < min || number > max))
        {
            Refuse(member, $"It must be {min} to {max}.");
        }
    }

    public void Least<T>(string member, T? value, T min)
        where T : struct, INumber<T>
    {
        if (value < min)
        {
            Refuse(member, $"It must be at least {min}.");
        }
    }

    public void Ordered<T>(string member, T? least, T? greatest)
        where T : struct, INumber<T>
    {
        if (least > greatest)
        {
            Refuse(member, "It is less than the least.");
        }
    }

    public void Length(string member, string? text, int min, int max)
    {
        if (text is not null && (text.Length < min || text.Length > max))
        {
            Refuse(member, $"It must have {min} to {max} characters.");
        }
    }

    public void Url(string member, string? url) => Length(member, url, 1, UrlLengthMax);

    public void Data(string member, Metadata? data)
    {
        if (data is null)
        {
            return;
        }

        if (data.Count > MetadataCountMax)
        {
            Refuse(member, $"It can have {MetadataCountMax} names at most.");
        }

        foreach (var name in data.Keys)
        {
            Length($"{member}[\"{name}\"]", name, 1, MetadataNameLengthMax);
        }
    }

    public void Place(string member, BillingAddress? address)
    {
        if (address is not null)
        {
            Needs($"{member}.Country", address.Country);
        }
    }

    public void Trial(string unitMember, RecurringInterval? unit, string countMember, int? count)
    {
        if (unit is null != count is null)
        {
            Refuse(unit is null ? unitMember : countMember, "Unit and count of a trial go together.");
        }

        Within(countMember, count, 1, 1000);
    }
}

internal static class ArgumentLists
{
    /// <summary>Each item with its place, from 0.</summary>
    public static IEnumerable<(int Index, T Item)> Numbered<T>(this IEnumerable<T> items) =>
        items.Select((item, index) => (index, item));
}
