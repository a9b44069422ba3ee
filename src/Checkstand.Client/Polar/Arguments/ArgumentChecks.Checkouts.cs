using System.Runtime.CompilerServices;

namespace Checkstand.Client.Polar;

/// <summary>
/// What of a request is wrong whatever the server is: refused with an <see cref="ArgumentException"/> before anything is
/// sent. What depends on the server's data, or may be widened by a newer one, is left to the server.
/// </summary>
internal static partial class ArgumentChecks
{
    private const int SeatsMax = 10_000;
    private const int NameLengthMax = 256;

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(CheckoutCreate request, [CallerArgumentExpression(nameof(request))] string parameter = "")
    {
        var argument = Argument.Of(request, parameter);
        CheckSold(argument, request.Products, request.ProductId, request.ProductPriceId);
        argument.Least(nameof(request.Amount), request.Amount, 0);
        argument.Within(nameof(request.Seats), request.Seats, 1, SeatsMax);
        argument.Within(nameof(request.MinSeats), request.MinSeats, 1, SeatsMax);
        argument.Within(nameof(request.MaxSeats), request.MaxSeats, 1, SeatsMax);
        argument.Ordered(nameof(request.MaxSeats), request.MinSeats, request.MaxSeats);
        argument.Ordered(nameof(request.Seats), request.MinSeats, request.Seats);
        argument.Least(nameof(request.Units), request.Units, 1);
        argument.Least(nameof(request.MinUnits), request.MinUnits, 1);
        argument.Least(nameof(request.MaxUnits), request.MaxUnits, 1);
        argument.Ordered(nameof(request.MaxUnits), request.MinUnits, request.MaxUnits);
        argument.Trial(
            nameof(request.TrialInterval),
            request.TrialInterval,
            nameof(request.TrialIntervalCount),
            request.TrialIntervalCount
        );
        argument.Length(nameof(request.CustomerName), request.CustomerName, 0, NameLengthMax);
        argument.Place(nameof(request.CustomerBillingAddress), request.CustomerBillingAddress);
        argument.Data(nameof(request.CustomerMetadata), request.CustomerMetadata);
        argument.Data(nameof(request.Metadata), request.Metadata);
        argument.Url(nameof(request.SuccessUrl), request.SuccessUrl);
        argument.Url(nameof(request.ReturnUrl), request.ReturnUrl);
        foreach (var (productId, prices) in request.Prices ?? [])
        {
            CheckPrices(argument, $"{nameof(request.Prices)}[\"{productId}\"]", prices);
        }
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        CheckoutUpdate checkoutUpdate,
        [CallerArgumentExpression(nameof(checkoutUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(checkoutUpdate, parameter);
        argument.Least(nameof(checkoutUpdate.Amount), checkoutUpdate.Amount.ValueOr(null), 0);
        argument.Within(nameof(checkoutUpdate.Seats), checkoutUpdate.Seats.ValueOr(null), 1, SeatsMax);
        argument.Least(nameof(checkoutUpdate.Units), checkoutUpdate.Units.ValueOr(null), 1);
        argument.Length(
            nameof(checkoutUpdate.CustomerName),
            checkoutUpdate.CustomerName.ValueOr(null),
            0,
            NameLengthMax
        );
        argument.Place(
            nameof(checkoutUpdate.CustomerBillingAddress),
            checkoutUpdate.CustomerBillingAddress.ValueOr(null)
        );
        argument.Within(
            nameof(checkoutUpdate.TrialIntervalCount),
            checkoutUpdate.TrialIntervalCount.ValueOr(null),
            1,
            1000
        );
        argument.Data(nameof(checkoutUpdate.CustomerMetadata), checkoutUpdate.CustomerMetadata.ValueOr(null));
        argument.Data(nameof(checkoutUpdate.Metadata), checkoutUpdate.Metadata.ValueOr(null));
        argument.Url(nameof(checkoutUpdate.SuccessUrl), checkoutUpdate.SuccessUrl.ValueOr(null));
        argument.Url(nameof(checkoutUpdate.ReturnUrl), checkoutUpdate.ReturnUrl.ValueOr(null));
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        CheckoutUpdatePublic checkoutUpdatePublic,
        [CallerArgumentExpression(nameof(checkoutUpdatePublic))] string parameter = ""
    )
    {
        var argument = Argument.Of(checkoutUpdatePublic, parameter);
        argument.Least(nameof(checkoutUpdatePublic.Amount), checkoutUpdatePublic.Amount.ValueOr(null), 0);
        argument.Within(nameof(checkoutUpdatePublic.Seats), checkoutUpdatePublic.Seats.ValueOr(null), 1, SeatsMax);
        argument.Least(nameof(checkoutUpdatePublic.Units), checkoutUpdatePublic.Units.ValueOr(null), 1);
        argument.Length(
            nameof(checkoutUpdatePublic.CustomerName),
            checkoutUpdatePublic.CustomerName.ValueOr(null),
            0,
            NameLengthMax
        );
        argument.Place(
            nameof(checkoutUpdatePublic.CustomerBillingAddress),
            checkoutUpdatePublic.CustomerBillingAddress.ValueOr(null)
        );
        CheckTrialOfBuyer(argument, nameof(checkoutUpdatePublic.AllowTrial), checkoutUpdatePublic.AllowTrial);
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        CheckoutConfirmStripe checkoutConfirmStripe,
        [CallerArgumentExpression(nameof(checkoutConfirmStripe))] string parameter = ""
    )
    {
        var argument = Argument.Of(checkoutConfirmStripe, parameter);
        argument.Least(nameof(checkoutConfirmStripe.Amount), checkoutConfirmStripe.Amount.ValueOr(null), 0);
        argument.Within(nameof(checkoutConfirmStripe.Seats), checkoutConfirmStripe.Seats.ValueOr(null), 1, SeatsMax);
        argument.Least(nameof(checkoutConfirmStripe.Units), checkoutConfirmStripe.Units.ValueOr(null), 1);
        argument.Length(
            nameof(checkoutConfirmStripe.CustomerName),
            checkoutConfirmStripe.CustomerName.ValueOr(null),
            0,
            NameLengthMax
        );
        argument.Place(
            nameof(checkoutConfirmStripe.CustomerBillingAddress),
            checkoutConfirmStripe.CustomerBillingAddress.ValueOr(null)
        );
        CheckTrialOfBuyer(argument, nameof(checkoutConfirmStripe.AllowTrial), checkoutConfirmStripe.AllowTrial);
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        CheckoutLinkCreate request,
        [CallerArgumentExpression(nameof(request))] string parameter = ""
    )
    {
        var argument = Argument.Of(request, parameter);
        CheckSold(argument, request.Products, request.ProductId, request.ProductPriceId);
        argument.Within(nameof(request.Seats), request.Seats, 1, SeatsMax);
        argument.Url(nameof(request.SuccessUrl), request.SuccessUrl);
        argument.Url(nameof(request.ReturnUrl), request.ReturnUrl);
        argument.Data(nameof(request.Metadata), request.Metadata);
        argument.Trial(
            nameof(request.TrialInterval),
            request.TrialInterval,
            nameof(request.TrialIntervalCount),
            request.TrialIntervalCount
        );
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        CheckoutLinkUpdate checkoutLinkUpdate,
        [CallerArgumentExpression(nameof(checkoutLinkUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(checkoutLinkUpdate, parameter);
        if (checkoutLinkUpdate.Products.ValueOr(null) is { } products)
        {
            argument.NeedsSome(nameof(checkoutLinkUpdate.Products), products);
        }

        argument.Within(nameof(checkoutLinkUpdate.Seats), checkoutLinkUpdate.Seats.ValueOr(null), 1, SeatsMax);
        argument.Url(nameof(checkoutLinkUpdate.SuccessUrl), checkoutLinkUpdate.SuccessUrl.ValueOr(null));
        argument.Url(nameof(checkoutLinkUpdate.ReturnUrl), checkoutLinkUpdate.ReturnUrl.ValueOr(null));
        argument.Data(nameof(checkoutLinkUpdate.Metadata), checkoutLinkUpdate.Metadata.ValueOr(null));
        argument.Within(
            nameof(checkoutLinkUpdate.TrialIntervalCount),
            checkoutLinkUpdate.TrialIntervalCount.ValueOr(null),
            1,
            1000
        );
    }

    private static void CheckSold(Argument argument, List<string>? products, string? productId, string? priceId)
    {
        switch ((products is null ? 0 : 1) + (productId is null ? 0 : 1) + (priceId is null ? 0 : 1))
        {
            case 0:
                argument.Refuse(nameof(CheckoutCreate.Products), "At least one is required.");
                break;
            case > 1:
                argument.Refuse(
                    nameof(CheckoutCreate.Products),
                    "It excludes ProductId and ProductPriceId, and they each other."
                );
                break;
        }

        if (products is not null)
        {
            argument.NeedsSome(nameof(CheckoutCreate.Products), products);
            if (products.Distinct(StringComparer.OrdinalIgnoreCase).Count() < products.Count)
            {
                argument.Refuse(nameof(CheckoutCreate.Products), "Each may be named once.");
            }
        }
    }

    // A buyer can give a trial up, and not ask for one.
    private static void CheckTrialOfBuyer(Argument argument, string member, Optional<bool?> allowTrial)
    {
        if (allowTrial.ValueOr(null) is true)
        {
            argument.Refuse(member, "A buyer can only say false.");
        }
    }
}
