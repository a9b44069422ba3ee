namespace Checkstand.Polar.Orders;

/// <summary><c>orders:get</c>.</summary>
internal static class GetOrder
{
    public static readonly Operation Operation = new()
    {
        Id = "orders:get",
        Method = "GET",
        Path = "/v1/orders/{id}",
        Scopes = ["orders:read", "orders:write"],
        Response = OrderShapes.Order,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (await call.Services.Orders.FindAsync(call.Organization, call.Id, call.Cancellation) is { } found)
        {
            await call.AnswerAsync(found, OrderBody.Write);
        }
        else
        {
            await PolarErrors.WriteNotFoundAsync(call.Http);
        }
    }
}
