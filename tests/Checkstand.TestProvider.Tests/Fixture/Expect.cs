namespace Checkstand.TestProvider.Tests.Fixture;

/// <summary>What an answer should be.</summary>
internal static class Expect
{
    public static void Approved(ProviderAnswer answer) => Assert.IsType<ProviderAnswer.Approved>(answer);

    public static void Declined(ProviderAnswer answer, PaymentErrorCode error) =>
        Assert.Equal(error, Assert.IsType<ProviderAnswer.Declined>(answer).Error);

    public static void Failed(ProviderAnswer answer, PaymentErrorCode error) =>
        Assert.Equal(error, Assert.IsType<ProviderAnswer.Failed>(answer).Error);
}
