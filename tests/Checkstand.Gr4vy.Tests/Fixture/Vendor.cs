namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>Facts of the vendor's OpenAPI document, from the tables in <c>Vendor/</c>.</summary>
internal static class Vendor
{
    // In the tables, because the facts come by the area, and not on this server: see the compatibility page.
    private static readonly HashSet<string> NotImplemented =
    [
        "create_payment_method_network_token",
        "create_payment_method_network_token_cryptogram",
        "create_payment_method_payment_service_token",
        "delete_payment_method_network_token",
        "delete_payment_method_payment_service_token",
        "increment_transaction_authorization",
        "list_transaction_chargeback_reversals",
        "list_transaction_chargebacks",
        "resume_payment_method_network_token",
        "suspend_payment_method_network_token",
        "update_session",
    ];

    public static readonly IReadOnlyList<VendorOperation> Operations =
    [
        .. Rows("session-operations.tsv").Select(row => new VendorOperation(row)),
    ];

    /// <summary>Every operation of the vendor, here or not: method, path and name only.</summary>
    public static readonly IReadOnlyList<VendorOperation> All =
    [
        .. Rows("operations.tsv").Select(row => new VendorOperation(row)),
    ];

    /// <summary>What a merchant configures and keeps: payment services and methods, buyers, accounts, keys and the like.</summary>
    public static readonly IReadOnlyList<VendorOperation> Resources =
    [
        .. Rows("resource-operations.tsv")
            .Concat(Rows("payment-method-operations.tsv"))
            .Select(row => new VendorOperation(row))
            .Where(operation => !NotImplemented.Contains(operation.Id)),
    ];

    /// <summary>Payments and what is done with them.</summary>
    public static readonly IReadOnlyList<VendorOperation> Transactions =
    [
        .. Rows("transaction-operations.tsv")
            .Select(row => new VendorOperation(row))
            .Where(operation => !NotImplemented.Contains(operation.Id)),
    ];

    /// <summary>Every operation of the tables.</summary>
    public static readonly IReadOnlyList<VendorOperation> Known =
    [
        .. Tables("*-operations.tsv").SelectMany(Rows).Select(row => new VendorOperation(row)),
    ];

    /// <summary>Every operation that this server has.</summary>
    public static readonly IReadOnlyList<VendorOperation> Implemented =
    [
        .. Known.Where(operation => !NotImplemented.Contains(operation.Id)),
    ];

    /// <summary>Parameters of query strings; the schema of each is its operation.</summary>
    public static readonly IReadOnlyList<VendorField> Parameters =
    [
        .. Tables("*-parameters.tsv").SelectMany(Rows).Select(row => new VendorField(row)),
    ];

    public static readonly IReadOnlyList<VendorField> Fields =
    [
        .. Rows("fields.tsv").Select(row => new VendorField(row)),
    ];

    /// <summary>Values by the enumeration's name, in the document's order.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Enums = Rows("enums.tsv")
        .GroupBy(row => row["enum"], row => row["value"])
        .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group]);

    /// <summary>Whether the tables hold the fields of an object or the words of an enumeration.</summary>
    public static bool IsDeclared(string name) => Enums.ContainsKey(name) || FieldsOf(name).Count > 0;

    public static IReadOnlyList<VendorField> FieldsOf(string schema) =>
        [.. Fields.Where(field => field.Schema == schema)];

    /// <summary>Names of the schemas and enumerations that the given ones lead to, themselves among them.</summary>
    public static IReadOnlySet<string> ReachableFrom(IEnumerable<string> schemas)
    {
        var found = new HashSet<string>();
        var next = new Queue<string>(schemas);
        while (next.TryDequeue(out var schema))
        {
            var fields = FieldsOf(schema);
            if ((fields.Count > 0 || Enums.ContainsKey(schema)) && found.Add(schema))
            {
                foreach (var name in fields.SelectMany(field => field.DeclaredRef?.Split('|') ?? []))
                {
                    next.Enqueue(name);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> Tables(string pattern) =>
        Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Vendor"), pattern)
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal);

    /// <summary>Rows of a table by the names in its header; '-' stands for nothing.</summary>
    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Vendor", file))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToList();
        return lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}

internal sealed class VendorOperation(IReadOnlyDictionary<string, string> row)
{
    public string Method => row["method"];

    public string Path => row["path"];

    public string Id => row["operation_id"];

    public string RequestSchema => row["request_schema"];

    public bool IsRequestRequired => row["request_required"] == "yes";

    public string SuccessStatus => row["success_status"];

    public IReadOnlyList<string> ErrorStatuses => row["error_statuses"].Split(',');

    public string SuccessSchema => row["success_schema"];

    public bool NeedsToken => row["scopes"] != "-";

    /// <summary>The scope of a backend's token; some operations also take one that is made for browsers.</summary>
    public string Scope => row["scopes"].Split(',')[0];

    /// <summary>Whether it is done for the merchant account that a header names.</summary>
    public bool TakesMerchantHeader => row.TryGetValue("merchant_header", out var takes) ? takes == "yes" : NeedsToken;

    public bool TakesSession => Path.Contains("{session_id}", StringComparison.Ordinal);

    public bool TakesBody => RequestSchema != "-";

    /// <summary>Names of the path's parameters.</summary>
    public IReadOnlyList<string> PathParameters =>
        [.. Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))];

    /// <summary>The path with the same text in place of every parameter.</summary>
    public string PathWith(string id) =>
        string.Join('/', Path.Split('/').Select(part => part.StartsWith('{') ? id : part));

    public string PathFor(string sessionId) => Path.Replace("{session_id}", sessionId, StringComparison.Ordinal);

    public override string ToString() => Id;
}

internal sealed class VendorField(IReadOnlyDictionary<string, string> row)
{
    public string Schema => row["schema"];

    public string Name => row["field"];

    public string Type => row["type"];

    public string? Format => Text("format");

    public string? Ref => Text("ref");

    /// <summary>As <see cref="Ref"/>, without the schemas that the tables leave out because this server judges none.</summary>
    public string? DeclaredRef =>
        Type is "object" or "union" or "array" && Ref is { } names
            ? string.Join(
                '|',
                names.Split('|').Where(name => Type == "array" && !names.Contains('|') || Vendor.IsDeclared(name))
            )
                is { Length: > 0 } declared
                ? declared
                : null
            : Ref;

    /// <summary>As <see cref="Type"/>; an object of a schema that the tables leave out is one of any properties.</summary>
    public string DeclaredType => Type is "object" or "union" && DeclaredRef is null ? "map" : Type;

    public bool IsRequired => row["required"] == "yes";

    public bool IsNullable => row["nullable"] == "yes";

    public long? Minimum => Number("minimum");

    public long? Maximum => Number("maximum");

    public long? ExclusiveMinimum => Number("exclusive_minimum");

    /// <summary>Null when there is none; none is what 0 means.</summary>
    public int? MinLength => Number("min_length") is { } least and > 0 ? (int)least : null;

    public int? MaxLength => (int?)Number("max_length");

    public string? Pattern => Text("pattern");

    public int? MinItems => (int?)Number("min_items");

    public int? MaxItems => (int?)Number("max_items");

    /// <summary>JSON text.</summary>
    public string? Default => Text("default");

    /// <summary>JSON text.</summary>
    public string? Const => Text("const");

    public IReadOnlyList<string>? Enum =>
        Ref is { } name && Vendor.Enums.TryGetValue(name, out var values) ? values : null;

    public override string ToString() => $"{Schema}.{Name}";

    private string? Text(string column) => row[column] == "-" ? null : row[column];

    private long? Number(string column) => Text(column) is { } text ? long.Parse(text) : null;
}
