using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Polar.Auth;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

/// <summary>
/// The way of every request through this dialect, in the order in which its errors take precedence: version (404),
/// token (401, also a bad one on a public route), rate limits (429), scope (403), body size and type (413, 415), then path, query and body
/// (422, all violations at once), and then the operation with its own refusals. Nothing is bound by the framework.
/// </summary>
internal sealed class PolarEndpoint(Operation operation, PolarServices services)
{
    private readonly IReadOnlyList<string> pathParameters = operation.PathParameters;

    public async Task HandleAsync(HttpContext context)
    {
        var version = PolarVersion.Of(context.Request);
        if (version is null)
        {
            await PolarErrors.WriteUnknownRouteAsync(context);
            return;
        }

        SetHeaders(context, version);
        var (token, refusal) = Authenticate(context);
        if (refusal is not null)
        {
            await refusal(context);
            return;
        }

        if (
            operation.AttemptsLimitedBy is { } name
            && services.ConfirmationLimit.Count((string)context.Request.RouteValues[name]!) is { } seconds
        )
        {
            await PolarErrors.WriteTooManyAsync(context, seconds);
            return;
        }

        List<Violation> violations = [];
        var ids = ReadPath(context, violations);
        var query = operation.Query is { } parameters ? ReadQuery(context, parameters, violations) : null;
        CheckedObject? body = null;
        if (operation.Request is { } shape)
        {
            var (bytes, problem) = await RequestBody.ReadJsonAsync(context.Request, operation.BodyBytesMax);
            if (problem is { } bad)
            {
                await PolarErrors.WriteAsync(context, bad, operation.BodyBytesMax);
                return;
            }

            using (bytes)
            {
                body = bytes!.Bytes.IsEmpty
                    ? CheckedObject.Refused("Field required", "missing")
                    : shape.CheckBody(bytes.Bytes);
            }

            violations.AddRange(body.Violations);
        }

        if (violations.Count > 0)
        {
            await PolarErrors.WriteAsync(context, violations);
            return;
        }

        await operation.Handle(new Call(context, services, token, ids, query, body));
    }

    private void SetHeaders(HttpContext context, string version)
    {
        var headers = context.Response.Headers;
        headers[PolarVersion.Header] = version;
        headers.CacheControl = "private, no-store";
        if (services.Options.IsSandbox)
        {
            headers["X-Polar-Sandbox"] = "1";
        }
    }

    // A token that is sent is checked on every route, also where none is needed (contract section 3.2).
    private (AccessToken? Token, Func<HttpContext, Task>? Refusal) Authenticate(HttpContext context)
    {
        var sent = BearerToken.Of(context.Request);
        if (sent is null)
        {
            return operation.IsPublic ? (null, null) : (null, PolarErrors.WriteNoTokenAsync);
        }

        var now = services.Clock.GetUtcNow();
        if (services.Organizations.FindToken(sent, now) is not { } token)
        {
            return services.RateLimits.OfBadToken($"{context.Connection.RemoteIpAddress}") is { } pause
                ? (null, refused => PolarErrors.WriteTooManyAsync(refused, pause))
                : (null, PolarErrors.WriteBadTokenAsync);
        }

        if (services.RateLimits.OfToken(token.Id) is { } seconds)
        {
            return (null, refused => PolarErrors.WriteTooManyAsync(refused, seconds));
        }

        services.Organizations.NoteUse(token, now);
        return operation.IsPublic || operation.Scopes.Any(token.Scopes.Contains)
            ? (token, null)
            : (null, refused => PolarErrors.WriteScopeAsync(refused, operation.Scopes));
    }

    private Dictionary<string, Guid> ReadPath(HttpContext context, List<Violation> violations)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in pathParameters.Except(operation.TextParameters))
        {
            if (
                TimeOrderedId.TryParse(context.Request.RouteValues[name] as string, out var id)
                && id is { Version: 4, Variant: >= 8 and <= 11 }
            )
            {
                ids[name] = id;
            }
            else
            {
                violations.Add(new Violation(ViolationLocation.Path, name, "UUID version 4 expected.", "uuid_parsing"));
            }
        }

        return ids;
    }

    private static CheckedObject ReadQuery(HttpContext context, ObjectShape parameters, List<Violation> violations)
    {
        var query = QueryText.Check(parameters, context.Request.Query);
        // Which of several criteria it is, upstream does not say (contract section 1.2).
        violations.AddRange(
            query.Violations.Select(violation =>
                violation.Pointer.StartsWith($"{Paging.SortingName}/", StringComparison.Ordinal)
                    ? violation with
                    {
                        Pointer = Paging.SortingName,
                    }
                    : violation
            )
        );
        // A parameter without a value says nothing; of a criterion that is an error (contract section 1.2).
        if (
            parameters.IndexOf(Paging.SortingName) >= 0
            && context.Request.Query[Paging.SortingName].Any(string.IsNullOrEmpty)
        )
        {
            violations.Add(
                new Violation(ViolationLocation.Query, Paging.SortingName, "Invalid sorting criterion.", "enum")
            );
        }

        return query;
    }
}
