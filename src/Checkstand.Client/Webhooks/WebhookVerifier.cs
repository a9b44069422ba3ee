using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Client.Webhooks;

/// <summary>
/// Tells webhooks of a server from those of anybody else. Give it the body as it came, before anything parsed it. Safe for
/// many threads; holds the secret and shows nothing of it.
/// </summary>
public sealed class WebhookVerifier
{
    // As both vendors' SDKs.
    private static readonly TimeSpan ToleranceDefault = TimeSpan.FromMinutes(5);

    private readonly IWebhookScheme scheme;
    private readonly TimeSpan tolerance;
    private readonly TimeProvider clock;

    private WebhookVerifier(IWebhookScheme scheme, TimeSpan? tolerance, TimeProvider? clock)
    {
        if (tolerance < TimeSpan.Zero && tolerance != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(tolerance), "The tolerance is 0 or more, or infinite.");
        }

        this.scheme = scheme;
        this.tolerance = tolerance ?? ToleranceDefault;
        this.clock = clock ?? TimeProvider.System;
    }

    /// <summary>
    /// For webhooks of the Polar dialect: Standard Webhooks, headers <c>webhook-id</c>, <c>webhook-timestamp</c> and
    /// <c>webhook-signature</c>.
    /// </summary>
    /// <param name="secret">
    /// The endpoint's secret as it was shown, <c>polar_whs_...</c> or <c>whsec_...</c>. Its letters are the key; of one with
    /// <c>whsec_</c> the Base64 after it too, as Standard Webhooks has it.
    /// </param>
    /// <param name="tolerance">How far a webhook's time may be from now; null is 5 minutes, infinite any time.</param>
    /// <param name="clock">Says what time it is; null is the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty, or the tolerance is negative.</exception>
    public static WebhookVerifier Polar(string secret, TimeSpan? tolerance = null, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        return new WebhookVerifier(new StandardWebhookScheme([secret]), tolerance, clock);
    }

    /// <summary>As <see cref="Polar(string, TimeSpan?, TimeProvider?)"/>, while a secret is being replaced by another.</summary>
    /// <param name="secrets">The secrets, 1 or more; a webhook is believed when one of them has signed it.</param>
    /// <param name="tolerance">How far a webhook's time may be from now; null is 5 minutes, infinite any time.</param>
    /// <param name="clock">Says what time it is; null is the system's.</param>
    /// <exception cref="ArgumentException">There is no secret, one is empty, or the tolerance is negative.</exception>
    public static WebhookVerifier Polar(
        IEnumerable<string> secrets,
        TimeSpan? tolerance = null,
        TimeProvider? clock = null
    ) => new(new StandardWebhookScheme(Checked(secrets)), tolerance, clock);

    /// <summary>
    /// For webhooks of the Gr4vy dialect: headers <c>X-Gr4vy-Signature</c> and <c>X-Gr4vy-Timestamp</c>, or, of older
    /// servers, <c>X-Gr4vy-Webhook-Signatures</c> and <c>X-Gr4vy-Webhook-Timestamp</c>.
    /// </summary>
    /// <param name="secret">The subscription's secret as it was shown. Its letters are the key.</param>
    /// <param name="tolerance">How far a webhook's time may be from now; null is 5 minutes, infinite any time.</param>
    /// <param name="clock">Says what time it is; null is the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty, or the tolerance is negative.</exception>
    public static WebhookVerifier Gr4vy(string secret, TimeSpan? tolerance = null, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        return new WebhookVerifier(new Gr4vyWebhookScheme([secret]), tolerance, clock);
    }

    /// <summary>As <see cref="Gr4vy(string, TimeSpan?, TimeProvider?)"/>, while a secret is being replaced by another.</summary>
    /// <param name="secrets">The secrets, 1 or more; a webhook is believed when one of them has signed it.</param>
    /// <param name="tolerance">How far a webhook's time may be from now; null is 5 minutes, infinite any time.</param>
    /// <param name="clock">Says what time it is; null is the system's.</param>
    /// <exception cref="ArgumentException">There is no secret, one is empty, or the tolerance is negative.</exception>
    public static WebhookVerifier Gr4vy(
        IEnumerable<string> secrets,
        TimeSpan? tolerance = null,
        TimeProvider? clock = null
    ) => new(new Gr4vyWebhookScheme(Checked(secrets)), tolerance, clock);

    /// <summary>Whether a webhook is to be believed.</summary>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="header">The value of a header by its name, null when there is none; such as <c>name => request.Headers[name]</c>.</param>
    public WebhookCheck Check(ReadOnlySpan<byte> body, Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (scheme.Read(header) is not { } envelope)
        {
            return new WebhookCheck(WebhookProblem.MissingHeader);
        }

        if (
            !long.TryParse(envelope.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || envelope.Signatures.Count is 0
        )
        {
            return new WebhookCheck(WebhookProblem.MalformedHeader);
        }

        // First the signature: nothing is said about a time that is not the sender's.
        if (!IsSigned(envelope, body))
        {
            return new WebhookCheck(WebhookProblem.WrongSignature);
        }

        var sentAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return Lateness(sentAt) is { } problem ? new WebhookCheck(problem) : new WebhookCheck(envelope.Id, sentAt);
    }

    /// <summary>Whether a webhook is to be believed.</summary>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="headers">The headers; the case of their names is of no matter, and of several of one name the first counts.</param>
    public WebhookCheck Check(ReadOnlySpan<byte> body, IEnumerable<KeyValuePair<string, string>> headers) =>
        Check(body, Lookup(headers));

    /// <summary>Throws when a webhook is not to be believed.</summary>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="header">The value of a header by its name, null when there is none; such as <c>name => request.Headers[name]</c>.</param>
    /// <exception cref="WebhookVerificationException">It is not; the exception says why.</exception>
    public void Verify(ReadOnlySpan<byte> body, Func<string, string?> header) => Check(body, header).OrThrow();

    /// <summary>Throws when a webhook is not to be believed.</summary>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="headers">The headers; the case of their names is of no matter, and of several of one name the first counts.</param>
    /// <exception cref="WebhookVerificationException">It is not; the exception says why.</exception>
    public void Verify(ReadOnlySpan<byte> body, IEnumerable<KeyValuePair<string, string>> headers) =>
        Check(body, headers).OrThrow();

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => nameof(WebhookVerifier);

    private static Func<string, string?> Lookup(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return name =>
            headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
    }

    private static string[] Checked(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var all = secrets.ToArray();
        if (all.Length is 0 || Array.Exists(all, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("There is a secret, and none is empty.", nameof(secrets));
        }

        return all;
    }

    private WebhookProblem? Lateness(DateTimeOffset sentAt)
    {
        if (tolerance == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        var age = clock.GetUtcNow() - sentAt;
        return age > tolerance ? WebhookProblem.TooOld
            : age < -tolerance ? WebhookProblem.TooNew
            : null;
    }

    // Compares with all of them in constant time each, so that how long it takes says nothing of what is right.
    private bool IsSigned(WebhookEnvelope envelope, ReadOnlySpan<byte> body)
    {
        var isSigned = false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var key in scheme.Keys)
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
            hash.AppendData(Encoding.UTF8.GetBytes(envelope.SignedBeforeBody));
            hash.AppendData(body);
            hash.GetHashAndReset(expected);
            foreach (var signature in envelope.Signatures)
            {
                isSigned |= CryptographicOperations.FixedTimeEquals(expected, signature);
            }
        }

        return isSigned;
    }
}
