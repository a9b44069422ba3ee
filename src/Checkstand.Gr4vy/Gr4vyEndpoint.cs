using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.Auth;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy;

/// <summary>
/// The way of every request through this dialect, in the order in which its errors take precedence: token (401), scope
/// and merchant account (403), body size and type (413, 415), path and body (400, all violations at once), and then
/// the operation with its own refusals (404). Nothing is bound by the framework, so no error of its own can appear.
/// </summary>
internal sealed class Gr4vyEndpoint(
    Operation operation,
    Gr4vyServices services,
    TokenVerifier tokens,
    MerchantDirectory directory
)
{
    private const string MerchantHeader = "x-gr4vy-merchant-account-id";
    internal const string KeyHeader = "idempotency-key";

    private readonly IReadOnlyList<string> pathParameters = operation.PathParameters;

    public async Task HandleAsync(HttpContext context)
    {
        Caller? caller = null;
        if (operation.Scope is { } scope)
        {
            (caller, var refusal) = Authenticate(context.Request, scope);
            if (refusal is not null)
            {
                await refusal(context);
                return;
            }
        }

        List<Violation> violations = [];
        var keysOf = KeysOf(caller);
        var key = keysOf is null ? null : ReadKey(context, violations);
        byte[]? digest = null;
        var ids = ReadPath(context, violations);
        CheckedObject? body = null;
        if (operation.Request is { } shape)
        {
            var (bytes, problem) = await RequestBody.ReadJsonAsync(context.Request, operation.BodyBytesMax);
            if (problem is { } bad)
            {
                await Gr4vyErrors.WriteAsync(context, bad, operation.BodyBytesMax);
                return;
            }

            using (bytes)
            {
                digest = key is null ? null : Digest(context, bytes!.Bytes);
                body = Check(shape, bytes!.Bytes);
            }

            violations.AddRange(body?.Violations ?? []);
        }

        var query = operation.Query is { } parameters ? QueryText.Check(parameters, context.Request.Query) : null;
        violations.AddRange(query?.Violations ?? []);
        if (violations.Count > 0)
        {
            await Gr4vyErrors.WriteAsync(context, violations);
            return;
        }

        var call = new Call(operation, context, services, caller, ids, query, body);
        await (
            key is null
                ? operation.Handle(call)
                : HandleOnceAsync(call, keysOf!.Value, key, digest ?? Digest(context, []))
        );
    }

    // Whose keys the request's is one of; null when it takes none. What is done for no account is done by keys that may
    // act for every one, so that theirs are the first account's; one that is restricted is refused anyway.
    private MerchantAccountId? KeysOf(Caller? caller) =>
        !operation.TakesKey ? null
        : operation.IsOfAccount ? caller!.MerchantAccountId
        : caller!.Token.Key.MerchantAccountIds.Count == 0 ? MerchantAccountId.Default
        : null;

    // A request with a key: its answer is kept before it is sent, and sent again to whoever repeats it.
    private async Task HandleOnceAsync(Call call, MerchantAccountId merchant, string key, byte[] digest)
    {
        var start = await services.Idempotency.BeginAsync(merchant, key, digest, call.Cancellation);
        switch (start)
        {
            case IdempotencyStart.Begun begun:
                using (begun.Request)
                {
                    // Before the first byte of the answer: whoever reads it may ask again at once.
                    call.Http.Response.OnStarting(() => EndAsync(call.Http.Response, begun.Request));
                    await operation.Handle(call with { Idempotent = begun.Request });
                }

                break;
            case IdempotencyStart.Answered answered:
                call.Http.Response.Headers["Idempotency-Replayed"] = "true";
                await call.ReplayAsync(answered.Answer);
                break;
            case IdempotencyStart.OtherRequest:
                await Gr4vyErrors.WriteConflictAsync(
                    call.Http,
                    "The idempotency key was used for another request.",
                    resourceId: null
                );
                break;
            case IdempotencyStart.Running:
                // Passes by itself: asked again, the answer will be the one of the request that runs.
                call.Http.Response.Headers.RetryAfter = "1";
                await Gr4vyErrors.WriteConflictAsync(
                    call.Http,
                    "The request with this idempotency key is still running.",
                    resourceId: null
                );
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No way is defined for {start.GetType().Name}.");
        }
    }

    // A refusal changed nothing, so the same request may be tried again; after a fault of ours nobody knows, and the key
    // stays taken for whoever asks next.
    private static async Task EndAsync(HttpResponse response, IdempotentRequest request)
    {
        if (response.StatusCode is >= 400 and < 500)
        {
            await request.ReleaseAsync();
        }

        request.Dispose();
    }

    private byte[] Digest(HttpContext context, ReadOnlySpan<byte> body) =>
        services.Vault.RequestDigest(context.Request.Method, context.Request.Path.Value!, body);

    // Bare, or a quoted string as the draft of the header's standard has it (draft-ietf-httpapi-idempotency-key-header).
    private static string? ReadKey(HttpContext context, List<Violation> violations)
    {
        var named = context.Request.Headers[KeyHeader];
        if (named is [] or [null or ""])
        {
            return null;
        }

        var text = named[0] ?? "";
        var key = text is ['"', .., '"'] && text.Length > 2 ? text[1..^1] : text;
        if (named.Count == 1 && key.Length <= IdempotentRequests.KeyLengthMax && System.Text.Ascii.IsValid(key))
        {
            return key;
        }

        violations.Add(
            new Violation(
                ViolationLocation.Header,
                KeyHeader,
                $"The header should appear once, with at most {IdempotentRequests.KeyLengthMax} ASCII characters.",
                "string_too_long"
            )
        );
        return null;
    }

    private (Caller? Caller, Func<HttpContext, Task>? Refusal) Authenticate(HttpRequest request, string scope)
    {
        var authorization = request.Headers.Authorization;
        if (authorization.Count != 1 || tokens.Verify(authorization[0]) is not { } token)
        {
            return (null, context => Gr4vyErrors.WriteAsync(context, StatusCodes.Status401Unauthorized));
        }

        if (!token.Grants(scope))
        {
            return (null, context => Forbid(context, $"The token does not grant the scope {scope}."));
        }

        if (!operation.IsOfAccount)
        {
            return (new Caller(token, default), null);
        }

        var named = request.Headers[MerchantHeader];
        if (named.Count > 1)
        {
            return (null, context => Gr4vyErrors.WriteAsync(context, [MerchantHeaderTwice]));
        }

        // An account that does not exist and one that the key may not act for answer alike, so that a key of one
        // merchant can't find out who the others are.
        var merchant = MerchantAccountId.Default;
        var isNamedWell = named.Count == 0 || named[0] is "" || MerchantAccountId.TryParse(named[0], out merchant);
        if (!isNamedWell || !directory.HasAccount(merchant) || !token.Key.MayActFor(merchant))
        {
            return (null, context => Forbid(context, "The token's key has no access to this merchant account."));
        }

        return (new Caller(token, merchant), null);
    }

    private static Violation MerchantHeaderTwice =>
        new(ViolationLocation.Header, MerchantHeader, "The header appears more than once.", "duplicate_header");

    private static Task Forbid(HttpContext context, string message) =>
        Gr4vyErrors.WriteAsync(context, StatusCodes.Status403Forbidden, message);

    private PathIds ReadPath(HttpContext context, List<Violation> violations)
    {
        if (pathParameters.Count == 0)
        {
            return PathIds.None;
        }

        var ids = new Guid[pathParameters.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            var name = pathParameters[i];
            if (
                !operation.TextParameters.Contains(name)
                && !TimeOrderedId.TryParse(context.Request.RouteValues[name] as string, out ids[i])
            )
            {
                violations.Add(
                    new Violation(
                        ViolationLocation.Path,
                        name,
                        "Input should be a valid UUID: 36 characters with dashes.",
                        "uuid_parsing"
                    )
                );
            }
        }

        return new PathIds(pathParameters, ids);
    }

    private CheckedObject? Check(BodyShape shape, ReadOnlySpan<byte> body)
    {
        if (!operation.IsRequestOptional)
        {
            return body.IsEmpty ? CheckedObject.Refused("Field required.", "missing") : shape.CheckBody(body);
        }

        return SaysNothing(body) ? null : shape.CheckBody(body);
    }

    // An optional body may also be null, or a list of empty objects: an artefact of the vendor's schema that older
    // generated clients send (contract section 1.1).
    private static bool SaysNothing(ReadOnlySpan<byte> body)
    {
        var text = body.Trim(" \t\r\n"u8);
        return text.IsEmpty || text.SequenceEqual("null"u8) || IsListOfEmptyObjects(text);
    }

    private static bool IsListOfEmptyObjects(ReadOnlySpan<byte> text)
    {
        if (text[0] != (byte)'[')
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            while (reader.Read())
            {
                if (
                    reader.TokenType
                    is not (JsonTokenType.StartObject or JsonTokenType.EndObject or JsonTokenType.EndArray)
                )
                {
                    return false;
                }
            }

            return true;
        }
        catch (JsonException)
        {
            // The shape check that follows says what is wrong with it.
            return false;
        }
    }
}
