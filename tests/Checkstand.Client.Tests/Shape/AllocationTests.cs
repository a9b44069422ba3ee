using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Shape;

/// <summary>
/// What a session costs in memory, with everything that the vendor's documents put on one. How long it takes is measured
/// in bench/Checkstand.Client.Benchmarks.
/// </summary>
public sealed class AllocationTests
{
    // kB as BenchmarkDotNet counts them. A session is read with 6,040 bytes.
    private const int BytesMax = 6 * 1024;

    private static Gr4vyJsonContext Context => Gr4vyJsonContext.Default;

    [Fact]
    public void A_full_session_is_written_with_less_than_6_kB()
    {
        var session = SeedPayload.Session();

        Assert.InRange(
            Allocated(() => JsonSerializer.SerializeToUtf8Bytes(session, Context.CheckoutSessionCreate)),
            1000,
            BytesMax
        );
    }

    [Fact]
    public void A_full_session_is_read_with_less_than_6_kB()
    {
        var answer = SeedPayload.Answer();

        Assert.InRange(
            Allocated(() => JsonSerializer.Deserialize(answer.AsSpan(), Context.CheckoutSession)),
            1000,
            BytesMax
        );
        Assert.Null(JsonSerializer.Deserialize(answer.AsSpan(), Context.CheckoutSession)!.AdditionalProperties);
    }

    [Fact]
    public void A_token_that_is_kept_costs_nothing()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(
            System.Security.Cryptography.ECCurve.NamedCurves.nistP521
        );
        var auth = Client.Gr4vy.Auth.WithToken(key.ExportPkcs8PrivateKeyPem());

        Assert.Equal(0, Allocated(() => auth.Token(TimeProvider.System)));
    }

    [Theory]
    [InlineData("\"USD\"", true)]
    [InlineData("\"A3\"", true)]
    [InlineData("\"123\"", false)]
    [InlineData("\"Doe\"", true)]
    [InlineData("\"John\"", false)]
    [InlineData("\"\\u0055S\"", false)]
    public void Only_codes_are_kept_in_memory(string json, bool isKept)
    {
        var contract = Context.String;

        var (first, second) = (JsonSerializer.Deserialize(json, contract), JsonSerializer.Deserialize(json, contract));

        Assert.Equal(first, second);
        Assert.Equal(isKept, ReferenceEquals(first, second));
    }

    // The first calls make what all later ones share.
    private static long Allocated<T>(Func<T> call)
    {
        for (var i = 0; i < 50; i++)
        {
            call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
