using System.Text;
using Checkstand.Core;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of custom fields promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract class CustomFieldStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly OrganizationId Owner = OrganizationId.New();
    private static readonly OrganizationId Stranger = OrganizationId.New();

    private long made;

    protected ICustomFieldStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<ICustomFieldStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task Every_kind_is_kept_over_a_restart()
    {
        FieldKind[] kinds =
        [
            new FieldKind.Text(0, 5),
            new FieldKind.Number(-1, null),
            new FieldKind.Instant(null, 4_000_000_000),
            new FieldKind.Checkbox(),
            new FieldKind.Choice([new SelectOption("s", "Small"), new SelectOption("m", "Medium")]),
        ];
        var fields = kinds
            .Index()
            .Select(kind =>
                Field($"slug-{kind.Index}") with
                {
                    Kind = kind.Item,
                    Form = Json("""{"form_label":"\u0001"}"""),
                    Metadata = Json("""{"a":1}"""),
                    ModifiedAt = Samples.Now,
                }
            )
            .ToList();
        foreach (var field in fields)
        {
            Assert.True(await Store.AddAsync(field, None));
        }

        await CloseAsync();
        Store = await OpenAsync();

        Assert.Equivalent(
            fields,
            await Store.FindAllAsync(Owner, [.. fields.Select(field => field.Id)], None),
            strict: true
        );
    }

    [Fact]
    public async Task A_slug_is_taken_once_in_an_organization()
    {
        var field = await AddAsync(Field("size"));
        var other = await AddAsync(Field("color"));
        Assert.False(await Store.AddAsync(Field("size"), None));
        Assert.True(await Store.AddAsync(Field("size") with { OrganizationId = Stranger }, None));

        var refused = await Store.ChangeAsync(Owner, other.Id, known => known with { Slug = "size" }, None);
        Assert.False(refused.TryGet(out _, out var problem));
        Assert.IsType<CustomFieldProblem.SlugTaken>(problem);
        var kept = await Store.ChangeAsync(Owner, field.Id, known => known with { Name = "Its size" }, None);
        Assert.True(kept.TryGet(out var after, out _));
        Assert.Equal("Its size", after.Name);
        Assert.True(await Store.RemoveAsync(Owner, field.Id, None));
        Assert.True(await Store.AddAsync(Field("size"), None));
    }

    [Fact]
    public async Task A_stranger_finds_changes_and_removes_nothing()
    {
        var field = await AddAsync(Field("size"));
        Assert.Null(await Store.FindAsync(Stranger, field.Id, None));
        Assert.Empty(await Store.FindAllAsync(Stranger, [field.Id], None));
        Assert.False(await Store.RemoveAsync(Stranger, field.Id, None));
        var refused = await Store.ChangeAsync(Stranger, field.Id, known => known, None);
        Assert.False(refused.TryGet(out _, out var problem));
        Assert.IsType<CustomFieldProblem.NotFound>(problem);
        Assert.NotNull(await Store.FindAsync(Owner, field.Id, None));
    }

    [Fact]
    public async Task A_refusal_stores_nothing()
    {
        var field = await AddAsync(Field("size"));
        var refused = await Store.ChangeAsync(Owner, field.Id, _ => new CustomFieldProblem.Invalid([]), None);
        Assert.False(refused.TryGet(out _, out _));
        Assert.Equal("size", (await Store.FindAsync(Owner, field.Id, None))!.Slug);
    }

    [Fact]
    public async Task Fields_are_found_in_the_order_that_is_asked_for_and_those_that_are_gone_are_left_out()
    {
        var a = await AddAsync(Field("a"));
        var b = await AddAsync(Field("b"));
        var found = await Store.FindAllAsync(Owner, [b.Id, RandomId.New(), a.Id], None);
        Assert.Equal([b.Id, a.Id], found.Select(field => field.Id));
    }

    [Fact]
    public async Task A_list_is_narrowed_and_sorted()
    {
        var size = await AddAsync(Field("size") with { Name = "Z", Kind = new FieldKind.Number(null, null) });
        var color = await AddAsync(Field("color") with { Name = "Y" });

        Assert.Equal([color.Id, size.Id], await ListAsync(null, [], CustomFieldOrder.Slug));
        Assert.Equal([color.Id, size.Id], await ListAsync(null, [], CustomFieldOrder.Name));
        Assert.Equal([size.Id, color.Id], await ListAsync(null, [], CustomFieldOrder.CreatedAt));
        Assert.Equal([size.Id, color.Id], await ListAsync(null, [], CustomFieldOrder.Kind));
        Assert.Equal([size.Id], await ListAsync("SIZ", [], CustomFieldOrder.Slug));
        Assert.Equal([color.Id], await ListAsync("y", [], CustomFieldOrder.Slug));
        Assert.Equal([size.Id], await ListAsync(null, ["number", "date"], CustomFieldOrder.Slug));
    }

    private async Task<CustomField> AddAsync(CustomField field)
    {
        Assert.True(await Store.AddAsync(field, None));
        return field;
    }

    private async Task<IReadOnlyList<Guid>> ListAsync(string? query, string[] kinds, CustomFieldOrder by)
    {
        var filter = new CustomFieldFilter(query, kinds, [new Sorting<CustomFieldOrder>(by, false)]);
        var page = await Store.ListAsync(Owner, filter, new PageNumber(1, 100), None);
        return [.. page.Items.Select(field => field.Id)];
    }

    private static JsonText Json(string text) => new(Encoding.UTF8.GetBytes(text));

    private CustomField Field(string slug) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Owner,
            CreatedAt = Samples.Now.AddMilliseconds(made++),
            Slug = slug,
            Name = slug,
            Kind = new FieldKind.Text(null, null),
        };
}
