using Checkstand.Core;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage.Sqlite;

/// <summary>Custom fields in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed class SqliteCustomFieldStore(SqliteDatabase database) : ICustomFieldStore
{
    /// <inheritdoc/>
    public Task<bool> AddAsync(CustomField field, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            var isFree = !IsTaken(statements, field);
            if (isFree)
            {
                CustomFieldTable.Insert(statements, field);
            }

            return isFree;
        });

    /// <inheritdoc/>
    public ValueTask<CustomField?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                (organization, id),
                static (statements, which) => CustomFieldTable.Find(statements, which.organization, which.id)
            )
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CustomField>> FindAllAsync(
        OrganizationId organization,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellation
    ) =>
        ids.Count == 0
            ? new([])
            : new(
                database.Readers.Read(
                    (organization, ids),
                    static (statements, which) =>
                        (IReadOnlyList<CustomField>)
                            [
                                .. which
                                    .ids.Select(id => CustomFieldTable.Find(statements, which.organization, id))
                                    .OfType<CustomField>(),
                            ]
                )
            );

    /// <inheritdoc/>
    public Task<Result<CustomField, CustomFieldProblem>> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<CustomField, Result<CustomField, CustomFieldProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<CustomField, CustomFieldProblem>>(statements =>
        {
            if (CustomFieldTable.Find(statements, organization, id) is not { } field)
            {
                return new CustomFieldProblem.NotFound();
            }

            var decided = decide(field);
            if (!decided.TryGet(out var changed, out _))
            {
                return decided;
            }

            if (IsTaken(statements, changed))
            {
                return new CustomFieldProblem.SlugTaken();
            }

            CustomFieldTable.Update(statements, changed);
            return changed;
        });

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => CustomFieldTable.Delete(statements, organization, id));

    /// <inheritdoc/>
    public ValueTask<NumberedPage<CustomField>> ListAsync(
        OrganizationId organization,
        CustomFieldFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, filter, page),
                static (statements, which) =>
                    CustomFieldTable.List(statements, which.organization, which.filter, which.page)
            )
        );

    private static bool IsTaken(PreparedStatements statements, CustomField field) =>
        CustomFieldTable.Holder(statements, field.OrganizationId, field.Slug) is { } holder && holder != field.Id;
}
