using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Polar.Auth;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.AccessTokens;

/// <summary><c>organization_access_tokens:create</c>: the answer is the only place where the secret is ever shown.</summary>
internal static class CreateAccessToken
{
    // They are all in memory; whoever needs more than this has lost track of them.
    private const int GoodTokensMax = 1000;

    public static readonly Operation Operation = new()
    {
        Id = "organization_access_tokens:create",
        Method = "POST",
        Path = "/v1/organization-access-tokens/",
        Scopes = ["organization_access_tokens:write"],
        Request = AccessTokenShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = AccessTokenShapes.Created,
        IsHidden = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        DateTimeOffset? expiresAt = body.Text("expires_in") is { } span
            ? call.Services.Clock.NowInMilliseconds() + Durations.Parse(span)
            : null;
        var problems = Problems(call, body, expiresAt).ToList();
        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        var secret = SecretText.New(AccessScopes.TokenPrefix);
        var token = await call.Services.Organizations.AddTokenAsync(
            secret,
            call.Organization,
            body.Text("comment")!,
            [.. body.Texts("scopes").Distinct(StringComparer.Ordinal)],
            expiresAt,
            call.Cancellation
        );
        await call.AnswerAsync(
            (token, secret),
            static (writer, made) =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("organization_access_token"u8);
                AccessTokenBody.Write(writer, made.token);
                writer.WriteString("token"u8, made.secret);
                writer.WriteEndObject();
            },
            Operation.SuccessStatus
        );
    }

    private static IEnumerable<FieldProblem> Problems(Call call, CheckedObject body, DateTimeOffset? expiresAt)
    {
        if (OwnOrganization.Refuse(call) is { } stranger)
        {
            yield return stranger;
        }

        foreach (var problem in Granting.Problems(call.Token!, body.Texts("scopes")))
        {
            yield return problem;
        }

        // Else a stolen token that ends tomorrow would make one that never does.
        if (call.Token!.ExpiresAt is { } end && (expiresAt is null || expiresAt > end))
        {
            yield return FieldProblem.Of("expires_in", "A token can't make one that ends after it.");
        }

        var good = call.Services.Organizations.Tokens.Count(token => token.OrganizationId == call.Organization);
        if (good >= GoodTokensMax)
        {
            yield return new FieldProblem([], $"There are {GoodTokensMax} tokens already: delete some.", "too_many");
        }
    }
}
