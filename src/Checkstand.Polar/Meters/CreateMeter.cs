using Checkstand.Core;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Meters;

/// <summary><c>POST /v1/meters/</c>: makes a meter that metered prices can name. Events are not taken in here.</summary>
internal static class CreateMeter
{
    public static readonly Operation Operation = new()
    {
        Id = "meters:create",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/meters/",
        Scopes = ["meters:write"],
        Request = MeterShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = MeterShapes.Meter,
        Missing = "The meter is kept for prices to name; no events are taken in, so it counts nothing.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        var isUnnamed = body.Text("unit") == "custom" && !body.Has("custom_label");
        FieldProblem? problem = isUnnamed
            ? FieldProblem.Of("custom_label", "A custom unit needs a label.")
            : OwnOrganization.Refuse(call);
        if (problem is not null)
        {
            await PolarErrors.WriteAsync(call.Http, [problem]);
            return;
        }

        var meter = await call.Services.Meters.CreateAsync(
            call.Organization,
            made =>
                made with
                {
                    Unit = CatalogueWords.MeterUnitOf(body.Text("unit") ?? "scalar"),
                    Label = body.Text("custom_label"),
                    Multiplier = (int?)body.Integer("custom_multiplier"),
                    Filter = body.Json("filter"),
                    Aggregation = body.Json("aggregation"),
                    Metadata = body.Json("metadata"),
                },
            body.Text("name")!,
            call.Cancellation
        );
        await call.AnswerAsync(meter, MeterBody.Write, StatusCodes.Status201Created);
    }
}
