using Checkstand.Core.Organizations;

namespace Checkstand.Core.CustomFields;

/// <summary>
/// What the rules of custom fields need from a database. Every implementation inherits CustomFieldStoreContract in the
/// tests. Writes are durable when their task completes.
/// </summary>
public interface ICustomFieldStore
{
    /// <summary>Keeps a custom field.</summary>
    /// <returns>False when another field of the organization has the slug.</returns>
    Task<bool> AddAsync(CustomField field, CancellationToken cancellation);

    /// <summary>A custom field of an organization; null when there is none.</summary>
    ValueTask<CustomField?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>The custom fields of these ids, in their order; those that are gone are left out.</summary>
    ValueTask<IReadOnlyList<CustomField>> FindAllAsync(
        OrganizationId organization,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellation
    );

    /// <summary>Stores what <paramref name="decide"/>, which must be pure, makes of a custom field.</summary>
    /// <returns>The field afterwards, or the refusal, NotFound or SlugTaken.</returns>
    Task<Result<CustomField, CustomFieldProblem>> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<CustomField, Result<CustomField, CustomFieldProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>Removes a custom field.</summary>
    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>A part of an organization's custom fields.</summary>
    ValueTask<NumberedPage<CustomField>> ListAsync(
        OrganizationId organization,
        CustomFieldFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );
}

/// <summary>Which custom fields are wanted, and in which order.</summary>
/// <param name="Query">A part of name or slug in any case; null for any.</param>
/// <param name="Kinds">Names of kinds (<c>text</c>, <c>number</c>...); empty for any.</param>
/// <param name="Sorting">In this order; then by id.</param>
public sealed record CustomFieldFilter(
    string? Query,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<Sorting<CustomFieldOrder>> Sorting
);

/// <summary>What custom fields are sorted by.</summary>
public enum CustomFieldOrder
{
    /// <summary>When they were made.</summary>
    CreatedAt,

    /// <summary>Their slug.</summary>
    Slug,

    /// <summary>Their name.</summary>
    Name,

    /// <summary>Their kind.</summary>
    Kind,
}

/// <summary>Why something can't be done with a custom field. A closed set, in the order in which they win.</summary>
public abstract record CustomFieldProblem
{
    private CustomFieldProblem() { }

    /// <summary>There is none of that id in the organization.</summary>
    public sealed record NotFound : CustomFieldProblem;

    /// <summary>What was said breaks rules of custom fields.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : CustomFieldProblem;

    /// <summary>Another field of the organization has the slug.</summary>
    public sealed record SlugTaken : CustomFieldProblem;
}
