using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Benchmarks;

/// <summary>A checkout session with everything that the vendor's documents put on one, written and read.</summary>
public class SessionBenchmarks
{
    private readonly CheckoutSessionCreate request = SeedPayload.Session();
    private readonly byte[] answer = SeedPayload.Answer();

    /// <summary>The body of a create, as a call writes it.</summary>
    [Benchmark]
    public byte[] SerialiseCreate() =>
        JsonSerializer.SerializeToUtf8Bytes(request, Gr4vyJsonContext.Default.CheckoutSessionCreate);

    /// <summary>The answer to it, as a call reads it.</summary>
    [Benchmark]
    public CheckoutSession? ParseAnswer() =>
        JsonSerializer.Deserialize(answer.AsSpan(), Gr4vyJsonContext.Default.CheckoutSession);
}
