using System.Text.Json;
using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;

namespace Checkstand.Gr4vy.MerchantAccounts;

/// <summary>Merchant accounts as answers show them.</summary>
internal static class MerchantAccountBody
{
    /// <summary>Writes a merchant account. What this server has no use for is off or null, whatever was sent.</summary>
    public static void Write(Utf8JsonWriter writer, MerchantAccount account)
    {
        writer.WriteStartObject();
        WriteNames(writer, account);
        writer.WriteBoolean("account_updater_enabled"u8, false);
        writer.WriteBoolean("async_network_tokens_enabled"u8, false);
        foreach (var name in MerchantShapes.Unused)
        {
            writer.WriteNull(name);
        }

        WriteInstants(writer, account);
        writer.WriteEndObject();
    }

    /// <summary>Writes what other things show of a merchant account.</summary>
    public static void WriteSummary(Utf8JsonWriter writer, MerchantAccount account)
    {
        writer.WriteStartObject();
        WriteNames(writer, account);
        WriteInstants(writer, account);
        writer.WriteNull("over_capture_amount"u8);
        writer.WriteNull("over_capture_percentage"u8);
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, MerchantAccount account)
    {
        writer.WriteString("type"u8, "merchant-account"u8);
        writer.WriteString("id"u8, account.Id.Value);
        writer.WriteString("display_name"u8, account.DisplayName);
    }

    private static void WriteInstants(Utf8JsonWriter writer, MerchantAccount account)
    {
        writer.WriteInstant("created_at", account.CreatedAt);
        writer.WriteInstant("updated_at", account.UpdatedAt ?? account.CreatedAt);
    }
}
