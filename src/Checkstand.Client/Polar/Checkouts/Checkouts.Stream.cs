using System.Runtime.CompilerServices;

namespace Checkstand.Client.Polar;

public sealed partial class Checkouts
{
    /// <summary>
    /// Tells what happens to a checkout, as it happens: what happened before is not told. Goes on until the caller leaves the
    /// loop; the server's wish to be called again is followed.
    /// </summary>
    /// <remarks>No token is sent: what stands for it is the client secret. There is no form without exceptions.</remarks>
    /// <param name="clientSecret">The checkout's client secret.</param>
    /// <param name="options">What this call does differently from the client; its timeout is how long the server may be silent. A server that lives tells so each 15 seconds.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="NotPermittedException">403: The organization is blocked.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none.</exception>
    /// <exception cref="ExpiredCheckoutException">410: Its time is over.</exception>
    /// <exception cref="TooManyRequestsException">429: Too many listen already; read the checkout instead.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">The connection was lost, or what came cannot be read.</exception>
    public IAsyncEnumerable<CheckoutEvent> ClientStreamAsync(
        string clientSecret,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        _ = Question();
        return FollowAsync(Question, options, cancellationToken);

        ApiRequest Question() => ApiRequest.Get($"/v1/checkouts/client/{clientSecret}/stream").Anonymous();
    }

    private async IAsyncEnumerable<CheckoutEvent> FollowAsync(
        Func<ApiRequest> question,
        CallOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var isWished = true;
        while (isWished)
        {
            isWished = false;
            var events = caller.StreamAsync(
                question(),
                PolarJsonContext.Default.CheckoutEvent,
                options,
                cancellationToken
            );
            await foreach (var happened in events.ConfigureAwait(false))
            {
                if (happened.IsReconnect)
                {
                    isWished = true;
                    break;
                }

                yield return happened;
            }
        }

        throw new ConnectionException(
            "The server ended the stream of a checkout.",
            question().Name,
            new EndOfStreamException()
        );
    }
}
