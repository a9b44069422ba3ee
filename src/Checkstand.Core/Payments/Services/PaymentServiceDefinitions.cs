namespace Checkstand.Core.Payments.Services;

/// <summary>The kinds of provider that this program has connectors for, by id. Given at composition.</summary>
public sealed class PaymentServiceDefinitions(params IReadOnlyList<PaymentServiceDefinition> known)
{
    /// <summary>All of them, in the order of the lists that show them.</summary>
    public IReadOnlyList<PaymentServiceDefinition> All => known;

    /// <summary>The definition of an id; null when there is none.</summary>
    public PaymentServiceDefinition? Find(string id) => known.FirstOrDefault(definition => definition.Id == id);
}

/// <summary>A kind of provider.</summary>
/// <param name="Id">Its name on the wire, 1 to 50 characters: the connector's own.</param>
/// <param name="DisplayName">Its name for people, 1 to 200 characters.</param>
/// <param name="Fields">What a payment service of this kind may configure.</param>
public sealed record PaymentServiceDefinition(
    string Id,
    string DisplayName,
    IReadOnlyList<PaymentServiceDefinition.Field> Fields
)
{
    /// <summary>Whether fields that it does not declare are taken and kept too, because nothing reads them.</summary>
    public bool TakesAnyField { get; init; }

    /// <summary>Whether a payment service of this kind may configure a field.</summary>
    public bool Takes(string key) => TakesAnyField || Fields.Any(field => field.Key == key);

    /// <summary>A field. None is required and none is secret: secrets are in the program's configuration.</summary>
    /// <param name="Key">Its name on the wire, 1 to 50 characters.</param>
    /// <param name="DisplayName">Its name for people, 1 to 200 characters.</param>
    public sealed record Field(string Key, string DisplayName);
}
