using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.Auth;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.ApiKeyPairs;

/// <summary><c>POST /api-key-pairs</c>: makes a signing key, or registers one that was made elsewhere.</summary>
internal static class CreateApiKeyPair
{
    public static readonly Operation Operation = new()
    {
        Id = "create_api_key_pair",
        Method = HttpMethods.Post,
        Path = "/api-key-pairs",
        Scope = "api-key-pairs.write",
        IsOfAccount = false,
        Request = KeyPairShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = KeyPairShapes.KeyPair,
        MayConflict = true,
        AnswersSecret = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var accounts = call.ReadAccounts(out var refusal);
        if (accounts is null)
        {
            await refusal!;
            return;
        }

        var (key, privateKeyPem, problem) = Make(call, accounts);
        if (key is null)
        {
            await Gr4vyErrors.WriteMeaningAsync(call.Http, "/public_key", problem!, "value_error");
            return;
        }

        var merchants = call.Services.Merchants;
        if (!await merchants.AddKeyAsync(key, call.Cancellation))
        {
            await Gr4vyErrors.WriteConflictAsync(
                call.Http,
                "This key is registered already, perhaps as a revoked one.",
                NamedId.Of(key.Thumbprint).ToString()
            );
            return;
        }

        if (call.Body!.Boolean("active") == false)
        {
            await merchants.RevokeKeyAsync(key.Thumbprint, call.Cancellation);
        }

        var kept = merchants.Keys.First(known => known.Thumbprint == key.Thumbprint);
        await call.AnswerAsync(
            StatusCodes.Status201Created,
            KeyPairBody.Of(merchants, kept, privateKeyPem),
            KeyPairBody.Write
        );
    }

    private static (SigningKey? Key, string? PrivateKeyPem, string? Problem) Make(
        Call call,
        IReadOnlyList<MerchantAccountId> accounts
    )
    {
        var name = call.Body!.Text("display_name")!;
        var now = call.Services.Clock.GetUtcNow();
        if (call.Body!.Text("public_key") is not { } pem)
        {
            var algorithm = call.Body!.Text("algorithm") == "RSA" ? SigningAlgorithm.RS512 : SigningAlgorithm.ES512;
            var (made, privatePem) = SigningKeyFactory.Create(algorithm, name, accounts, now);
            return (made, privatePem, null);
        }

        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return (null, null, "Send the public half only; this one is not private any more.");
        }

        try
        {
            return (SigningKeyFactory.Read(pem, name, accounts, now), null, null);
        }
        catch (FormatException unfit)
        {
            return (null, null, unfit.Message);
        }
    }
}
