namespace Checkstand.Core.Payments.Providers;

/// <summary>The connectors of this program, by the definition that payment services name.</summary>
public sealed class PaymentConnectors(IEnumerable<IPaymentConnector> connectors)
{
    private readonly Dictionary<string, IPaymentConnector> byDefinition = connectors.ToDictionary(
        connector => connector.DefinitionId,
        StringComparer.Ordinal
    );

    /// <summary>The connector of a definition; null when this program has none, as for the test provider in production.</summary>
    public IPaymentConnector? For(string definitionId) => byDefinition.GetValueOrDefault(definitionId);
}
