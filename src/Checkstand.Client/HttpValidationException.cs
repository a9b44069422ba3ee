namespace Checkstand.Client;

/// <summary>
/// 422 with the list of what is wrong in <see cref="CheckstandException.Details"/>: the form that both vendors call
/// HTTPValidationError.
/// </summary>
public sealed class HttpValidationException : UnprocessableContentException
{
    internal HttpValidationException(ApiError error)
        : base(error) { }
}
