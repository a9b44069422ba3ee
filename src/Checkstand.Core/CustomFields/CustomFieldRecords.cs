using Checkstand.Core.Organizations;

namespace Checkstand.Core.CustomFields;

/// <summary>The verbs on custom fields.</summary>
public sealed class CustomFieldRecords(ICustomFieldStore store, TimeProvider clock)
{
    /// <summary>Makes a custom field.</summary>
    /// <param name="organization">Whose it is.</param>
    /// <param name="said">What is said of it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The field; refusals: Invalid, SlugTaken.</returns>
    public async Task<Result<CustomField, CustomFieldProblem>> CreateAsync(
        OrganizationId organization,
        CustomFieldDraft said,
        CancellationToken cancellation
    )
    {
        if (CheckBounds(said.Kind) is { } problem)
        {
            return new CustomFieldProblem.Invalid([problem]);
        }

        var field = new CustomField
        {
            Id = RandomId.New(),
            OrganizationId = organization,
            CreatedAt = clock.NowInMilliseconds(),
            Slug = said.Slug,
            Name = said.Name,
            Kind = said.Kind,
            Form = said.Form,
            Metadata = said.Metadata,
        };
        return await store.AddAsync(field, cancellation) ? field : new CustomFieldProblem.SlugTaken();
    }

    /// <summary>Changes a custom field. Its kind stays; answers that were given under another slug stay under it.</summary>
    /// <param name="organization">Whose it is.</param>
    /// <param name="id">The field.</param>
    /// <param name="isOfKind">Whether a kind is the one that the caller takes it for.</param>
    /// <param name="patch">What changes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The field afterwards; refusals: NotFound, Invalid, SlugTaken.</returns>
    public Task<Result<CustomField, CustomFieldProblem>> UpdateAsync(
        OrganizationId organization,
        Guid id,
        Func<FieldKind, bool> isOfKind,
        CustomFieldPatch patch,
        CancellationToken cancellation
    )
    {
        var now = clock.NowInMilliseconds();
        return store.ChangeAsync(organization, id, field => Change(field, isOfKind, patch, now), cancellation);
    }

    /// <summary>A custom field.</summary>
    /// <returns>The field; refusals: NotFound.</returns>
    public async Task<Result<CustomField, CustomFieldProblem>> GetAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    )
    {
        var field = await store.FindAsync(organization, id, cancellation);
        return field is null ? new CustomFieldProblem.NotFound() : field;
    }

    /// <summary>Removes a custom field; products no longer ask for it.</summary>
    /// <returns>False when there is none.</returns>
    public Task<bool> RemoveAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        store.RemoveAsync(organization, id, cancellation);

    /// <summary>A part of an organization's custom fields.</summary>
    public ValueTask<NumberedPage<CustomField>> ListAsync(
        OrganizationId organization,
        CustomFieldFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) => store.ListAsync(organization, filter, page, cancellation);

    private static Result<CustomField, CustomFieldProblem> Change(
        CustomField field,
        Func<FieldKind, bool> isOfKind,
        CustomFieldPatch patch,
        DateTimeOffset now
    )
    {
        List<FieldProblem> problems = [];
        if (!isOfKind(field.Kind))
        {
            problems.Add(FieldProblem.Of("type", "The type of a custom field can't be changed."));
        }

        if (patch.Properties is { } properties && CheckBounds(properties.Kind) is { } problem)
        {
            problems.Add(problem);
        }

        return problems.Count > 0
            ? new CustomFieldProblem.Invalid(problems)
            : field with
            {
                ModifiedAt = now,
                Slug = patch.Slug ?? field.Slug,
                Name = patch.Name ?? field.Name,
                Kind = patch.Properties?.Kind ?? field.Kind,
                Form = patch.Properties?.Form ?? field.Form,
                Metadata = patch.Metadata.IsPresent ? patch.Metadata : field.Metadata,
            };
    }

    private static FieldProblem? CheckBounds(FieldKind kind)
    {
        var (max, isEmpty) = kind switch
        {
            FieldKind.Text text => ("max_length", text.LengthMin > text.LengthMax),
            FieldKind.Number number => ("le", number.Min > number.Max),
            FieldKind.Instant instant => ("le", instant.MinUnixSeconds > instant.MaxUnixSeconds),
            _ => ("", false),
        };
        return isEmpty
            ? new FieldProblem(["properties", max], "The upper bound must not be below the lower bound.")
            : null;
    }
}

/// <summary>A custom field as a seller asks for it; see <see cref="CustomField"/>.</summary>
public sealed record CustomFieldDraft(string Slug, string Name, FieldKind Kind, JsonText Form, JsonText Metadata);

/// <summary>What a seller changes of a custom field; null, or nothing said, for what stays.</summary>
/// <param name="Slug">The key of its answer.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Properties">What may be answered, and how a form shows it: both at once.</param>
/// <param name="Metadata">The seller's own data.</param>
public sealed record CustomFieldPatch(string? Slug, string? Name, FieldProperties? Properties, JsonText Metadata);

/// <summary>What may be answered to a custom field, and how a form shows it.</summary>
public sealed record FieldProperties(FieldKind Kind, JsonText Form);
