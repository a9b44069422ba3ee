namespace Checkstand.Page;

/// <summary>The pages without a form.</summary>
internal static class OutcomePage
{
    /// <summary>The payment is under way: the page offers no second payment.</summary>
    /// <param name="seller">Who sells.</param>
    /// <param name="here">The page's own address.</param>
    /// <param name="next">What answers once there is something new; null for nothing, and then the buyer looks again.</param>
    public static string Processing(string seller, string here, string? next) =>
        PageShell.Write(
            "Processing your payment",
            Html.Of(
                $"""
                <p class="seller">{seller}</p>
                <h1>Processing your payment</h1>
                <div role="status"><p>We are waiting for the answer of your bank. Please don't pay again: this page shows the outcome as soon as it is known.</p></div>
                <p><a href="{here}">Look again now</a></p>
                """
            ),
            next
        );

    /// <summary>The bank wants to know that it is the buyer.</summary>
    public static string Challenge(string seller, string address) =>
        PageShell.Write(
            "Confirm your payment",
            Html.Of(
                $"""
                <p class="seller">{seller}</p>
                <h1>Confirm your payment</h1>
                <p>Your bank asks you to confirm this payment. You come back here afterwards.</p>
                <p><a class="button" href="{address}">Continue to your bank</a></p>
                """
            ),
            address
        );

    /// <summary>It is paid.</summary>
    /// <param name="seller">Who sells.</param>
    /// <param name="product">What was bought.</param>
    /// <param name="receipt">What it cost.</param>
    /// <param name="email">Whose it is; null when nobody said.</param>
    /// <param name="next">The seller's page that the buyer goes on to at once; null to stay.</param>
    public static string Paid(string seller, string product, Html receipt, string? email, string? next) =>
        PageShell.Write(
            "Thank you",
            Html.Of(
                $"""
                <p class="seller">{seller}</p>
                <h1>Thank you</h1>
                <p>Your order is complete{(
                    email is null ? "" : $" and belongs to {email}"
                )}.{(next is null ? " You can close this page." : "")}</p>
                <h2>{product}</h2>
                {receipt}
                {(
                    next is null
                        ? Html.None
                        : Html.Of($"""<p><a class="button" href="{next}">Continue to the seller</a></p>""")
                )}
                """
            ),
            next
        );

    /// <summary>Its time is over.</summary>
    public static string Expired(string? returnUrl) =>
        PageShell.Write(
            "This checkout has expired",
            Html.Of(
                $"""
                <h1>This checkout has expired</h1>
                <p>Nothing was charged by opening it. Go back to the seller and start again.</p>
                {Back(returnUrl)}
                """
            )
        );

    /// <summary>There is none.</summary>
    public static string NotFound() =>
        PageShell.Write(
            "No such checkout",
            Html.Of(
                $"""
                <h1>No such checkout</h1>
                <p>There is no checkout at this address. Check that you copied all of the link.</p>
                """
            )
        );

    /// <summary>Its seller is blocked.</summary>
    public static string Blocked() =>
        PageShell.Write(
            "This checkout is not available",
            Html.Of(
                $"""
                <h1>This checkout is not available</h1>
                <p>The seller can't take payments. Nothing was charged.</p>
                """
            )
        );

    /// <summary>The request could not be taken, or a fault of ours.</summary>
    public static string Failed(string what) =>
        PageShell.Write(
            "Something went wrong",
            Html.Of(
                $"""
                <h1>Something went wrong</h1>
                <p>{what}</p>
                """
            )
        );

    /// <summary>A link back to the seller; nothing when the seller named no page.</summary>
    public static Html Back(string? returnUrl) =>
        returnUrl is null ? Html.None : Html.Of($"""<p><a href="{returnUrl}">Back to the seller</a></p>""");
}
