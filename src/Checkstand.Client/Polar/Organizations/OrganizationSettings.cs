namespace Checkstand.Client.Polar;

/// <summary>What is switched on. In a change, null says nothing.</summary>
public sealed class OrganizationFeatureSettings : PolarObject
{
    /// <summary>Whether issue funding is on.</summary>
    public bool? IssueFundingEnabled { get; set; }

    /// <summary>Whether seat based pricing is on.</summary>
    public bool? SeatBasedPricingEnabled { get; set; }

    /// <summary>Whether wallets is on.</summary>
    public bool? WalletsEnabled { get; set; }

    /// <summary>Whether member model is on.</summary>
    public bool? MemberModelEnabled { get; set; }

    /// <summary>Whether checkout localization is on.</summary>
    public bool? CheckoutLocalizationEnabled { get; set; }

    /// <summary>Whether reset proration behavior is on.</summary>
    public bool? ResetProrationBehaviorEnabled { get; set; }

    /// <summary>Whether off session charges is on.</summary>
    public bool? OffSessionChargesEnabled { get; set; }

    /// <summary>Whether meter cycling is on.</summary>
    public bool? MeterCyclingEnabled { get; set; }

    /// <summary>Whether slack benefit is on.</summary>
    public bool? SlackBenefitEnabled { get; set; }

    /// <summary>Whether preview access is on.</summary>
    public bool? PreviewAccessEnabled { get; set; }

    /// <summary>Whether disputes is on.</summary>
    public bool? DisputesEnabled { get; set; }

    /// <summary>Whether sso is on.</summary>
    public bool? SsoEnabled { get; set; }

    /// <summary>Whether dispute auto accept is on.</summary>
    public bool? DisputeAutoAcceptEnabled { get; set; }

    /// <summary>Whether compass is on.</summary>
    public bool? CompassEnabled { get; set; }

    /// <summary>Whether merchant migration is on.</summary>
    public bool? MerchantMigrationEnabled { get; set; }

    /// <summary>The figures on the overview.</summary>
    public List<string>? OverviewMetrics { get; set; }
}

/// <summary>How subscriptions behave.</summary>
public sealed class OrganizationSubscriptionSettings : PolarObject
{
    /// <summary>Whether a customer may have several.</summary>
    public bool AllowMultipleSubscriptions { get; set; }

    /// <summary>Whether customers may change theirs themselves.</summary>
    public bool AllowCustomerUpdates { get; set; }

    /// <summary>How changes in the middle of a billing period are charged.</summary>
    public SubscriptionProrationBehavior ProrationBehavior { get; set; }

    /// <summary>How many days benefits stay when a payment is missing.</summary>
    public int BenefitRevocationGracePeriod { get; set; }

    /// <summary>Whether a buyer has one trial only.</summary>
    public bool PreventTrialAbuse { get; set; }
}

/// <summary>Which mails an organization's people get.</summary>
public sealed class OrganizationNotificationSettings : PolarObject
{
    /// <summary>About a new order.</summary>
    public bool NewOrder { get; set; }

    /// <summary>About a new subscription.</summary>
    public bool NewSubscription { get; set; }
}

/// <summary>Which mails an organization's customers get.</summary>
public sealed class OrganizationCustomerEmailSettings : PolarObject
{
    /// <summary>The mail <c>order_confirmation</c>.</summary>
    public bool OrderConfirmation { get; set; }

    /// <summary>The mail <c>payment_method_expiration_reminder</c>.</summary>
    public bool PaymentMethodExpirationReminder { get; set; }

    /// <summary>The mail <c>subscription_cancellation</c>.</summary>
    public bool SubscriptionCancellation { get; set; }

    /// <summary>The mail <c>subscription_confirmation</c>.</summary>
    public bool SubscriptionConfirmation { get; set; }

    /// <summary>The mail <c>subscription_cycled</c>.</summary>
    public bool SubscriptionCycled { get; set; }

    /// <summary>The mail <c>subscription_cycled_after_trial</c>.</summary>
    public bool SubscriptionCycledAfterTrial { get; set; }

    /// <summary>The mail <c>subscription_past_due</c>.</summary>
    public bool SubscriptionPastDue { get; set; }

    /// <summary>The mail <c>subscription_paused</c>.</summary>
    public bool SubscriptionPaused { get; set; }

    /// <summary>The mail <c>subscription_resumed</c>.</summary>
    public bool SubscriptionResumed { get; set; }

    /// <summary>The mail <c>subscription_renewal_reminder</c>.</summary>
    public bool SubscriptionRenewalReminder { get; set; }

    /// <summary>The mail <c>subscription_revoked</c>.</summary>
    public bool SubscriptionRevoked { get; set; }

    /// <summary>The mail <c>subscription_trial_conversion_reminder</c>.</summary>
    public bool SubscriptionTrialConversionReminder { get; set; }

    /// <summary>The mail <c>subscription_uncanceled</c>.</summary>
    public bool SubscriptionUncanceled { get; set; }

    /// <summary>The mail <c>subscription_updated</c>.</summary>
    public bool SubscriptionUpdated { get; set; }
}

/// <summary>What customers may do themselves.</summary>
public sealed class OrganizationCustomerPortalSettings : PolarObject
{
    /// <summary>About what they used.</summary>
    public CustomerPortalUsageSettings Usage { get; set; } = new();

    /// <summary>About their subscriptions.</summary>
    public CustomerPortalSubscriptionSettings Subscription { get; set; } = new();

    /// <summary>About themselves.</summary>
    public CustomerPortalCustomerSettings? Customer { get; set; }
}

/// <summary>What customers see of what they used.</summary>
public sealed class CustomerPortalUsageSettings : PolarObject
{
    /// <summary>Whether they see it.</summary>
    public bool Show { get; set; }
}

/// <summary>What customers may do with their subscriptions.</summary>
public sealed class CustomerPortalSubscriptionSettings : PolarObject
{
    /// <summary>Whether they may change the number of seats.</summary>
    public bool UpdateSeats { get; set; }

    /// <summary>Whether they may change the product.</summary>
    public bool UpdatePlan { get; set; }

    /// <summary>Whether they may pause.</summary>
    public bool? Pause { get; set; }
}

/// <summary>What customers may change about themselves.</summary>
public sealed class CustomerPortalCustomerSettings : PolarObject
{
    /// <summary>Whether they may change their address of mail.</summary>
    public bool? AllowEmailChange { get; set; }
}

/// <summary>What happens with disputes.</summary>
public sealed class OrganizationDisputeSettings : PolarObject
{
    /// <summary>Below how many minor units a dispute is not fought; null for never.</summary>
    public long? AutoAcceptBelowAmount { get; set; }
}

/// <summary>What an organization may do.</summary>
public sealed class OrganizationCapabilities : PolarObject
{
    /// <summary>Take payments.</summary>
    public bool CheckoutPayments { get; set; }

    /// <summary>Renew subscriptions.</summary>
    public bool SubscriptionRenewals { get; set; }

    /// <summary>Be paid out.</summary>
    public bool Payouts { get; set; }

    /// <summary>Give money back.</summary>
    public bool Refunds { get; set; }

    /// <summary>Use its tokens.</summary>
    public bool ApiAccess { get; set; }

    /// <summary>Use the dashboard.</summary>
    public bool DashboardAccess { get; set; }
}
