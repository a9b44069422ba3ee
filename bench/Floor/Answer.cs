namespace Checkstand.Bench.Floor;

/// <summary>The fixed answer of <c>GET /static</c>: a session as the server writes it.</summary>
internal static class Answer
{
    public static byte[] Read()
    {
        using var resource = typeof(Answer).Assembly.GetManifestResourceStream("answer.json")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
