using System.Reflection;
using System.Text.Json;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>The operations of the client, found by looking at it, so that none can be forgotten.</summary>
internal static class EveryOperation
{
    /// <summary>Resources and their methods, those of resources within resources included.</summary>
    public static IEnumerable<(object Resource, MethodInfo Method)> Of(Gr4vyClient client) =>
        Resources(client).SelectMany(resource => MethodsOf(resource.GetType()).Select(method => (resource, method)));

    /// <summary>The forms that answer results.</summary>
    public static IEnumerable<(object Resource, MethodInfo Method)> Trying(Gr4vyClient client) =>
        Of(client).Where(operation => operation.Method.Name.StartsWith("Try", StringComparison.Ordinal));

    public static IEnumerable<MethodInfo> MethodsOf(Type resource) =>
        resource
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal));

    /// <summary>Calls with arguments that are good enough to be sent, but for one that is given.</summary>
    public static async Task CallAsync(
        object resource,
        MethodInfo method,
        Func<ParameterInfo, bool>? isReplaced = null,
        object? replacement = null
    )
    {
        var arguments = method
            .GetParameters()
            .Select(parameter => isReplaced?.Invoke(parameter) is true ? replacement : Sample(parameter))
            .ToArray();
        await (Task)method.Invoke(resource, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    /// <summary>Text that a path or a query must have.</summary>
    public static bool IsRequiredText(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) && !parameter.HasDefaultValue;

    public static bool IsRequiredBody(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(string) && !parameter.HasDefaultValue;

    /// <summary>The place of a text in paths.</summary>
    public static string NameIn(string parameter) => $"x-{parameter}";

    private static IEnumerable<object> Resources(object parent) =>
        parent
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType.Namespace == typeof(Gr4vyClient).Namespace)
            // It signs; what it sends is a method of another.
            .Where(property => property.PropertyType != typeof(EmbedTokens))
            .Select(property => property.GetValue(parent)!)
            .SelectMany(resource => Resources(resource).Prepend(resource));

    private static object? Sample(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType == typeof(string) ? NameIn(parameter.Name!)
        : parameter.ParameterType == typeof(TransactionCreate) ? new TransactionCreate { Amount = 1, Currency = "USD" }
        : parameter.ParameterType == typeof(PaymentMethodCreate) ? new OtherPaymentMethodCreate("m")
        : parameter.ParameterType == typeof(CheckoutSessionSecureFields) ? Paying.Fields()
        : parameter.ParameterType == typeof(MerchantAccountCreate)
            ? new MerchantAccountCreate { Id = "m", DisplayName = "M" }
        : parameter.ParameterType == typeof(ApiKeyPairCreate)
            ? new ApiKeyPairCreate { DisplayName = "k", RoleIds = ["r"] }
        : parameter.ParameterType == typeof(VerifyCredentials)
            ? new VerifyCredentials { PaymentServiceDefinitionId = "mock-card" }
        : parameter.ParameterType == typeof(PaymentServiceCreate)
            ? new PaymentServiceCreate
            {
                DisplayName = "p",
                PaymentServiceDefinitionId = "mock-card",
                AcceptedCurrencies = ["USD"],
                AcceptedCountries = ["US"],
            }
        : parameter.ParameterType == typeof(Dictionary<string, JsonElement>) ? new Dictionary<string, JsonElement>()
        : Activator.CreateInstance(parameter.ParameterType);
}
