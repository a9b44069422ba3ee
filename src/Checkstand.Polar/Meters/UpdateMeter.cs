using Checkstand.Core;
using Checkstand.Core.Products;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Meters;

/// <summary><c>PATCH /v1/meters/{id}</c>: changes what the body names.</summary>
internal static class UpdateMeter
{
    public static readonly Operation Operation = new()
    {
        Id = "meters:update",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/meters/{id}",
        Scopes = ["meters:write"],
        Request = MeterShapes.Update,
        Response = MeterShapes.Meter,
        Missing = "Prices that name the meter show it as it was when they were made.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        var meter = await call.Services.Meters.UpdateAsync(
            call.Organization,
            call.Id,
            before => Change(before, body),
            body.Boolean("is_archived"),
            call.Cancellation
        );
        await (meter is null ? PolarErrors.WriteNotFoundAsync(call.Http) : call.AnswerAsync(meter, MeterBody.Write));
    }

    private static Meter Change(Meter before, CheckedObject body) =>
        before with
        {
            Name = body.Text("name") ?? before.Name,
            Unit = body.Text("unit") is { } unit ? CatalogueWords.MeterUnitOf(unit) : before.Unit,
            Label = body.Json("custom_label").IsPresent ? body.Text("custom_label") : before.Label,
            Multiplier = body.Json("custom_multiplier").IsPresent
                ? (int?)body.Integer("custom_multiplier")
                : before.Multiplier,
            Filter = body.Has("filter") ? body.Json("filter") : before.Filter,
            Aggregation = body.Has("aggregation") ? body.Json("aggregation") : before.Aggregation,
            Metadata = body.Has("metadata") ? body.Json("metadata") : before.Metadata,
        };
}
