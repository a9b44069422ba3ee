using System.Globalization;
using System.Text.Json;
using Checkstand.Core.Checkouts;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Core.CheckoutLinks;

public sealed partial class CheckoutLinkRecords
{
    /// <summary>Opens a fresh checkout for whoever follows a link.</summary>
    /// <param name="clientSecret">What the link's address ends in.</param>
    /// <param name="prefill">What else the address says.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The checkout, or NotFound, EmbedHostNotAllowed or Refused.</returns>
    public async Task<Result<CheckoutParts, CheckoutLinkProblem>> FollowAsync(
        string clientSecret,
        LinkPrefill prefill,
        CancellationToken cancellation
    )
    {
        if (await store.FindBySecretAsync(clientSecret, cancellation) is not { } link)
        {
            return new CheckoutLinkProblem.NotFound();
        }

        var organization = organizations.Find(link.OrganizationId);
        if (organization is null or { Status: OrganizationStatus.Blocked })
        {
            return new CheckoutLinkProblem.Refused(new CheckoutProblem.OrganizationBlocked());
        }

        if (prefill.EmbedOrigin is { } origin && !EmbedOrigins.IsAllowed(organization.EmbedHosts, origin))
        {
            return new CheckoutLinkProblem.EmbedHostNotAllowed();
        }

        var sold = (await ProductsOfAsync(link, cancellation)).Where(product => product.IsSold).ToList();
        if (sold.Count == 0)
        {
            return new CheckoutLinkProblem.Invalid([FieldProblem.Of("products", "No valid products.")]);
        }

        // The chosen one stands first.
        var ordered = sold.OrderBy(product => product.Id != prefill.ProductId).ToList();
        return await OpenAsync(
            link,
            RequestOf(link, ordered, prefill) with
            {
                CustomFieldData = await AnswersAsync(ordered[0], prefill.Answers, cancellation),
            },
            await DiscountsOfAsync(link, prefill, cancellation),
            cancellation
        );
    }

    // The rules of checkouts are asked, and what they refuse is left out, until nothing more of it is refused.
    private async Task<Result<CheckoutParts, CheckoutLinkProblem>> OpenAsync(
        CheckoutLink link,
        CheckoutRequest request,
        Queue<Guid> candidates,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var asked = request with { DiscountId = candidates.TryPeek(out var discount) ? discount : null };
            var opened = await checkouts.CreateAsync(link.OrganizationId, asked, cancellation);
            if (opened.TryGet(out var checkout, out var problem))
            {
                return checkout;
            }

            if (problem is not CheckoutProblem.Invalid { Problems: var refused })
            {
                return new CheckoutLinkProblem.Refused(problem);
            }

            if (refused.Any(each => each.Path[0] is "discount_id"))
            {
                candidates.TryDequeue(out _);
            }

            request = refused.Aggregate(request, Without);
            if (request with { DiscountId = candidates.TryPeek(out var next) ? next : null } == asked)
            {
                return new CheckoutLinkProblem.Refused(problem);
            }
        }
    }

    private static CheckoutRequest Without(CheckoutRequest request, FieldProblem refused) =>
        refused.Path[0] switch
        {
            "amount" => request with { NamedMinorUnits = null },
            "seats" => request with { Seats = null },
            "custom_field_data" => request with { CustomFieldData = Without(request.CustomFieldData, refused.Path) },
            _ => request,
        };

    private static JsonText Without(JsonText answers, IReadOnlyList<object> path)
    {
        if (!answers.HasValue || path.Count < 2)
        {
            return default;
        }

        using var all = JsonDocument.Parse(answers.Utf8);
        return JsonObject(writer =>
        {
            foreach (var answer in all.RootElement.EnumerateObject().Where(answer => answer.Name != (string)path[1]))
            {
                answer.WriteTo(writer);
            }
        });
    }

    private static CheckoutRequest RequestOf(CheckoutLink link, List<Product> ordered, LinkPrefill prefill) =>
        new()
        {
            Selection = new CheckoutSelection.Products([.. ordered.Select(product => product.Id)]),
            NamedMinorUnits = prefill.MinorUnits,
            Seats = link.Seats,
            AllowDiscountCodes = link.AllowDiscountCodes,
            RequireBillingAddress = link.RequireBillingAddress,
            TrialUnit = link.Trial?.Unit,
            TrialCount = link.Trial?.Count,
            Name = prefill.Name,
            Email = prefill.Email,
            Locale = prefill.Locale,
            SuccessUrl = link.SuccessUrl,
            ReturnUrl = link.ReturnUrl,
            EmbedOrigin = prefill.EmbedOrigin,
            Metadata = JsonObjects.Merge(prefill.Metadata, link.Metadata),
        };

    // The one of the code first, if codes may be said; then the link's own.
    private async ValueTask<Queue<Guid>> DiscountsOfAsync(
        CheckoutLink link,
        LinkPrefill prefill,
        CancellationToken cancellation
    )
    {
        var candidates = new Queue<Guid>();
        if (
            link.AllowDiscountCodes
            && prefill.DiscountCode?.Trim() is { Length: > 0 } code
            && await discounts.FindByCodeAsync(link.OrganizationId, code, cancellation) is { } found
        )
        {
            candidates.Enqueue(found.Discount.Id);
        }

        if (link.DiscountId is { } own)
        {
            candidates.Enqueue(own);
        }

        return candidates;
    }

    // An address has texts only; numbers and ticks are read out of them.
    private async ValueTask<JsonText> AnswersAsync(
        Product product,
        IReadOnlyDictionary<string, string> texts,
        CancellationToken cancellation
    )
    {
        if (texts.Count == 0 || product.Fields.Count == 0)
        {
            return default;
        }

        var asked = await fields.FindAllAsync(
            product.OrganizationId,
            [.. product.Fields.Select(field => field.FieldId)],
            cancellation
        );
        return JsonObject(writer =>
        {
            foreach (var field in asked.Where(field => texts.ContainsKey(field.Slug)))
            {
                WriteAnswer(writer, field, texts[field.Slug]);
            }
        });
    }

    private static void WriteAnswer(Utf8JsonWriter writer, CustomField field, string text)
    {
        writer.WritePropertyName(field.Slug);
        switch (field.Kind)
        {
            case FieldKind.Number when long.TryParse(text, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number);
                break;
            case FieldKind.Checkbox when bool.TryParse(text, out var isTicked):
                writer.WriteBooleanValue(isTicked);
                break;
            default:
                writer.WriteStringValue(text);
                break;
        }
    }

    private static JsonText JsonObject(Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return new JsonText(text.ToArray());
    }
}
