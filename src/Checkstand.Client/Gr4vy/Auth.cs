namespace Checkstand.Client.Gr4vy;

/// <summary>Makes the bearer tokens of a client. Says nothing about itself: tokens and keys are secret.</summary>
public abstract class Auth
{
    // What the server accepts at least: a token of a second would be dead on arrival.
    private static readonly TimeSpan LifetimeMin = TimeSpan.FromSeconds(10);

    // As the vendor's C#, Python, Go and Java SDKs.
    private static readonly TimeSpan LifetimeDefault = TimeSpan.FromHours(1);

    private static readonly string[] EveryScope = ["*.read", "*.write"];

    private protected Auth() { }

    /// <summary>Tokens signed here with ES512, each kept for its life minus a tenth of it, at most a minute.</summary>
    /// <param name="privateKeyPem">PEM of a private key on P-521, whose public half the server knows.</param>
    /// <param name="scopes">What the tokens allow, such as <c>checkout-sessions.write</c>; null is everything.</param>
    /// <param name="lifetime">10 seconds or more; null is an hour.</param>
    /// <param name="isCached">False signs a token for every call.</param>
    /// <exception cref="ArgumentException">The key is none for ES512, or another argument is out of bounds.</exception>
    public static Auth WithToken(
        string privateKeyPem,
        IReadOnlyList<string>? scopes = null,
        TimeSpan? lifetime = null,
        bool isCached = true
    )
    {
        if (scopes is { Count: 0 } || scopes?.Any(string.IsNullOrWhiteSpace) is true)
        {
            throw new ArgumentException("Scopes are words, one at least.", nameof(scopes));
        }

        ThrowIfTooShort(lifetime, nameof(lifetime));
        return new SignedAuth(
            new TokenSigner(privateKeyPem),
            [.. scopes ?? EveryScope],
            lifetime ?? LifetimeDefault,
            isCached
        );
    }

    /// <summary>One token for every call, made elsewhere.</summary>
    /// <param name="token">What is sent after <c>Bearer</c>, of printable ASCII.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> is empty, or cannot stand in a header.</exception>
    public static Auth WithBearer(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        HeaderText.Check("Authorization", token, nameof(token));
        return new Bearer(token);
    }

    /// <summary>The kind of authorization, and nothing of the secret.</summary>
    public sealed override string ToString() => nameof(Auth);

    /// <exception cref="ArgumentException">The time is below what a token can live.</exception>
    internal static void ThrowIfTooShort(TimeSpan? lifetime, string parameter)
    {
        if (lifetime < LifetimeMin)
        {
            throw new ArgumentOutOfRangeException(parameter, "A token lives 10 seconds or more.");
        }
    }

    /// <summary>A token that is good now.</summary>
    internal abstract string Token(TimeProvider clock);

    private sealed class Bearer(string token) : Auth
    {
        internal override string Token(TimeProvider clock) => token;
    }
}
