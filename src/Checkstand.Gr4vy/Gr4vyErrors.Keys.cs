using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy;

public static partial class Gr4vyErrors
{
    /// <summary>Answers 400 with the one thing that a body says and that can't be.</summary>
    internal static Task WriteMeaningAsync(HttpContext context, string pointer, string message, string type) =>
        WriteAsync(context, [new Violation(ViolationLocation.Body, pointer, message, type)]);

    /// <summary>Answers 403: the token's key is for some merchant accounts only, and this goes beyond them.</summary>
    internal static Task WriteBeyondKeyAsync(HttpContext context) =>
        WriteAsync(
            context,
            StatusCodes.Status403Forbidden,
            "The token's key is restricted to merchant accounts, and this goes beyond them."
        );
}
