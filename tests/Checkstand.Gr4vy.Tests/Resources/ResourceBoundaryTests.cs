using Checkstand.Gr4vy.Tests.Shapes;

namespace Checkstand.Gr4vy.Tests.Resources;

/// <summary>
/// Every bound that the vendor's document gives for what a merchant configures: the value on it passes the check of form,
/// the one beyond is refused with 400 and the right place. Ids in paths are nobody's, and form is looked at before them.
/// </summary>
public sealed class ResourceBoundaryTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    // Refusals for what a value says; a value of another form is refused as something else.
    private static readonly HashSet<string> ForMeaning = ["not_found", "value_error"];

    private readonly ApiClient api = server.Api;

    public static TheoryData<string> Accepted => Names(boundary => boundary.RefusedAt is null);

    public static TheoryData<string> Refused => Names(boundary => boundary.RefusedAt is not null);

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Placement.OfResources.Count)];

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task What_lies_within_the_bounds_is_accepted(string name)
    {
        var boundary = BoundaryCases.OfResources[name];

        var answer = await SendAsync(boundary.Place.OperationId, boundary.Body);

        if (answer.Status == 400)
        {
            var details = Envelope.Check(answer, 400);
            Assert.NotEmpty(details);
            Assert.All(details, detail => Assert.Contains(detail.Type, ForMeaning));
        }
        else
        {
            Assert.True(answer.Status is < 300 or 404 or 409, $"{answer.Status} {answer.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_lies_beyond_is_refused_in_its_place(string name)
    {
        var boundary = BoundaryCases.OfResources[name];

        var answer = await SendAsync(boundary.Place.OperationId, boundary.Body);

        Envelope.CheckViolation(answer, "body", boundary.RefusedAt!, boundary.RefusedAs);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_property_that_the_contract_does_not_name_is_refused(int placement)
    {
        var place = Placement.OfResources[placement];
        var target = Placement.Minimal(place.Schema);
        target["surprise"] = 1;

        var answer = await SendAsync(place.OperationId, place.Around(target).ToJsonString());

        Envelope.CheckViolation(answer, "body", $"{place.Pointer}/surprise", "extra_forbidden");
    }

    private Task<Answer> SendAsync(string operationId, string body)
    {
        var operation = Vendor.Resources.Single(known => known.Id == operationId);
        return api.SendAsync(api.Backend(operation.Method, operation.PathWith(ApiClient.UnknownId)).Json(body));
    }

    private static TheoryData<string> Names(Func<BoundaryCase, bool> which) =>
        [.. BoundaryCases.OfResources.Values.Where(which).Select(boundary => boundary.Name)];
}
