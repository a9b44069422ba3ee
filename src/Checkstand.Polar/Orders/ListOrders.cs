using System.Diagnostics;
using Checkstand.Core;
using Checkstand.Core.Orders;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Orders;

/// <summary><c>orders:list</c>.</summary>
internal static class ListOrders
{
    public static readonly Operation Operation = new()
    {
        Id = "orders:list",
        Method = "GET",
        Path = "/v1/orders/",
        Scopes = ["orders:read", "orders:write"],
        Query = Forms.Object(
            "OrderListQuery",
            [
                Forms.Maybe("organization_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe("product_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe(
                    "product_billing_type",
                    new ArrayShape(Forms.OneOf("ProductBillingType", "one_time", "recurring"))
                ),
                Forms.Maybe("discount_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe("customer_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe("external_customer_id", new ArrayShape(Forms.AnyText)),
                Forms.Maybe("checkout_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe("subscription_id", new ArrayShape(Forms.Uuid4)),
                Forms.Maybe(
                    "status",
                    new ArrayShape(
                        Forms.OneOf("OrderStatus", "draft", "pending", "paid", "refunded", "partially_refunded", "void")
                    )
                ),
                Forms.Maybe("created_after", Forms.DateTime),
                Forms.Maybe("created_before", Forms.DateTime),
                .. Paging.Parameters,
                Paging.SortingBy(
                    "OrderSortProperty",
                    "created_at",
                    "status",
                    "invoice_number",
                    "amount",
                    "net_amount",
                    "customer",
                    "product",
                    "discount",
                    "subscription"
                ),
            ]
        ),
        Response = Paging.ListOf("Order", OrderShapes.Order),
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        var statuses = query.Texts("status");
        if (ListFilters.Excludes(query, call.Organization) || (statuses.Count > 0 && !statuses.Contains("paid")))
        {
            await call.AnswerPageAsync(new NumberedPage<OrderParts>([], 0), OrderBody.Write);
            return;
        }

        var types = query.Texts("product_billing_type").Distinct().ToList();
        var filter = new OrderFilter
        {
            ProductIds = ListFilters.Ids(query, "product_id"),
            DiscountIds = ListFilters.Ids(query, "discount_id"),
            CustomerIds = ListFilters.Ids(query, "customer_id"),
            ExternalCustomerIds = query.Texts("external_customer_id"),
            CheckoutIds = ListFilters.Ids(query, "checkout_id"),
            SubscriptionIds = ListFilters.Ids(query, "subscription_id"),
            IsOfSubscription = types is [var only] ? only == "recurring" : null,
            CreatedAfter = query.Instant("created_after"),
            CreatedBefore = query.Instant("created_before"),
            Metadata = MetadataFilter.Read(call.Http.Request),
            Sorting = Paging.ReadSorting(query, ByName, new Sorting<OrderOrder>(OrderOrder.CreatedAt, true)),
        };
        var page = await call.Services.Orders.ListAsync(
            call.Organization,
            filter,
            Paging.Read(query),
            call.Cancellation
        );
        await call.AnswerPageAsync(page, OrderBody.Write);
    }

    private static OrderOrder ByName(string name) =>
        name switch
        {
            // Every order here is paid, so its status orders nothing; the number then is as good as any.
            "status" or "invoice_number" => OrderOrder.Number,
            "created_at" => OrderOrder.CreatedAt,
            "amount" => OrderOrder.Amount,
            "net_amount" => OrderOrder.NetAmount,
            "customer" => OrderOrder.Customer,
            "product" => OrderOrder.Product,
            "discount" => OrderOrder.Discount,
            "subscription" => OrderOrder.Subscription,
            _ => throw new UnreachableException($"No order is defined for {name}."),
        };
}
