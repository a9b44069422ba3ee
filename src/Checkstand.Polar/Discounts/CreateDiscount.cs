using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Discounts;

/// <summary><c>discounts:create</c>.</summary>
internal static class CreateDiscount
{
    public static readonly Operation Operation = new()
    {
        Id = "discounts:create",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/discounts/",
        Scopes = ["discounts:write"],
        Request = DiscountShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = DiscountShapes.Discount,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var problems = DiscountRequest.Missing(call.Body!).ToList();
        if (OwnOrganization.Refuse(call) is { } stranger)
        {
            problems.Add(stranger);
        }

        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        var made = await call.Services.Discounts.CreateAsync(
            call.Organization,
            DiscountRequest.ReadDraft(call.Body!),
            call.Cancellation
        );
        await DiscountBody.AnswerAsync(call, made, StatusCodes.Status201Created);
    }
}
