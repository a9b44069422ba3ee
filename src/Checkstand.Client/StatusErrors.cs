namespace Checkstand.Client;

/// <summary>The exception that each status has, when its dialect has no closer one.</summary>
internal static class StatusErrors
{
    public static ApiException Of(ApiError error) =>
        error.Response.StatusCode switch
        {
            400 => new BadRequestException(error),
            401 => new UnauthorizedException(error),
            403 => new ForbiddenException(error),
            404 => new NotFoundException(error),
            405 => new MethodNotAllowedException(error),
            409 => new ConflictException(error),
            410 => new GoneException(error),
            422 => new UnprocessableContentException(error),
            425 => new TooEarlyException(error),
            429 => new TooManyRequestsException(error),
            500 => new InternalServerErrorException(error),
            502 => new BadGatewayException(error),
            503 => new ServiceUnavailableException(error),
            504 => new GatewayTimeoutException(error),
            _ => new ApiException(error),
        };
}
