using System.Text.Json;
using Checkstand.Core.Organizations;
using Checkstand.Wire;

namespace Checkstand.Polar.AccessTokens;

/// <summary>An access token in answers, without its secret.</summary>
internal static class AccessTokenBody
{
    public static void Write(Utf8JsonWriter writer, AccessToken token)
    {
        writer.WriteStartObject();
        writer.WriteInstant("created_at", token.CreatedAt);
        writer.WriteInstant("modified_at", token.ModifiedAt);
        writer.WriteString("id"u8, token.Id);
        writer.WriteStartArray("scopes"u8);
        foreach (var scope in token.Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.WriteInstant("expires_at", token.ExpiresAt);
        writer.WriteString("comment"u8, token.Comment);
        writer.WriteInstant("last_used_at", token.LastUsedAt);
        writer.WriteString("organization_id"u8, token.OrganizationId.Value);
        writer.WriteEndObject();
    }
}
