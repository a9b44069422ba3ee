using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Page;

/// <summary>The addresses of the hosted page.</summary>
public static class PageRoutes
{
    private const string Root = "/checkout";

    /// <summary>
    /// Takes the requests for the page of a checkout and the one after it out of the pipeline. A branch and no routes: below
    /// <c>/checkout</c> there are a dialect's routes too, and a route with a parameter there would change how they answer a
    /// wrong method or an unknown path.
    /// </summary>
    /// <param name="app">The pipeline, before routing.</param>
    /// <param name="secretPrefix">What client secrets begin with.</param>
    public static void UseCheckoutPage(this IApplicationBuilder app, string secretPrefix)
    {
        var page = new PageEndpoint(app.ApplicationServices.GetRequiredService<PageServices>());
        app.MapWhen(
            context => IsPathOf(context.Request.Path, secretPrefix),
            branch => branch.Run(context => HandleAsync(context, page))
        );
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

    private static Task HandleAsync(HttpContext context, PageEndpoint page)
    {
        var method = context.Request.Method;
        var steps = context.Request.Path.Value![(Root.Length + 1)..].Split('/');
        Func<HttpContext, string, Task>? handle = steps switch
        {
            [_] when HttpMethods.IsGet(method) && context.Request.Query.ContainsKey(PageEndpoint.WaitQuery) =>
                page.ShowNextAsync,
            [_] when HttpMethods.IsGet(method) => page.ShowAsync,
            [_] when HttpMethods.IsPost(method) => page.SubmitAsync,
            [_, "confirmation"] when HttpMethods.IsGet(method) => page.ShowConfirmationAsync,
            _ => null,
        };
        if (handle is not null)
        {
            return handle(context, steps[0]);
        }

        // A bare status: the layer around this gives it a page.
        var isKnown = steps is [_] or [_, "confirmation"];
        context.Response.StatusCode = isKnown ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
        context.Response.Headers.Allow =
            !isKnown ? default
            : steps.Length == 1 ? "GET, POST"
            : "GET";
        return Task.CompletedTask;
    }
}
