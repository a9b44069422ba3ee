using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

public sealed class MeterTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private Meters Meters => server.Polar.Meters;

    public static MeterCreate Calls() =>
        new()
        {
            Name = "Calls",
            Filter = new MeterFilter
            {
                Conjunction = FilterConjunction.And,
                Clauses =
                [
                    new MeterFilter
                    {
                        Property = "name",
                        Operator = FilterOperator.Eq,
                        Value = "call",
                    },
                    new MeterFilter
                    {
                        Conjunction = FilterConjunction.Or,
                        Clauses =
                        [
                            new MeterFilter
                            {
                                Property = "size",
                                Operator = FilterOperator.Gte,
                                Value = 3,
                            },
                        ],
                    },
                ],
            },
            Aggregation = new MeterAggregation { Func = AggregationFunction.Sum, Property = "size" },
        };

    [Fact]
    public async Task A_meter_is_made_with_filters_in_filters_and_read_back()
    {
        var request = Calls();
        request.Unit = MeterUnit.Custom;
        request.CustomLabel = "call";
        request.CustomMultiplier = 1000;

        var made = await Meters.CreateAsync(request);
        var read = await Meters.GetAsync(made.Id);

        Assert.Equal(Wire.Text(made), Wire.Text(read));
        Assert.Equal(Wire.Text(request.Filter), Wire.Text(read.Filter));
        Assert.Equal(3, read.Filter.Clauses![1].Clauses![0].Value!.Value.Integer);
        Assert.Equal((AggregationFunction.Sum, "size"), (read.Aggregation.Func, read.Aggregation.Property));
        Assert.Equal((MeterUnit.Custom, "call", 1000), (read.Unit, read.CustomLabel, read.CustomMultiplier!.Value));
    }

    [Fact]
    public async Task In_an_update_absent_keeps_null_clears_and_a_value_replaces()
    {
        var request = Calls();
        (request.Unit, request.CustomLabel, request.CustomMultiplier) = (MeterUnit.Custom, "call", 10);
        var made = await Meters.CreateAsync(request);

        var renamed = await Meters.UpdateAsync(made.Id, new MeterUpdate { Name = "Renamed" });
        var plain = await Meters.UpdateAsync(
            made.Id,
            new MeterUpdate
            {
                Unit = MeterUnit.Scalar,
                CustomLabel = null,
                CustomMultiplier = null,
            }
        );
        var archived = await Meters.UpdateAsync(made.Id, new MeterUpdate { IsArchived = true });

        Assert.Equal(("Renamed", "call"), (renamed.Name, renamed.CustomLabel));
        Assert.Equal((null, null), (plain.CustomLabel, plain.CustomMultiplier));
        Assert.Equal(server.Clock.GetUtcNow(), archived.ArchivedAt);
    }

    [Fact]
    public async Task Meters_are_listed_by_name_and_state()
    {
        var request = Calls();
        (request.Name, request.Metadata) = ("Listed meter", new Metadata { ["team"] = "a" });
        var made = await Meters.CreateAsync(request);

        var named = await Meters.ListAsync(query: "LISTED", isArchived: false).ToListAsync();
        var others = await Meters
            .ListAsync(query: "listed", metadata: new Dictionary<string, string> { ["team"] = "b" })
            .ToListAsync();

        Assert.Equal([made.Id], named.Select(meter => meter.Id));
        Assert.Empty(others);
    }
}
