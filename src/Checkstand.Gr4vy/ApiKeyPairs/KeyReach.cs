using Checkstand.Core.Merchants;
using Checkstand.Wire;

namespace Checkstand.Gr4vy.ApiKeyPairs;

/// <summary>What a caller may do with keys: a key that is restricted to merchant accounts sees and makes only lesser ones.</summary>
internal static class KeyReach
{
    extension(Call call)
    {
        /// <summary>The key of the path, if the caller may see it; null when there is none.</summary>
        public SigningKey? FindKey()
        {
            var id = call.Ids["api_key_pair_id"];
            return call.Services.Merchants.Keys.FirstOrDefault(key =>
                NamedId.Of(key.Thumbprint) == id && call.MaySee(key)
            );
        }

        /// <summary>Whether the caller may see a key.</summary>
        public bool MaySee(SigningKey key) => !key.IsDeleted && call.Caller!.Token.Key.Covers(key.MerchantAccountIds);

        /// <summary>
        /// The merchant accounts that a body names; null when it is refused, which <paramref name="refusal"/> then says. An
        /// account that is not there and one beyond the caller's key are refused alike.
        /// </summary>
        public IReadOnlyList<MerchantAccountId>? ReadAccounts(out Task? refusal)
        {
            var own = call.Caller!.Token.Key;
            var said = call.Body!.Texts("merchant_account_ids");
            var ids = new List<MerchantAccountId>();
            for (var i = 0; i < said.Count; i++)
            {
                if (
                    !MerchantAccountId.TryParse(said[i], out var id)
                    || !call.Services.Merchants.HasAccount(id)
                    || !own.MayActFor(id)
                )
                {
                    refusal = Gr4vyErrors.WriteMeaningAsync(
                        call.Http,
                        $"/merchant_account_ids/{i}",
                        "There is no merchant account with this id.",
                        "not_found"
                    );
                    return null;
                }

                ids.Add(id);
            }

            refusal = own.Covers(ids) ? null : Gr4vyErrors.WriteBeyondKeyAsync(call.Http);
            return refusal is null ? [.. ids.Distinct()] : null;
        }
    }
}
