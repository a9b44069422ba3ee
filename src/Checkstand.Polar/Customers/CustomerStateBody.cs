using System.Text.Json;
using Checkstand.Core.Customers;
using Checkstand.Core.Subscriptions;
using Checkstand.Polar.Subscriptions;

namespace Checkstand.Polar.Customers;

/// <summary>A customer with all that they have: what webhooks tell when that changes.</summary>
internal static class CustomerStateBody
{
    public static void Write(Utf8JsonWriter writer, Customer customer, IReadOnlyList<SubscriptionParts> active)
    {
        writer.WriteStartObject();
        CustomerBody.WriteFacts(writer, customer);
        writer.WriteStartArray("active_subscriptions"u8);
        foreach (var parts in active)
        {
            SubscriptionBody.WriteInState(writer, parts.Subscription);
        }

        writer.WriteEndArray();
        // There are no benefits and no usage here.
        writer.WriteStartArray("granted_benefits"u8);
        writer.WriteEndArray();
        writer.WriteStartArray("active_meters"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
