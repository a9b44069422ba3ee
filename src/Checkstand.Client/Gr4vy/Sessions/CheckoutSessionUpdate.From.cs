namespace Checkstand.Client.Gr4vy;

public sealed partial class CheckoutSessionUpdate
{
    /// <summary>A create as an update, for which the vendor's SDKs have one type: what is null is absent.</summary>
    /// <param name="create">What to send; its null members stay as they are on the session.</param>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    public static implicit operator CheckoutSessionUpdate(CheckoutSessionCreate create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return new CheckoutSessionUpdate
        {
            CartItems = Given(create.CartItems),
            Metadata = Given(create.Metadata),
            Buyer = Given(create.Buyer),
            Airline = Given(create.Airline),
            Amount = Given(create.Amount),
            Currency = Given(create.Currency),
            PaymentServiceId = Given(create.PaymentServiceId),
            ExpiresIn = create.ExpiresIn is { } seconds ? seconds : default(Optional<double>),
            Country = Given(create.Country),
            IsSubsequentPayment = Given(create.IsSubsequentPayment),
            MerchantInitiated = Given(create.MerchantInitiated),
            PaymentSource = Given(create.PaymentSource),
            Intent = Given(create.Intent),
            AdditionalProperties = create.AdditionalProperties,
        };
    }

    private static Optional<T?> Given<T>(T? value)
        where T : class => value is null ? default : new Optional<T?>(value);

    private static Optional<T?> Given<T>(T? value)
        where T : struct => value is null ? default : new Optional<T?>(value);
}
