using Checkstand.Core.Merchants;

namespace Checkstand.Core.Organizations;

/// <summary>Names an organization, the tenant of the Polar dialect: a UUID version 4.</summary>
public readonly record struct OrganizationId(Guid Value)
{
    /// <summary>A new id.</summary>
    public static OrganizationId New() => new(RandomId.New());

    /// <summary>
    /// The merchant account that its payments, payment services and fingerprints belong to: one tenant under both
    /// dialects' names.
    /// </summary>
    public MerchantAccountId Merchant => MerchantAccountId.Parse(ToString());

    /// <summary>The 16 bytes in network order.</summary>
    public byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    /// <summary>Lower-case hexadecimal with dashes.</summary>
    public override string ToString() => Value.ToString("D");
}
