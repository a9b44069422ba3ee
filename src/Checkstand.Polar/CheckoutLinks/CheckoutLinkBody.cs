using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.CheckoutLinks;
using Checkstand.Polar.Discounts;
using Checkstand.Polar.Products;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.CheckoutLinks;

/// <summary>How a checkout link looks in answers.</summary>
internal static class CheckoutLinkBody
{
    public static void Write(Utf8JsonWriter writer, CheckoutLinkParts parts, string baseUrl)
    {
        var link = parts.Link;
        writer.WriteStartObject();
        writer.WriteString("id"u8, link.Id);
        writer.WriteInstant("created_at", link.CreatedAt);
        writer.WriteInstant("modified_at", link.ModifiedAt);
        writer.WriteString("trial_interval"u8, link.Trial is { } trial ? CatalogueWords.Of(trial.Unit) : null);
        writer.WriteNumberOrNull("trial_interval_count", link.Trial?.Count);
        writer.WriteObject("metadata", link.Metadata);
        writer.WriteString("payment_processor"u8, "stripe"u8);
        writer.WriteString("client_secret"u8, link.ClientSecret);
        writer.WriteString("success_url"u8, link.SuccessUrl);
        writer.WriteString("return_url"u8, link.ReturnUrl);
        writer.WriteString("label"u8, link.Label);
        writer.WriteBoolean("allow_discount_codes"u8, link.AllowDiscountCodes);
        writer.WriteBoolean("require_billing_address"u8, link.RequireBillingAddress);
        writer.WriteIdOrNull("discount_id", link.DiscountId);
        writer.WriteNumberOrNull("seats", link.Seats);
        writer.WriteString("organization_id"u8, link.OrganizationId.Value);
        writer.WriteStartArray("products"u8);
        foreach (var product in parts.Products)
        {
            ProductBody.WriteLinkProduct(writer, product);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("discount"u8);
        DiscountBody.WriteOrNull(writer, parts.Discount);
        writer.WriteString("url"u8, $"{baseUrl}{PolarApi.Root}/checkout-links/{link.ClientSecret}/redirect");
        writer.WriteEndObject();
    }

    /// <summary>Answers with a link, or with why there is none.</summary>
    public static Task AnswerAsync(
        Call call,
        Result<CheckoutLinkParts, CheckoutLinkProblem> result,
        int status = StatusCodes.Status200OK
    ) =>
        result.TryGet(out var parts, out var problem)
            ? call.AnswerAsync(
                (parts, call.BaseUrl),
                static (writer, answer) => Write(writer, answer.parts, answer.BaseUrl),
                status
            )
            : PolarErrors.WriteAsync(call.Http, problem);
}
