using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Checkstand.Server.Http;

internal static class ErrorEnvelopeConnections
{
    public static void UseErrorEnvelopes(this ListenOptions endpoint) { }
}
