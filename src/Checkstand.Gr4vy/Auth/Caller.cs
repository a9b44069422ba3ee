using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Auth;

/// <summary>
/// Who calls: a verified token, acting for one merchant account, or for none (the default value, which is no account's)
/// where an operation is not of an account.
/// </summary>
internal sealed record Caller(VerifiedToken Token, MerchantAccountId MerchantAccountId);

/// <summary>A token whose signature was checked once.</summary>
internal sealed record VerifiedToken(SigningKey Key, TokenClaims Claims)
{
    /// <summary>
    /// Whether the token grants a scope such as <c>checkout-sessions.read</c>: by its name or by <c>*.read</c>
    /// (contract section 4.4).
    /// </summary>
    public bool Grants(string scope)
    {
        var verb = scope.AsSpan(scope.LastIndexOf('.'));
        foreach (var granted in Claims.Scopes)
        {
            if (
                granted == scope
                || (granted.Length == verb.Length + 1 && granted[0] == '*' && granted.AsSpan(1).SequenceEqual(verb))
            )
            {
                return true;
            }
        }

        return false;
    }
}
