using Checkstand.Polar.Shapes;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Subscriptions;

/// <summary>The declared forms of subscriptions.</summary>
internal static class SubscriptionShapes
{
    /// <summary>A subscription as it is answered.</summary>
    public static readonly ObjectShape Subscription = Forms.Object(
        "Subscription",
        Forms.Must("created_at", Forms.DateTime),
        Forms.MustOrNull("modified_at", Forms.DateTime),
        Forms.Must("id", Forms.Uuid4),
        Forms.Must("amount", IntegerShape.Any),
        Forms.Must("currency", Forms.AnyText),
        Forms.Must("recurring_interval", Forms.OneOf("RecurringInterval", CatalogueWords.Intervals)),
        Forms.Must("recurring_interval_count", IntegerShape.Any),
        Forms.Must("status", Forms.OneOf("SubscriptionStatus", SubscriptionWords.Statuses)),
        Forms.Must("current_period_start", Forms.DateTime),
        Forms.Must("current_period_end", Forms.DateTime),
        Forms.MustOrNull("current_meter_period_start", Forms.DateTime),
        Forms.MustOrNull("current_meter_period_end", Forms.DateTime),
        Forms.MustOrNull("trial_start", Forms.DateTime),
        Forms.MustOrNull("trial_end", Forms.DateTime),
        Forms.Must("cancel_at_period_end", Forms.Boolean),
        Forms.MustOrNull("canceled_at", Forms.DateTime),
        Forms.MustOrNull("started_at", Forms.DateTime),
        Forms.MustOrNull("ends_at", Forms.DateTime),
        Forms.MustOrNull("ended_at", Forms.DateTime),
        Forms.MustOrNull("past_due_at", Forms.DateTime),
        Forms.Must("pause_at_period_end", Forms.Boolean),
        Forms.MustOrNull("paused_at", Forms.DateTime),
        Forms.MustOrNull("resumes_at", Forms.DateTime),
        Forms.Must("customer_id", Forms.Uuid4),
        Forms.Must("product_id", Forms.Uuid4),
        Forms.MustOrNull("discount_id", Forms.Uuid4),
        Forms.MustOrNull("checkout_id", Forms.Uuid4),
        Forms.MustOrNull("seats", IntegerShape.Any),
        Forms.MustOrNull("customer_cancellation_reason", Reason),
        Forms.MustOrNull("customer_cancellation_comment", Forms.AnyText),
        Forms.Must("metadata", new AnyObjectShape()),
        Forms.Must("custom_field_data", new AnyObjectShape()),
        Forms.Must("customer", new AnyObjectShape()),
        Forms.Must("product", new AnyObjectShape()),
        Forms.MustOrNull("discount", new AnyObjectShape()),
        Forms.Must("prices", new ArrayShape(new AnyObjectShape())),
        Forms.Must("meters", new ArrayShape(new AnyObjectShape())),
        Forms.MustOrNull("pending_update", new AnyObjectShape())
    );

    /// <summary>
    /// A change of a subscription, all shapes of the contract in one. Those that are not done here are declared as far as
    /// it takes to tell them.
    /// </summary>
    public static readonly ObjectShape Update = Forms.Object(
        "SubscriptionUpdate",
        Forms.Maybe("cancel_at_period_end", Forms.Boolean),
        Forms.Maybe("revoke", Forms.Boolean),
        Forms.Maybe("customer_cancellation_reason", Reason),
        Forms.Maybe("customer_cancellation_comment", Forms.AnyText)
    );

    /// <summary>Why a customer leaves.</summary>
    private static TextShape Reason => Forms.OneOf("CustomerCancellationReason", SubscriptionWords.CancellationReasons);
}
