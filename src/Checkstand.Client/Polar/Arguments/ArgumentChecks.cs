using System.Runtime.CompilerServices;

namespace Checkstand.Client.Polar;

internal static partial class ArgumentChecks
{
    private const int OrganizationNameLengthMin = 3;
    private const int MeterNameLengthMin = 3;

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(CustomerCreate request, [CallerArgumentExpression(nameof(request))] string parameter = "")
    {
        var argument = Argument.Of(request, parameter);
        if (request.Type != CustomerType.Team)
        {
            argument.Needs(nameof(request.Email), request.Email);
        }

        if (request.Owner is { } owner)
        {
            argument.Needs($"{nameof(request.Owner)}.{nameof(owner.Email)}", owner.Email);
        }

        argument.Length(nameof(request.Name), request.Name, 0, NameLengthMax);
        argument.Place(nameof(request.BillingAddress), request.BillingAddress);
        argument.Data(nameof(request.Metadata), request.Metadata);
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        CustomerUpdate customerUpdate,
        [CallerArgumentExpression(nameof(customerUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(customerUpdate, parameter);
        argument.Length(nameof(customerUpdate.Name), customerUpdate.Name.ValueOr(null), 0, NameLengthMax);
        argument.Place(nameof(customerUpdate.BillingAddress), customerUpdate.BillingAddress.ValueOr(null));
        argument.Data(nameof(customerUpdate.Metadata), customerUpdate.Metadata.ValueOr(null));
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        CustomerUpdateExternalId customerUpdateExternalId,
        [CallerArgumentExpression(nameof(customerUpdateExternalId))] string parameter = ""
    )
    {
        var argument = Argument.Of(customerUpdateExternalId, parameter);
        argument.Length(
            nameof(customerUpdateExternalId.Name),
            customerUpdateExternalId.Name.ValueOr(null),
            0,
            NameLengthMax
        );
        argument.Place(
            nameof(customerUpdateExternalId.BillingAddress),
            customerUpdateExternalId.BillingAddress.ValueOr(null)
        );
        argument.Data(nameof(customerUpdateExternalId.Metadata), customerUpdateExternalId.Metadata.ValueOr(null));
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        CustomFieldCreate request,
        [CallerArgumentExpression(nameof(request))] string parameter = ""
    )
    {
        var argument = Argument.Of(request, parameter);
        argument.Needs(nameof(request.Slug), request.Slug);
        argument.Needs(nameof(request.Name), request.Name);
        argument.Data(nameof(request.Metadata), request.Metadata);
        switch (request)
        {
            case CustomFieldSelectCreate select:
                CheckOptions(argument, select.Properties);
                break;
            case CustomFieldTextCreate text:
                argument.Least("Properties.MinLength", text.Properties?.MinLength, 0);
                argument.Ordered("Properties.MaxLength", text.Properties?.MinLength, text.Properties?.MaxLength);
                break;
            case CustomFieldNumberCreate number:
                argument.Ordered("Properties.Le", number.Properties?.Ge, number.Properties?.Le);
                break;
            case CustomFieldDateCreate date:
                argument.Ordered("Properties.Le", date.Properties?.Ge, date.Properties?.Le);
                break;
        }
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        CustomFieldUpdate customFieldUpdate,
        [CallerArgumentExpression(nameof(customFieldUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(customFieldUpdate, parameter);
        argument.Data(nameof(customFieldUpdate.Metadata), customFieldUpdate.Metadata.ValueOr(null));
        if (customFieldUpdate is CustomFieldSelectUpdate { Properties: { IsSet: true, Value: { } properties } })
        {
            CheckOptions(argument, properties);
        }
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(MeterCreate request, [CallerArgumentExpression(nameof(request))] string parameter = "")
    {
        var argument = Argument.Of(request, parameter);
        argument.Needs(nameof(request.Name), request.Name);
        argument.Length(nameof(request.Name), request.Name, MeterNameLengthMin, int.MaxValue);
        if (request.Filter is not { Conjunction: not null, Clauses: not null })
        {
            argument.Refuse(nameof(request.Filter), "It needs a conjunction and its clauses.");
        }

        argument.NeedsWord("Aggregation.Func", request.Aggregation?.Func ?? default);
        argument.Least(nameof(request.CustomMultiplier), request.CustomMultiplier, 1);
        argument.Data(nameof(request.Metadata), request.Metadata);
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        MeterUpdate meterUpdate,
        [CallerArgumentExpression(nameof(meterUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(meterUpdate, parameter);
        argument.Length(nameof(meterUpdate.Name), meterUpdate.Name.ValueOr(null), MeterNameLengthMin, int.MaxValue);
        argument.Least(nameof(meterUpdate.CustomMultiplier), meterUpdate.CustomMultiplier.ValueOr(null), 1);
        argument.Data(nameof(meterUpdate.Metadata), meterUpdate.Metadata.ValueOr(null));
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        SubscriptionUpdate subscriptionUpdate,
        [CallerArgumentExpression(nameof(subscriptionUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(subscriptionUpdate, parameter);
        if (subscriptionUpdate.Seats.IsSet)
        {
            argument.Within<int>(nameof(subscriptionUpdate.Seats), subscriptionUpdate.Seats.Value, 1, SeatsMax);
        }

        argument.Data(nameof(subscriptionUpdate.Metadata), subscriptionUpdate.Metadata.ValueOr(null));
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        OrganizationUpdate organizationUpdate,
        [CallerArgumentExpression(nameof(organizationUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(organizationUpdate, parameter);
        argument.Length(
            nameof(organizationUpdate.Name),
            organizationUpdate.Name.ValueOr(null),
            OrganizationNameLengthMin,
            int.MaxValue
        );
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        OrganizationAccessTokenCreate request,
        [CallerArgumentExpression(nameof(request))] string parameter = ""
    )
    {
        var argument = Argument.Of(request, parameter);
        argument.Needs(nameof(request.Comment), request.Comment);
        argument.NeedsSome(nameof(request.Scopes), request.Scopes);
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        OrganizationAccessTokenUpdate organizationAccessTokenUpdate,
        [CallerArgumentExpression(nameof(organizationAccessTokenUpdate))] string parameter = ""
    ) => Argument.Of(organizationAccessTokenUpdate, parameter);

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        WebhookEndpointCreate request,
        [CallerArgumentExpression(nameof(request))] string parameter = ""
    )
    {
        var argument = Argument.Of(request, parameter);
        argument.Needs(nameof(request.Url), request.Url);
        argument.Url(nameof(request.Url), request.Url);
        argument.NeedsWord(nameof(request.Format), request.Format);
        argument.NeedsSome(nameof(request.Events), request.Events);
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        WebhookEndpointUpdate webhookEndpointUpdate,
        [CallerArgumentExpression(nameof(webhookEndpointUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(webhookEndpointUpdate, parameter);
        argument.Url(nameof(webhookEndpointUpdate.Url), webhookEndpointUpdate.Url.ValueOr(null));
    }

    private static void CheckOptions(Argument argument, CustomFieldSelectProperties? properties)
    {
        argument.NeedsSome("Properties.Options", properties?.Options);
        foreach (var (index, option) in properties!.Options.Numbered())
        {
            argument.Needs($"Properties.Options[{index}].{nameof(option.Value)}", option.Value);
            argument.Needs($"Properties.Options[{index}].{nameof(option.Label)}", option.Label);
        }
    }
}
