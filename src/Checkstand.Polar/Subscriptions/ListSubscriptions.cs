using System.Diagnostics;
using Checkstand.Core;
using Checkstand.Core.Subscriptions;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Subscriptions;

/// <summary><c>subscriptions:list</c>.</summary>
internal static class ListSubscriptions
{
    public static readonly Operation Operation = new()
    {
        Id = "subscriptions:list",
        Method = "GET",
        Path = "/v1/subscriptions/",
        Scopes = ["subscriptions:read", "subscriptions:write"],
        Query = Forms.Object(
            "SubscriptionListQuery",
            [
                Forms.Maybe("organization_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe("product_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe("customer_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe("external_customer_id", new ArrayShape(Forms.AnyText)),
                Forms.Maybe("discount_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe("active", Forms.Boolean),
                Forms.Maybe("status", new ArrayShape(Forms.OneOf("SubscriptionStatus", SubscriptionWords.Statuses))),
                Forms.Maybe("cancel_at_period_end", Forms.Boolean),
                Forms.Maybe(
                    "customer_cancellation_reason",
                    new ArrayShape(Forms.OneOf("CustomerCancellationReason", SubscriptionWords.CancellationReasons))
                ),
                Forms.Maybe("canceled_at_after", Forms.DateTime),
                Forms.Maybe("canceled_at_before", Forms.DateTime),
                Forms.Maybe("started_after", Forms.DateTime),
                Forms.Maybe("started_before", Forms.DateTime),
                .. Paging.Parameters,
                Paging.SortingBy(
                    "SubscriptionSortProperty",
                    "customer",
                    "status",
                    "started_at",
                    "current_period_end",
                    "ended_at",
                    "ends_at",
                    "amount",
                    "product",
                    "discount"
                ),
            ]
        ),
        Response = Paging.ListOf("Subscription", SubscriptionShapes.Subscription),
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        var asked = query.Texts("status");
        var statuses = asked.Select(SubscriptionWords.StatusOf).OfType<SubscriptionStatus>().ToList();
        if (ListFilters.Excludes(query, call.Organization) || (asked.Count > 0 && statuses.Count == 0))
        {
            await call.AnswerPageAsync(new NumberedPage<SubscriptionParts>([], 0), SubscriptionBody.Write);
            return;
        }

        var filter = new SubscriptionFilter
        {
            ProductIds = ListFilters.Ids(query, "product_id"),
            CustomerIds = ListFilters.Ids(query, "customer_id"),
            ExternalCustomerIds = query.Texts("external_customer_id"),
            DiscountIds = ListFilters.Ids(query, "discount_id"),
            IsActive = query.Boolean("active"),
            Statuses = statuses,
            CancelsAtPeriodEnd = query.Boolean("cancel_at_period_end"),
            CancellationReasons = query.Texts("customer_cancellation_reason"),
            CanceledFrom = query.Instant("canceled_at_after"),
            CanceledUntil = query.Instant("canceled_at_before"),
            StartedAfter = query.Instant("started_after"),
            StartedBefore = query.Instant("started_before"),
            Metadata = MetadataFilter.Read(call.Http.Request),
            Sorting = Paging.ReadSorting(
                query,
                ByName,
                new Sorting<SubscriptionOrder>(SubscriptionOrder.StartedAt, true)
            ),
        };
        var page = await call.Services.Subscriptions.ListAsync(
            call.Organization,
            filter,
            Paging.Read(query),
            call.Cancellation
        );
        await call.AnswerPageAsync(page, SubscriptionBody.Write);
    }

    private static SubscriptionOrder ByName(string name) =>
        name switch
        {
            "customer" => SubscriptionOrder.Customer,
            "status" => SubscriptionOrder.Status,
            "started_at" => SubscriptionOrder.StartedAt,
            "current_period_end" => SubscriptionOrder.PeriodEndsAt,
            "ended_at" => SubscriptionOrder.EndedAt,
            "ends_at" => SubscriptionOrder.EndsAt,
            "amount" => SubscriptionOrder.Amount,
            "product" => SubscriptionOrder.Product,
            "discount" => SubscriptionOrder.Discount,
            _ => throw new UnreachableException($"No order is defined for {name}."),
        };
}
