namespace Checkstand.Client.Polar;

/// <summary>402 <c>PaymentFailed</c>: what a change of a subscription costs could not be charged.</summary>
public sealed class PaymentFailedException : ApiException
{
    internal PaymentFailedException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>AlreadyCanceledSubscription</c>: the subscription ended, or will.</summary>
public sealed class AlreadyCanceledSubscriptionException : ForbiddenException
{
    internal AlreadyCanceledSubscriptionException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>InactiveSubscription</c>: the subscription does not count now.</summary>
public sealed class InactiveSubscriptionException : ForbiddenException
{
    internal InactiveSubscriptionException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>DisputeAutoAcceptNotEnabled</c>: the organization may not have disputes accepted by themselves.</summary>
public sealed class DisputeAutoAcceptNotEnabledException : ForbiddenException
{
    internal DisputeAutoAcceptNotEnabledException(ApiError error)
        : base(error) { }
}

/// <summary>409 <c>CheckoutCustomerDeleted</c>: the checkout's customer was deleted meanwhile.</summary>
public sealed class CheckoutCustomerDeletedException : ConflictException
{
    internal CheckoutCustomerDeletedException(ApiError error)
        : base(error) { }
}

/// <summary>409 <c>SubscriptionLocked</c>: somebody else is changing the subscription; try again.</summary>
public sealed class SubscriptionLockedException : ConflictException
{
    internal SubscriptionLockedException(ApiError error)
        : base(error) { }
}

/// <summary>409 <c>SSOEnforcementRequiresConnection</c>: there is no provider to sign in through.</summary>
public sealed class SsoEnforcementRequiresConnectionException : ConflictException
{
    internal SsoEnforcementRequiresConnectionException(ApiError error)
        : base(error) { }
}
