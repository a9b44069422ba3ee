namespace Checkstand.Core.PaymentMethods;

/// <summary>What a decision about one payment method asks the store to do, in one transaction.</summary>
public abstract record PaymentMethodChange
{
    private PaymentMethodChange() { }

    /// <summary>Keep this state; its card stays as it is in the vault.</summary>
    public sealed record Save(StoredPaymentMethod Method) : PaymentMethodChange;

    /// <summary>Remove the method and its card.</summary>
    public sealed record Remove : PaymentMethodChange;
}
