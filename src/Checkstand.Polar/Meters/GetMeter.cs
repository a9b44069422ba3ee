using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Meters;

/// <summary><c>GET /v1/meters/{id}</c>.</summary>
internal static class GetMeter
{
    public static readonly Operation Operation = new()
    {
        Id = "meters:get",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/meters/{id}",
        Scopes = ["meters:read", "meters:write"],
        Response = MeterShapes.Meter,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await (
            await call.Services.Meters.GetAsync(call.Organization, call.Id, call.Cancellation) is { } meter
                ? call.AnswerAsync(meter, MeterBody.Write)
                : PolarErrors.WriteNotFoundAsync(call.Http)
        );
}
