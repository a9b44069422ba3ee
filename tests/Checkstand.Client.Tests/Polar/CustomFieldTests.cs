using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

public sealed class CustomFieldTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private CustomFields Fields => server.Polar.CustomFields;

    public static TheoryData<CustomFieldCreate> EveryKind =>
        [
            new CustomFieldTextCreate
            {
                Slug = "kind-text",
                Name = "Text",
                Properties = new()
                {
                    FormLabel = "Label",
                    Textarea = true,
                    MinLength = 1,
                    MaxLength = 9,
                },
            },
            new CustomFieldNumberCreate
            {
                Slug = "kind-number",
                Name = "Number",
                Properties = new() { Ge = -5, Le = 5 },
            },
            new CustomFieldDateCreate
            {
                Slug = "kind-date",
                Name = "Date",
                Properties = new() { Ge = 0, Le = 86_400 },
            },
            new CustomFieldCheckboxCreate
            {
                Slug = "kind-checkbox",
                Name = "Checkbox",
                Metadata = new Metadata { ["a"] = 1 },
            },
            new CustomFieldSelectCreate
            {
                Slug = "kind-select",
                Name = "Select",
                Properties = new() { Options = [new() { Value = "s", Label = "Small" }] },
            },
        ];

    [Theory]
    [MemberData(nameof(EveryKind), DisableDiscoveryEnumeration = true)]
    public async Task A_field_of_every_kind_is_made_read_and_deleted(CustomFieldCreate request)
    {
        var made = await Fields.CreateAsync(request);
        var read = await Fields.GetAsync(made.Id);
        await Fields.DeleteAsync(made.Id);

        Assert.Equal(made.GetType(), read.GetType());
        Assert.Equal(request.Type, read.Type);
        Assert.Equal((request.Slug, request.Name), (read.Slug, read.Name));
        Assert.Equal(Wire.Text(Properties(request)), Wire.Text(Properties(read)));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Fields.GetAsync(made.Id));
    }

    [Fact]
    public async Task In_an_update_absent_keeps_and_a_value_replaces()
    {
        var made = await Fields.CreateAsync(
            new CustomFieldTextCreate
            {
                Slug = "changing",
                Name = "Before",
                Properties = new() { MaxLength = 5 },
            }
        );

        var renamed = await Fields.UpdateAsync(made.Id, new CustomFieldTextUpdate { Name = "After" });
        var bounded = await Fields.UpdateAsync(
            made.Id,
            new CustomFieldTextUpdate { Properties = new CustomFieldTextProperties { MinLength = 2 } }
        );

        Assert.Equal(("After", "changing"), (renamed.Name, renamed.Slug));
        Assert.Equal(5, Assert.IsType<CustomFieldText>(renamed).Properties.MaxLength);
        var properties = Assert.IsType<CustomFieldText>(bounded).Properties;
        Assert.Equal((2, null), (properties.MinLength, properties.MaxLength));
    }

    [Fact]
    public async Task A_field_of_another_kind_is_refused()
    {
        var made = await Fields.CreateAsync(new CustomFieldCheckboxCreate { Slug = "checked", Name = "Checked" });

        await Assert.ThrowsAsync<HttpValidationException>(() =>
            Fields.UpdateAsync(made.Id, new CustomFieldDateUpdate { Name = "Dated" })
        );
    }

    [Fact]
    public async Task Fields_are_listed_by_kind_and_name()
    {
        await Fields.CreateAsync(new CustomFieldCheckboxCreate { Slug = "terms", Name = "Listed terms" });
        await Fields.CreateAsync(new CustomFieldDateCreate { Slug = "birthday", Name = "Listed birthday" });

        var all = await Fields
            .ListAsync(query: "listed", sorting: CustomFieldSortProperty.SlugDescending)
            .ToListAsync();
        var dates = await Fields.ListAsync(query: "listed", type: CustomFieldType.Date).ToListAsync();

        Assert.Equal(["terms", "birthday"], all.Select(field => field.Slug));
        Assert.IsType<CustomFieldDate>(Assert.Single(dates));
    }

    private static CustomFieldProperties Properties(object field) =>
        field switch
        {
            CustomFieldTextCreate made => made.Properties,
            CustomFieldNumberCreate made => made.Properties,
            CustomFieldDateCreate made => made.Properties,
            CustomFieldCheckboxCreate made => made.Properties,
            CustomFieldSelectCreate made => made.Properties,
            CustomFieldText read => read.Properties,
            CustomFieldNumber read => read.Properties,
            CustomFieldDate read => read.Properties,
            CustomFieldCheckbox read => read.Properties,
            CustomFieldSelect read => read.Properties,
            _ => throw new InvalidOperationException($"{field.GetType().Name} is no custom field."),
        };
}
