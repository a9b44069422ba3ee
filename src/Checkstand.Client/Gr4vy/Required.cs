using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Checkstand.Client.Gr4vy;

/// <summary>Refuses what is missing, before anything is sent. Bounds are the server's to judge.</summary>
internal static class Required
{
    /// <exception cref="ArgumentException">The member is null or empty.</exception>
    public static void Text(
        string? member,
        string parameter,
        [CallerArgumentExpression(nameof(member))] string name = ""
    )
    {
        if (string.IsNullOrEmpty(member))
        {
            throw Missing(name, parameter);
        }
    }

    /// <exception cref="ArgumentException">The member is null or has no items.</exception>
    public static void Some<T>(
        List<T>? member,
        string parameter,
        [CallerArgumentExpression(nameof(member))] string name = ""
    )
    {
        if (member is null or [])
        {
            throw Missing(name, parameter);
        }
    }

    /// <exception cref="ArgumentException">The member is null.</exception>
    public static T Member<T>(
        [NotNull] T? member,
        string parameter,
        [CallerArgumentExpression(nameof(member))] string name = ""
    )
        where T : class => member ?? throw Missing(name, parameter);

    /// <exception cref="ArgumentException">The member is null.</exception>
    public static void Value<T>(
        T? member,
        string parameter,
        [CallerArgumentExpression(nameof(member))] string name = ""
    )
        where T : struct
    {
        if (member is null)
        {
            throw Missing(name, parameter);
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public static void Positive(int? limit)
    {
        if (limit is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(limit));
        }
    }

    private static ArgumentException Missing(string name, string parameter) =>
        new($"{name[(name.LastIndexOf('.') + 1)..]} is required.", parameter);
}
