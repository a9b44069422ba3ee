using Checkstand.Connectors.Stripe;
using Checkstand.Core.Payments;
using Checkstand.Gr4vy;
using Checkstand.Wire;

namespace Checkstand.Server.Providers;

/// <summary>
/// <c>POST /connectors/stripe/{account}/webhooks</c>: Stripe says that something happened. The operation that it names is
/// looked up; 200 when that was done, so that Stripe tries again when it was not.
/// </summary>
internal static class StripeWebhooks
{
    public static void MapStripeWebhooks(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<StripeOptions>();
        var payments = routes.ServiceProvider.GetRequiredService<CardPayments>();
        routes.MapPost(
            "/connectors/stripe/{account}/webhooks",
            (RequestDelegate)(context => ReceiveAsync(context, options, payments))
        );
    }

    private static async Task ReceiveAsync(HttpContext context, StripeOptions options, CardPayments payments)
    {
        var name = (string)context.Request.RouteValues["account"]!;
        if (!options.Accounts.TryGetValue(name, out var account) || account.WebhookSecret is not { } secret)
        {
            await Gr4vyErrors.WriteAsync(context, StatusCodes.Status404NotFound);
            return;
        }

        var (body, problem) = await RequestBody.ReadJsonAsync(context.Request, StripeWebhook.BodyBytesMax);
        if (problem is { } bad)
        {
            await Gr4vyErrors.WriteAsync(context, bad, StripeWebhook.BodyBytesMax);
            return;
        }

        StripeNotification notification;
        using (body)
        {
            var signature = context.Request.Headers["Stripe-Signature"];
            notification = StripeWebhook.Read(
                body!.Bytes,
                signature.Count == 1 ? signature[0] : null,
                secret,
                StripeWebhook.DefaultTolerance,
                // Stripe's times are real ones, whatever the sandbox's clock says.
                TimeProvider.System.GetUtcNow()
            );
        }

        switch (notification)
        {
            case StripeNotification.Refused:
                await Gr4vyErrors.WriteAsync(context, StatusCodes.Status400BadRequest);
                break;
            case StripeNotification.Hint hint:
                await payments.NotifyAsync(hint.Operation, context.RequestAborted);
                break;
        }
    }
}
