using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Microsoft.Extensions.Logging;

namespace Checkstand.Connectors.Stripe;

/// <summary>
/// Cards through Stripe's payment intents. A payment service's field <c>account</c> names which configured account is
/// used (default <c>main</c>). Keeps no state; may be called from many threads.
/// </summary>
public sealed partial class StripeConnector : IPaymentConnector
{
    /// <summary>The account of a payment service that names none.</summary>
    public const string DefaultAccount = "main";

    /// <summary>The field of a payment service that names the account.</summary>
    public const string AccountField = "account";

    private readonly StripeOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<StripeConnector> logger;
    private readonly StripeApi api;

    /// <summary>A connector for the configured accounts.</summary>
    /// <param name="http">
    /// A client over <see cref="CreateHandler"/> whose own timeout is off: the settings' time limit counts. It must not
    /// log requests, which carry keys and cards.
    /// </param>
    /// <param name="options">The settings; the caller has looked at their <see cref="StripeOptions.Problem"/>.</param>
    /// <param name="clock">
    /// Limits each call, and says how long ago an operation was started. Must agree with Stripe's clock within a minute.
    /// </param>
    /// <param name="logger">Gets what needs somebody's attention, never secrets or card data.</param>
    public StripeConnector(HttpClient http, StripeOptions options, TimeProvider clock, ILogger<StripeConnector> logger)
    {
        this.options = options;
        this.clock = clock;
        this.logger = logger;
        api = new StripeApi(http, options, clock);
    }

    /// <inheritdoc/>
    public string DefinitionId => "stripe-card";

    /// <summary>
    /// How to connect: no redirects, which would carry a key elsewhere; no cookies; no unpacking, which would turn a
    /// small answer into a large one; connections renewed every five minutes, so that a change of address is noticed.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };

    private StripeAccount? AccountOf(ProviderAccount service, string operation)
    {
        var name = service.Fields.GetValueOrDefault(AccountField, DefaultAccount);
        if (options.Accounts.TryGetValue(name, out var account))
        {
            return account;
        }

        LogNoAccount(service.PaymentServiceId, StripeOptions.IsAccountName(name) ? name : "(not a name)", operation);
        return null;
    }

    private static ProviderAnswer.Failed NoAccount() =>
        new(PaymentErrorCode.InvalidServiceCredentials)
        {
            RawDescription = "The payment service names a Stripe account that is not configured.",
        };

    private static ProviderAnswer.Failed BadReference() =>
        new(PaymentErrorCode.ServiceError) { RawDescription = "The payment's reference is not one of Stripe's." };

    private static ProviderAnswer.Failed BadAmount() =>
        new(PaymentErrorCode.InvalidAmount) { RawDescription = "Stripe has no unit that small for this currency." };

    // The one place where a reply becomes an answer, so that what needs attention is logged once and everywhere alike.
    private ProviderAnswer Answer(
        OperationId operation,
        StripeReply reply,
        Func<StripeObject, ProviderAnswer> ofSuccess
    )
    {
        var answer = reply is StripeReply.Answered { IsSuccess: true } answered
            ? ofSuccess(answered.Body)
            : StripeErrors.Of(reply);
        switch (answer)
        {
            // The caller logs it; with the id Stripe's support can say what became of the request.
            case ProviderAnswer.Unknown unknown when reply.RequestId is { } request:
                return unknown with { Why = $"{unknown.Why}, request {request}" };
            case ProviderAnswer.Failed { Error: var error } when error == PaymentErrorCode.InvalidServiceCredentials:
                LogCredentialsRefused(operation, reply.RequestId);
                break;
            case ProviderAnswer.Failed failed:
                LogFailed(operation, failed.Error, failed.RawCode, failed.RawDescription, reply.RequestId);
                break;
            default:
                break;
        }

        return answer;
    }

    [LoggerMessage(
        1601,
        LogLevel.Error,
        "Payment service {Service} names the Stripe account '{Account}', which is not configured: {Operation} was not sent. Expected Checkstand:Stripe:Accounts:{{name}}:SecretKey"
    )]
    private partial void LogNoAccount(Guid service, string account, string operation);

    [LoggerMessage(1602, LogLevel.Error, "Stripe refuses our key; {Operation} was not carried out (request {Request})")]
    private partial void LogCredentialsRefused(OperationId operation, string? request);

    [LoggerMessage(
        1603,
        LogLevel.Warning,
        "Stripe did not carry out {Operation}: {Error} ({Code}; {Description}; request {Request})"
    )]
    private partial void LogFailed(
        OperationId operation,
        PaymentErrorCode error,
        string? code,
        string? description,
        string? request
    );
}
