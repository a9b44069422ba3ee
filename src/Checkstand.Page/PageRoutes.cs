using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Page;

/// <summary>The addresses of the hosted page.</summary>
public static class PageRoutes
{
    private const string Root = "/checkout";
    private const string SecretName = "client_secret";

    /// <summary>Adds the page of a checkout and the one after it.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="secretPrefix">What client secrets begin with: below <c>/checkout</c> there are other routes too.</param>
    public static void MapCheckoutPage(this IEndpointRouteBuilder routes, string secretPrefix)
    {
        var page = new PageEndpoint(routes.ServiceProvider.GetRequiredService<PageServices>());
        Map(HttpMethods.Get, "", page.ShowAsync);
        Map(HttpMethods.Post, "", page.SubmitAsync);
        Map(HttpMethods.Get, "/confirmation", page.ShowConfirmationAsync);

        void Map(string method, string rest, Func<HttpContext, string, Task> handle)
        {
            var pattern = RoutePatternFactory.Parse(
                $"{Root}/{{{SecretName}}}{rest}",
                defaults: null,
                new RouteValueDictionary { [SecretName] = new SecretConstraint(secretPrefix) }
            );
            routes
                .Map(pattern, context => handle(context, (string)context.Request.RouteValues[SecretName]!))
                .WithMetadata(new HttpMethodMetadata([method]));
        }
    }

    /// <summary>Whether a path is one of the page, so that its errors are told as HTML.</summary>
    public static bool IsPathOf(PathString path, string secretPrefix) =>
        path.StartsWithSegments(Root, StringComparison.Ordinal, out var rest)
        && rest.Value?.StartsWith($"/{secretPrefix}", StringComparison.Ordinal) == true;

    /// <summary>Answers an error as a page: no such route, a wrong method, the framework, or a fault of ours.</summary>
    public static Task WriteErrorAsync(HttpContext context, int status) =>
        PageAnswer.WriteAsync(
            context,
            status,
            status switch
            {
                StatusCodes.Status404NotFound => OutcomePage.NotFound(),
                StatusCodes.Status405MethodNotAllowed => OutcomePage.Failed("This page can't be used in that way."),
                StatusCodes.Status413PayloadTooLarge => OutcomePage.Failed("That was more than this form takes."),
                StatusCodes.Status415UnsupportedMediaType => OutcomePage.Failed("Use the form on the page."),
                StatusCodes.Status503ServiceUnavailable => OutcomePage.Failed(
                    "There is too much to do at the moment. Go back and try again in a moment."
                ),
                >= 500 => OutcomePage.Failed(
                    "If you were paying, don't pay again: open the page anew, which shows how your payment stands."
                ),
                _ => OutcomePage.Failed("The page could not read what your browser sent."),
            }
        );

    private sealed class SecretConstraint(string prefix) : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext,
            IRouter? route,
            string routeKey,
            RouteValueDictionary values,
            RouteDirection routeDirection
        ) => values[routeKey] is string secret && secret.StartsWith(prefix, StringComparison.Ordinal);
    }
}
