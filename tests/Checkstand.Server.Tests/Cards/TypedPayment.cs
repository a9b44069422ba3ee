using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Checkstand.Core.Vault;
using Checkstand.Server.Tests.Checkouts;

namespace Checkstand.Server.Tests.Cards;

/// <summary>A card that a buyer types into the hosted page, with or without mistakes, and what follows.</summary>
/// <param name="Card">The card.</param>
/// <param name="Index">Which of the run; decides what goes wrong.</param>
internal sealed partial record TypedPayment(TestCard Card, int Index)
{
    /// <summary>The mistakes that are made in turn, before the form is sent without one.</summary>
    private IReadOnlyList<(string Field, string Value)[]> Mistakes =>
        (Index % 8) switch
        {
            0 =>
            [
                [("card_number", WithTypo)],
            ],
            1 =>
            [
                [("card_number", $"{Card.Number}0000000")],
                [("card_number", $"x{Card.Number}")],
            ],
            2 =>
            [
                [("card_expiry", "01/20")],
                [("card_expiry", Card.Number)],
            ],
            3 =>
            [
                [("card_code", $"{Card.Code}99")],
                [("card_code", Card.Number)],
                [("card_code", "")],
            ],
            4 when IsKnownElsewhere =>
            [
                [("customer_name", Card.Number), ("discount_code", Grouped)],
                [("customer_email", Card.Number)],
            ],
            5 =>
            [
                [("customer_email", "nonsense")],
                [("country", "")],
            ],
            6 =>
            [
                [("seen_total", Card.Number)],
                [("action", "update")],
                [("action", Card.Number)],
            ],
            _ => [],
        };

    // In other fields a number of 13 digits is taken for a telephone's, and one of no scheme's for any number.
    private bool IsKnownElsewhere =>
        Card.Number.Length > 13 && CardSchemes.Of(Encoding.ASCII.GetBytes(Card.Number)) != CardScheme.Other;

    private string WithTypo => Card.Number[..^1] + (char)('0' + ((Card.Number[^1] - '0' + 1) % 10));

    private string Grouped => string.Join(' ', CardTraces.Groups(Card.Number));

    /// <summary>Types the card into the page of a new checkout until the page takes it.</summary>
    /// <returns>Every answer, and the checkout's last status.</returns>
    public async Task<(IReadOnlyList<Answer> Answers, string Status)> PayAsync(ApiClient api, string product)
    {
        var checkout = await api.OpenCheckoutAsync(product);
        var page = $"/checkout/{checkout.Secret}";
        List<Answer> answers = [];
        foreach (var mistake in Mistakes)
        {
            answers.Add(await SubmitAsync(api, page, mistake));
        }

        // What was taken for a mistake may have been none, such as another order of the same digits.
        if ((await api.ReadAsync(checkout))["status"]!.GetValue<string>() == "open")
        {
            answers.Add(await SubmitAsync(api, page, []));
        }

        if (BankLink.Match(answers[^1].Body) is { Success: true } link)
        {
            var bank = WebUtility.HtmlDecode(link.Groups["href"].Value);
            answers.Add(await api.SendAsync(HttpMethod.Get, bank));
            answers.Add(await PostAsync(api, bank, [("decision", Index % 2 == 0 ? "approve" : "fail")]));
        }

        answers.Add(await api.SendAsync(HttpMethod.Get, page));
        answers.Add(await api.SendAsync(HttpMethod.Get, $"/v1/checkouts/client/{checkout.Secret}", withToken: false));
        answers.Add(await api.SendAsync(HttpMethod.Get, $"/v1/orders/?checkout_id={checkout.Id}"));
        answers.Add(await api.SendAsync(HttpMethod.Get, $"/dev/charges?session_id={checkout.Id}"));
        var read = await api.SendAsync(HttpMethod.Get, $"/v1/checkouts/{checkout.Id}");
        answers.Add(read);
        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 422, $"{answer.Status}: {answer.Body}"));
        return (answers, read.As(200)["status"]!.GetValue<string>());
    }

    // A browser sends the total that the page shows; redirections are followed.
    private async Task<Answer> SubmitAsync(ApiClient api, string page, (string Field, string Value)[] mistake)
    {
        var shown = await api.SendAsync(HttpMethod.Get, page);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["seen_total"] = SeenTotal.Match(shown.Body).Groups["total"].Value,
            ["customer_email"] = $"buyer-{Index}@example.com",
            ["customer_name"] = "Jane Doe",
            ["country"] = "FR",
            ["card_number"] = Index % 2 == 0 ? Grouped : Card.Number,
            ["card_expiry"] = Card.Expiry,
            ["card_code"] = Card.Code,
            ["action"] = "pay",
        };
        foreach (var (field, value) in mistake)
        {
            form[field] = value;
        }

        return await PostAsync(api, page, [.. form.Select(field => (field.Key, field.Value))]);
    }

    private static async Task<Answer> PostAsync(ApiClient api, string address, (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(
            form.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        return await api.SendAsync(request);
    }

    [GeneratedRegex("name=\"seen_total\" value=\"(?<total>[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex SeenTotal { get; }

    [GeneratedRegex("<a class=\"button\" href=\"(?<href>[^\"]*/dev/challenges/[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex BankLink { get; }
}
