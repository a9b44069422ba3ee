using System.Diagnostics.CodeAnalysis;

namespace Checkstand.Client;

/// <summary>
/// What came of a call that answers nothing, such as a deletion. Never an exception for an HTTP answer, a lost
/// connection, a timeout or an answer that does not fit.
/// </summary>
public sealed class ApiResult
{
    internal ApiResult(ApiResponse response) => Response = response;

    internal ApiResult(CheckstandException error) => (Error, Response) = (error, error.Response);

    /// <summary>Whether the call did what it should.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    [MemberNotNullWhen(true, nameof(Response))]
    public bool Ok => Error is null;

    /// <summary>What went wrong; null when nothing did.</summary>
    public CheckstandException? Error { get; }

    /// <summary>Status and headers; null when no answer came.</summary>
    public ApiResponse? Response { get; }

    /// <summary>Throws what went wrong, if anything did.</summary>
    /// <exception cref="CheckstandException">The call failed.</exception>
    public void OrThrow()
    {
        if (Error is not null)
        {
            throw Error;
        }
    }
}

/// <summary>
/// What came of a call: a value or an error. Never an exception for an HTTP answer, a lost connection, a timeout or an
/// answer that does not fit.
/// </summary>
/// <typeparam name="T">What the call answers.</typeparam>
public sealed class ApiResult<T>
{
    private readonly T? value;

    internal ApiResult(T value, ApiResponse response) => (this.value, Response) = (value, response);

    internal ApiResult(CheckstandException error) => (Error, Response) = (error, error.Response);

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    [MemberNotNullWhen(true, nameof(Response))]
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Error is null;

    /// <summary>What the call answered; <c>default</c> when it failed.</summary>
    public T? Value => value;

    /// <summary>What went wrong; null when nothing did.</summary>
    public CheckstandException? Error { get; }

    /// <summary>Status and headers; null when no answer came.</summary>
    public ApiResponse? Response { get; }

    /// <summary>The value.</summary>
    /// <exception cref="CheckstandException">The call failed.</exception>
    public T ValueOrThrow() => Ok ? Value! : throw Error;

    /// <summary>The result with its value made into another; a failed one fails the same way.</summary>
    internal ApiResult<TOther> Select<TOther>(Func<T, TOther> selector) =>
        Ok ? new ApiResult<TOther>(selector(Value!), Response) : new ApiResult<TOther>(Error);
}
