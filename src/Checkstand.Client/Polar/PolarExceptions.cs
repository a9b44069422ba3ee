namespace Checkstand.Client.Polar;

/// <summary>400 <c>PaymentError</c>: the payment was refused; the checkout stays open.</summary>
public sealed class PaymentErrorException : BadRequestException
{
    internal PaymentErrorException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>AlreadyActiveSubscriptionError</c>: the customer has an active subscription already.</summary>
public sealed class AlreadyActiveSubscriptionException : ForbiddenException
{
    internal AlreadyActiveSubscriptionException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>NotOpenCheckout</c>: the checkout is not open any more.</summary>
public sealed class NotOpenCheckoutException : ForbiddenException
{
    internal NotOpenCheckoutException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>PaymentNotReady</c>: the organization cannot take payments yet.</summary>
public sealed class PaymentNotReadyException : ForbiddenException
{
    internal PaymentNotReadyException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>TrialAlreadyRedeemed</c>: the customer had a trial before.</summary>
public sealed class TrialAlreadyRedeemedException : ForbiddenException
{
    internal TrialAlreadyRedeemedException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>DiscountRedemptionLimitReached</c>: the customer used the discount as often as allowed.</summary>
public sealed class DiscountRedemptionLimitReachedException : ForbiddenException
{
    internal DiscountRedemptionLimitReachedException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>NotPermitted</c>: the organization is blocked or deleted.</summary>
public sealed class NotPermittedException : ForbiddenException
{
    internal NotPermittedException(ApiError error)
        : base(error) { }
}

/// <summary>403 <c>insufficient_scope</c>: the token lacks a scope.</summary>
public sealed class InsufficientScopeException : ForbiddenException
{
    internal InsufficientScopeException(ApiError error)
        : base(error) { }
}

/// <summary>404 <c>ResourceNotFound</c>: there is no such thing, or the token may not see it.</summary>
public sealed class ResourceNotFoundException : NotFoundException
{
    internal ResourceNotFoundException(ApiError error)
        : base(error) { }
}

/// <summary>409 <c>CheckoutLocked</c>: somebody else is changing the checkout; try again.</summary>
public sealed class CheckoutLockedException : ConflictException
{
    internal CheckoutLockedException(ApiError error)
        : base(error) { }
}

/// <summary>410 <c>ExpiredCheckoutError</c>: the checkout has expired.</summary>
public sealed class ExpiredCheckoutException : GoneException
{
    internal ExpiredCheckoutException(ApiError error)
        : base(error) { }
}
