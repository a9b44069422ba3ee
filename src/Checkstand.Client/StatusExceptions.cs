namespace Checkstand.Client;

/// <summary>400: The request does not fit; which part is in <see cref="CheckstandException.Details"/>.</summary>
public class BadRequestException : ApiException
{
    internal BadRequestException(ApiError error)
        : base(error) { }
}

/// <summary>401: The token is missing, expired or not known.</summary>
public sealed class UnauthorizedException : ApiException
{
    internal UnauthorizedException(ApiError error)
        : base(error) { }
}

/// <summary>403: The token is good and not for this.</summary>
public class ForbiddenException : ApiException
{
    internal ForbiddenException(ApiError error)
        : base(error) { }
}

/// <summary>404: There is no such thing, or not any more.</summary>
public class NotFoundException : ApiException
{
    internal NotFoundException(ApiError error)
        : base(error) { }
}

/// <summary>405: The path has no such method.</summary>
public sealed class MethodNotAllowedException : ApiException
{
    internal MethodNotAllowedException(ApiError error)
        : base(error) { }
}

/// <summary>409: It is there already, or being changed by somebody else.</summary>
public class ConflictException : ApiException
{
    internal ConflictException(ApiError error)
        : base(error) { }
}

/// <summary>410: It was there and has expired.</summary>
public class GoneException : ApiException
{
    internal GoneException(ApiError error)
        : base(error) { }
}

/// <summary>422: The request can be read and not followed; why is in <see cref="CheckstandException.Details"/>.</summary>
public class UnprocessableContentException : ApiException
{
    internal UnprocessableContentException(ApiError error)
        : base(error) { }
}

/// <summary>425: An earlier request has to finish first.</summary>
public sealed class TooEarlyException : ApiException
{
    internal TooEarlyException(ApiError error)
        : base(error) { }
}

/// <summary>429: Too many calls; when to come back is in <see cref="ApiException.RetryAfter"/>.</summary>
public sealed class TooManyRequestsException : ApiException
{
    internal TooManyRequestsException(ApiError error)
        : base(error) { }
}

/// <summary>500: The server failed.</summary>
public sealed class InternalServerErrorException : ApiException
{
    internal InternalServerErrorException(ApiError error)
        : base(error) { }
}

/// <summary>502: The server behind the server failed.</summary>
public sealed class BadGatewayException : ApiException
{
    internal BadGatewayException(ApiError error)
        : base(error) { }
}

/// <summary>503: The server cannot answer now; when to come back may be in <see cref="ApiException.RetryAfter"/>.</summary>
public sealed class ServiceUnavailableException : ApiException
{
    internal ServiceUnavailableException(ApiError error)
        : base(error) { }
}

/// <summary>504: The server behind the server took too long.</summary>
public sealed class GatewayTimeoutException : ApiException
{
    internal GatewayTimeoutException(ApiError error)
        : base(error) { }
}
