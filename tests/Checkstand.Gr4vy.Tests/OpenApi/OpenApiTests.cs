using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Checkstand.Gr4vy.Tests.OpenApi;

/// <summary>
/// The document at /openapi/gr4vy.json says what the vendor's document says about everything that is implemented; the
/// tables in Vendor/ hold the vendor's. What differs is listed here, with the reason.
/// </summary>
public sealed class OpenApiTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    // One schema stands for the vendor's Error400 to Error504, which differ in their defaults only; but for Error409.
    private const string OwnError = "Error";
    private const string OwnConflict = "Conflict";

    private static readonly HashSet<string> NotServed =
    [
        // Click to Pay always answers an error, so there is no success to describe.
        "ClickToPaySession",
        // Nor is there one for the sessions of providers.
        "CreateSession",
        "CreateSessionStatus",
        // The vendor's framework adds 422 to every operation; here, as in the vendor's tests, bad input is 400.
        "HTTPValidationError",
        "ValidationError",
    ];

    // Always answer an error (see their descriptions), so they have no success.
    private static readonly HashSet<string> WithoutSuccess =
    [
        "get_checkout_session_acquirer",
        "create_click_to_pay_digital_wallet_session",
        "verify_payment_service_credentials",
        "create_payment_service_session",
        "create_payment_service_definition_session",
        "sync_transaction",
        "get_transaction_settlement",
        "get_transaction_refund_settlement",
    ];

    // The vendor asks for a body; here the whole amount is meant when there is none.
    private static readonly HashSet<string> WithOptionalBody = ["capture_transaction", "create_transaction_refund"];

    // Names that merchants and vendors choose; every other parameter of a path is a UUID.
    private static readonly HashSet<string> TextParameters = ["payment_service_definition_id", "merchant_account_id"];

    // The vendor lists the same twelve statuses everywhere. These can't happen: bad input
    // is 400 (422), nothing is replayed early (425), rates are not limited yet (429), and there is no gateway in front
    // (502, 504).
    private static readonly HashSet<string> NeverAnswered = ["422", "425", "502", "504"];

    // Only these make or rename what must be unique.
    private static readonly HashSet<string> Conflicting =
    [
        "add_buyer",
        "update_buyer",
        "create_merchant_account",
        "create_api_key_pair",
    ];

    // What an answer says in fewer words than it might: the context is what wallets and redirects need, and null here.
    private static readonly HashSet<string> Narrowed = ["PaymentOption.context"];

    // These can, and the vendor's document is silent: slow, large and foreign bodies, and a store that is busy.
    private static readonly HashSet<string> AddedHere = ["408", "413", "415", "503"];

    private ServedDocument served = null!;
    private string text = "";

    // What the implemented operations lead to. What is declared beyond that, DeclaredShapeTests hold to the vendor's.
    private static readonly IReadOnlySet<string> Reachable = Vendor.ReachableFrom(
        Vendor
            .Implemented.SelectMany(operation => new[] { operation.RequestSchema, operation.SuccessSchema })
            .SelectMany(names => names.Split('|'))
            .Append("ErrorDetail")
    );

    public static TheoryData<string> Operations => [.. Vendor.Implemented.Select(operation => operation.Id)];

    public static TheoryData<string> Schemas =>
        [
            .. Vendor
                .Fields.Select(row => row.Schema)
                .Distinct()
                .Where(schema => Reachable.Contains(schema) && !NotServed.Contains(schema)),
        ];

    public static TheoryData<string> Enums =>
        [.. Vendor.Enums.Keys.Where(name => Reachable.Contains(name) && !NotServed.Contains(name))];

    public async ValueTask InitializeAsync()
    {
        text = (await server.Api.SendAsync(new Ask("GET", "/openapi/gr4vy.json"))).Expect(200).Text;
        served = new ServedDocument(text);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void The_document_is_valid_OpenAPI_3_1()
    {
        var read = OpenApiDocument.Parse(text, "json");

        Assert.NotNull(read.Diagnostic);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(Vendor.Implemented.Count, read.Document!.Paths.Sum(path => path.Value.Operations!.Count));
        Assert.Empty(read.Document.Validate(ValidationRuleSet.GetDefaultRuleSet()));
    }

    [Fact]
    public async Task The_document_is_served_as_JSON()
    {
        var answer = await server.Api.SendAsync(new Ask("GET", "/openapi/gr4vy.json"));

        Assert.Equal("application/json", answer.Header("content-type"));
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var names = served.SchemaNames.ToHashSet();
        var references = text.Split("\"#/components/schemas/").Skip(1).Select(rest => rest.Split('"')[0]).ToHashSet();

        Assert.Equal(names.Order(), references.Order());
    }

    [Fact]
    public void It_lists_the_operations_that_are_implemented_and_no_others() =>
        Assert.Equal(
            Vendor.Implemented.Select(operation => $"{operation.Method} {operation.Path}").Order(),
            served.Operations.Select(operation => $"{operation.Method} {operation.Path}").Order()
        );

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_is_the_vendors(string operationId)
    {
        var vendor = Vendor.Implemented.Single(operation => operation.Id == operationId);
        var own = Find(vendor);

        Assert.Equal(operationId, own["operationId"]!.GetValue<string>());
        Assert.Equal(
            vendor.NeedsToken ? $$"""[{"BearerAuth":["{{vendor.Scope}}"]}]""" : "[]",
            own["security"]!.ToJsonString()
        );
        // Some bodies may also be null or a list of empty objects, artefacts that are tolerated and not advertised; and
        // of several objects, those that this server does not take are not there.
        var taken = vendor.RequestSchema.Split('|').Where(name => name == "any" || Vendor.IsDeclared(name));
        Assert.Equal(
            vendor.TakesBody ? string.Join('|', taken) : null,
            own["requestBody"] is { } body ? SchemaOf(body) : null
        );
        Assert.Equal(
            vendor.IsRequestRequired && !WithOptionalBody.Contains(operationId),
            own["requestBody"]?["required"]!.GetValue<bool>() ?? false
        );
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void The_answers_of_an_operation_are_the_vendors(string operationId)
    {
        var vendor = Vendor.Implemented.Single(operation => operation.Id == operationId);
        var responses = Find(vendor)["responses"]!.AsObject();

        var statuses = vendor.ErrorStatuses.Where(status => !NeverAnswered.Contains(status)).Concat(AddedHere);
        if (!vendor.NeedsToken)
        {
            // Nobody is asked for a token there.
            statuses = statuses.Except(["401", "403"]);
        }

        if (operationId != "update_checkout_session_fields")
        {
            statuses = statuses.Except(["429"]);
        }

        // An idempotency key may belong to another request.
        if (!Conflicting.Contains(operationId) && !TakesKey(vendor))
        {
            statuses = statuses.Except(["409"]);
        }

        var success = WithoutSuccess.Contains(operationId) ? null : vendor.SuccessStatus;
        Assert.Equal(
            statuses.Concat(success is null ? [] : [success]).Order(),
            responses.Select(response => response.Key).Order()
        );
        foreach (var (status, response) in responses)
        {
            var expected =
                status == success ? vendor.SuccessSchema
                : status == "409" ? OwnConflict
                : OwnError;
            Assert.Equal(expected, response!["content"] is null ? "-" : SchemaOf(response));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_takes_the_parameters_of_the_contract(string operationId)
    {
        var vendor = Vendor.Implemented.Single(operation => operation.Id == operationId);

        var parameters = Find(vendor)["parameters"]!
            .AsArray()
            .Where(parameter => parameter!["in"]!.GetValue<string>() != "query")
            .Select(parameter =>
                $"{parameter!["in"]} {parameter["name"]} {parameter["required"]} {parameter["schema"]!["format"]}"
            );

        Assert.Equal(
            [
                .. vendor.PathParameters.Select(name =>
                    $"path {name} true {(TextParameters.Contains(name) ? "" : "uuid")}"
                ),
                .. vendor.TakesMerchantHeader ? ["header x-gr4vy-merchant-account-id false "] : Array.Empty<string>(),
                .. TakesKey(vendor) ? ["header idempotency-key false "] : Array.Empty<string>(),
                // Where an answer may be one of two resources, a header says which.
                .. vendor.SuccessSchema.Contains('|') ? ["header prefer false "] : Array.Empty<string>(),
            ],
            parameters
        );
    }

    // A cursor has the bounds of those that lists give out; the vendor states them there only.
    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_takes_the_query_of_the_contract(string operationId)
    {
        // Items of lists are held to the vendor's by DeclaredShapeTests.
        var vendor = Vendor
            .Parameters.Where(parameter => parameter.Schema == operationId && parameter.Name[^1] != ']')
            .Select(ServedDocument.FactsOf)
            .ToList();

        var own = Find(Vendor.Implemented.Single(operation => operation.Id == operationId))["parameters"]!
            .AsArray()
            .Where(parameter => parameter!["in"]!.GetValue<string>() == "query")
            .Select(parameter => served.FactsOf(operationId, parameter!))
            .Select(line => line.Replace(", min length 1, max length 1000", "", StringComparison.Ordinal));

        Assert.Equal(vendor.Order(), own.Order());
    }

    [Fact]
    public void It_has_the_schemas_of_what_is_implemented_and_no_others()
    {
        var vendor = Schemas
            .Select(row => row.Data)
            .Concat(Enums.Select(row => row.Data).Where(name => !IsInline(name)));

        Assert.Equal(vendor.Append(OwnError).Append(OwnConflict).Order(), served.SchemaNames.Order());
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_fields_of_a_schema_are_the_vendors(string schema)
    {
        var vendor = Vendor
            .FieldsOf(schema)
            .Where(field => !Narrowed.Contains(field.ToString()))
            .Select(ServedDocument.FactsOf);
        var own = served.FactsOf(schema).Where(line => !Narrowed.Contains($"{schema}.{line.Split(':')[0]}"));

        Assert.Equal(vendor.Order(), own.Order());
        Assert.False(served.TakesOtherProperties(schema));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void The_words_of_an_enumeration_are_the_vendors(string name)
    {
        var own = IsInline(name)
            ? served.InlineValuesOf(name.Split('.')[0], name.Split('.')[1])
            : served.ValuesOf(name);

        Assert.Equal(Vendor.Enums[name], own);
    }

    // The vendor's error schemas have every field optional with a default; ours are always written, and say so.
    [Fact]
    public void The_error_has_the_fields_of_the_vendors_errors()
    {
        var vendor = Vendor.FieldsOf("Error400").Select(field => field.Name).ToList();

        var own = served.FactsOf(OwnError).ToList();

        Assert.Equal(vendor, own.Select(line => line.Split(':')[0]));
        Assert.All(own, line => Assert.Contains("required yes, nullable no", line, StringComparison.Ordinal));
        Assert.False(served.TakesOtherProperties(OwnError));
    }

    [Fact]
    public void A_conflict_is_an_error_that_may_name_a_resource() =>
        Assert.Equal(
            served.FactsOf(OwnError).Append("resource_id"),
            served
                .FactsOf(OwnConflict)
                .Select(line => line.StartsWith("resource_id:", StringComparison.Ordinal) ? "resource_id" : line)
        );

    private JsonNode Find(VendorOperation vendor) =>
        served.Operations.Single(own => (own.Path, own.Method) == (vendor.Path, vendor.Method)).Operation;

    private static string SchemaOf(JsonNode content)
    {
        var schema = content["content"]!["application/json"]!["schema"]!;
        return schema["oneOf"] is { } cases
                ? string.Join('|', cases.AsArray().Select(one => ServedDocument.NameOf(one!)))
            : schema["$ref"] is null ? "any"
            : ServedDocument.NameOf(schema);
    }

    private static bool TakesKey(VendorOperation vendor) =>
        vendor is { NeedsToken: true, Method: "POST", Id: not "create_api_key_pair" };

    private static bool IsInline(string enumName) => enumName.Contains('.', StringComparison.Ordinal);
}
