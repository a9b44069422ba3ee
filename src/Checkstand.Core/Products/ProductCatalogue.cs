using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.Products;

/// <summary>The verbs on products, one file each. This file holds what they share.</summary>
public sealed partial class ProductCatalogue(
    IProductStore store,
    ICustomFieldStore fields,
    OrganizationDirectory organizations,
    TimeProvider clock
)
{
    private string DefaultCurrencyOf(OrganizationId organization) => organizations.Find(organization)!.DefaultCurrency;

    private async Task<IReadOnlyDictionary<Guid, Meter>> FindMetersAsync(
        OrganizationId organization,
        IEnumerable<PriceDraft> drafts,
        CancellationToken cancellation
    )
    {
        var meters = new Dictionary<Guid, Meter>();
        var named = drafts
            .OfType<PriceDraft.Made>()
            .Select(draft => draft.Amounts)
            .OfType<PriceAmounts.Metered>()
            .Select(amounts => amounts.MeterId)
            .Distinct();
        foreach (var id in named)
        {
            if (await store.FindMeterAsync(organization, id, cancellation) is { } meter)
            {
                meters[id] = meter;
            }
        }

        return meters;
    }

    private async Task<IReadOnlyList<FieldProblem>> CheckFieldsAsync(
        OrganizationId organization,
        IReadOnlyList<AttachedField> attached,
        CancellationToken cancellation
    )
    {
        var known = await fields.FindAllAsync(
            organization,
            [.. attached.Select(field => field.FieldId).Distinct()],
            cancellation
        );
        var seen = new HashSet<Guid>();
        List<FieldProblem> problems = [];
        for (var at = 0; at < attached.Count; at++)
        {
            var id = attached[at].FieldId;
            if (known.All(field => field.Id != id))
            {
                problems.Add(new FieldProblem(["attached_custom_fields", at], "Custom field does not exist."));
            }
            else if (!seen.Add(id))
            {
                problems.Add(new FieldProblem(["attached_custom_fields", at], "Custom field is attached already."));
            }
        }

        return problems;
    }

    private static IEnumerable<FieldProblem> CheckMedia(int count) =>
        Enumerable
            .Range(0, count)
            .Select(at => new FieldProblem(["medias", at], "File does not exist or is not yet uploaded."));
}
