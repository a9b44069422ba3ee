namespace Checkstand.Polar.Tests.OpenApi;

/// <summary>An operation as the vendor's document has it.</summary>
internal sealed record VendorOperation(string Method, string Path, string Id, int SuccessStatus);

/// <summary>Every operation of the API version, from <c>Vendor/operations.tsv</c>.</summary>
internal static class VendorOperations
{
    public static readonly IReadOnlyList<VendorOperation> All =
    [
        .. File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Vendor", "operations.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new VendorOperation(cells[0], cells[1], cells[2], int.Parse(cells[3]))),
    ];
}
