using Checkstand.Core.Payments;

namespace Checkstand.Storage;

/// <summary>
/// Payments that wait for a provider's answer, as the writer stored them: nearly each is changed once more, within
/// milliseconds, and need not be read and taken apart again for it. Known to the one connection that writes, so nothing
/// here can be out of date; a transaction that is rolled back takes everything with it.
/// </summary>
public sealed class OpenPayments
{
    // Those of a second or so. What is not here is read.
    private const int CountMax = 4096;

    private readonly Dictionary<PaymentId, Payment> payments = [];

    /// <summary>The payment as it is stored; null when it has to be read.</summary>
    public Payment? Find(PaymentId id) => payments.GetValueOrDefault(id);

    /// <summary>A payment was stored.</summary>
    public void Note(Payment payment)
    {
        if (payment.Open is null)
        {
            payments.Remove(payment.Id);
            return;
        }

        if (payments.Count >= CountMax)
        {
            payments.Clear();
        }

        payments[payment.Id] = payment;
    }

    /// <summary>What was noted since the last commit may not be stored.</summary>
    public void Clear() => payments.Clear();
}
