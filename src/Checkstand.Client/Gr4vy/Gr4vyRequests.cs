namespace Checkstand.Client.Gr4vy;

/// <summary>What the requests of this dialect have in common.</summary>
internal static class Gr4vyRequests
{
    private const string Header = "x-gr4vy-merchant-account-id";

    /// <summary>For a merchant account; null leaves it to the client's own.</summary>
    /// <exception cref="ArgumentException">The id cannot stand in a header.</exception>
    public static ApiRequest ForMerchant(this ApiRequest request, string? merchantAccountId) =>
        request.Header(Header, merchantAccountId);

    /// <summary>The header of calls that name no merchant account themselves.</summary>
    /// <exception cref="ArgumentException">The id cannot stand in a header.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> MerchantHeader(string? merchantAccountId)
    {
        if (merchantAccountId is null)
        {
            return [];
        }

        HeaderText.Check(Header, merchantAccountId, nameof(Gr4vyClientOptions.MerchantAccountId));
        return [new(Header, merchantAccountId)];
    }
}
