using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Benchmarks;

/// <summary>The bearer token of a call.</summary>
public class TokenBenchmarks
{
    private readonly Auth kept = Make(isCached: true);
    private readonly Auth fresh = Make(isCached: false);

    /// <summary>As by default: signed once, sent until shortly before it expires.</summary>
    [Benchmark]
    public string TokenKept() => kept.Token(TimeProvider.System);

    /// <summary>Signed for every call, as the vendor's SDKs do.</summary>
    [Benchmark]
    public string TokenSigned() => fresh.Token(TimeProvider.System);

    private static Auth Make(bool isCached)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        return Auth.WithToken(key.ExportPkcs8PrivateKeyPem(), isCached: isCached);
    }
}
