using System.Text.Json.Serialization.Metadata;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>Every field and every word of the vendor's document is in the client; facts in the server's tests.</summary>
public sealed class VendorFieldTests
{
    private const string Folder = "tests/Checkstand.Gr4vy.Tests/Vendor/";

    // The vendor's names of what is named otherwise here, and unions that are one class here.
    private static readonly Dictionary<string, string[]> SchemasOf = new(StringComparer.Ordinal)
    {
        ["ApiKeyPair"] = ["APIKeyPair"],
        ["ApiKeyPairCreate"] = ["APIKeyPairCreate"],
        ["ApiKeyPairUpdate"] = ["APIKeyPairUpdate"],
        ["ApiKeyPairCreator"] = ["api__routers__api_key_pairs__schemas__Creator"],
        ["CheckoutSessionCreate"] = ["CheckoutSessionUpdate"],
        ["Creator"] = ["api__common_schemas__Creator"],
        ["GiftCardTransactionCreate"] = ["GiftCardTransactionCreate", "GiftCardTokenTransactionCreate"],
        ["PaymentServiceField"] = ["Field", "VoidableField"],
        ["ThreeDSecureData"] = ["ThreeDSecureDataV1", "ThreeDSecureDataV2", "ThreeDSecureV2"],
    };

    private static readonly ILookup<string, string> Fields = Rows("fields.tsv")
        .Where(row => row[1][^1] is not (']' or '}'))
        .ToLookup(row => row[0], row => row[1]);

    private static readonly ILookup<string, string> Words = Rows("enums.tsv").ToLookup(row => row[0], row => row[1]);

    [Fact]
    public void A_model_has_all_fields_of_its_schema_and_no_others()
    {
        var checkedModels = 0;
        foreach (var model in Models())
        {
            var schemas = SchemasOf.GetValueOrDefault(model.Type.Name, [model.Type.Name]);
            if (!schemas.Any(Fields.Contains))
            {
                continue;
            }

            checkedModels++;
            Assert.Equal(
                schemas.SelectMany(schema => Fields[schema]).Distinct().Order(StringComparer.Ordinal),
                model
                    .Properties.Where(property => !property.IsExtensionData)
                    .Select(property => property.Name)
                    .Order(StringComparer.Ordinal)
            );
        }

        Assert.InRange(checkedModels, 85, 120);
    }

    [Fact]
    public void A_model_keeps_what_it_does_not_know() =>
        Assert.Empty(
            Models()
                .Where(model => Fields.Contains(model.Type.Name))
                .Where(model => !model.Properties.Any(property => property.IsExtensionData))
                .Where(model => !model.Type.IsNotPublic)
                .Select(model => model.Type.Name)
        );

    [Fact]
    public void An_enumeration_has_all_words_of_the_vendor()
    {
        var ours = typeof(Gr4vyClient)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Gr4vyClient).Namespace)
            .Where(type => type.GetInterfaces().Any(one => one.Name.StartsWith("IOpenEnum", StringComparison.Ordinal)))
            .ToDictionary(
                type => type.Name,
                type =>
                    type.GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public)
                        .Select(property => property.GetValue(null)!.ToString()!)
                        .ToHashSet(StringComparer.Ordinal),
                StringComparer.OrdinalIgnoreCase
            );

        foreach (var (name, words) in Words.Select(group => (NameOf(group.Key), group)))
        {
            // Errors say it as a text.
            if (name != "ErrorLocation")
            {
                Assert.Equal(words.Order(StringComparer.Ordinal), ours[name].Order(StringComparer.Ordinal));
            }
        }
    }

    private static string NameOf(string vendor) =>
        vendor switch
        {
            "list_buyer_payment_methods.order_by" => nameof(OrderBy),
            "list_buyer_payment_methods.sort_by" => nameof(SortBy),
            _ => vendor.Replace(".", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal),
        };

    private static List<JsonTypeInfo> Models() =>
        [
            .. typeof(Gr4vyClient)
                .Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(Gr4vyClient).Namespace && !type.IsGenericType)
                .Select(type => Gr4vyJsonContext.Default.GetTypeInfo(type))
                .OfType<JsonTypeInfo>()
                .Where(model => model.Kind is JsonTypeInfoKind.Object),
        ];

    private static IEnumerable<string[]> Rows(string file) =>
        RepositoryFiles
            .Lines(Folder + file)
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t'));
}
