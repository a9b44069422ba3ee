using System.Text.Json.Nodes;

namespace Checkstand.Gr4vy.Tests.Shapes;

/// <summary>A place in a request's body where an object of one of the vendor's schemas stands.</summary>
/// <param name="OperationId">The operation whose body it is.</param>
/// <param name="Schema">The vendor's name of the object's schema.</param>
/// <param name="Pointer">JSON pointer of the object; empty for the body itself.</param>
/// <param name="Around">Writes the smallest valid body around the object.</param>
internal sealed record Placement(string OperationId, string Schema, string Pointer, Func<JsonNode, JsonNode> Around)
{
    /// <summary>Every place that a request's body has, found by following the vendor's schemas.</summary>
    public static readonly IReadOnlyList<Placement> All = Of(Vendor.Operations);

    /// <summary>The same for what a merchant configures and keeps.</summary>
    public static readonly IReadOnlyList<Placement> OfResources = Of(Vendor.Resources);

    // Always refused, so there are no bounds to try.
    private static readonly HashSet<string> NeverTaken = ["gift_cards", "three_d_secure_data"];

    /// <summary>The same for payments, without what the bodies of sessions hold as well.</summary>
    public static readonly IReadOnlyList<Placement> OfTransactions =
    [
        .. Of(Vendor.Transactions)
            .Where(place =>
                place.Pointer.Length == 0
                || All.All(known => known.Schema != place.Schema) && !NeverTaken.Contains(place.Pointer.Split('/')[1])
            ),
    ];

    /// <summary>The smallest valid object of a schema.</summary>
    public static JsonObject Minimal(string schema)
    {
        var smallest = new JsonObject();
        foreach (var field in Vendor.FieldsOf(schema).Where(field => field.IsRequired || field.Const is not null))
        {
            smallest[field.Name] = JsonNode.Parse(Samples.Of(field));
        }

        return smallest;
    }

    private static IReadOnlyList<Placement> Of(IEnumerable<VendorOperation> operations) =>
        [
            .. operations
                .Where(operation => operation.TakesBody && operation.RequestSchema != "any")
                .SelectMany(operation =>
                    operation
                        .RequestSchema.Split('|')
                        .Where(Vendor.IsDeclared)
                        .SelectMany(schema => Find(new Placement(operation.Id, schema, "", inner => inner)))
                ),
        ];

    private static IEnumerable<Placement> Find(Placement place)
    {
        yield return place;
        foreach (
            var field in Vendor.FieldsOf(place.Schema).Where(field => field.Type is "object" or "array" or "union")
        )
        {
            foreach (var schema in field.Ref!.Split('|').Where(name => Vendor.FieldsOf(name).Count > 0))
            {
                foreach (var inner in Find(place.Inside(field, schema)))
                {
                    yield return inner;
                }
            }
        }
    }

    private Placement Inside(VendorField field, string schema)
    {
        var isArray = field.Type == "array";
        return new Placement(
            OperationId,
            schema,
            $"{Pointer}/{field.Name}{(isArray ? "/0" : "")}",
            inner =>
            {
                var parent = Minimal(Schema);
                parent[field.Name] = isArray ? new JsonArray(inner) : inner;
                return Around(parent);
            }
        );
    }
}
