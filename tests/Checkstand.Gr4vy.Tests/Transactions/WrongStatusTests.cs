namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>What can't be done with a transaction as it stands: 400 in words, 409 while something is open. Nothing changes.</summary>
public sealed class WrongStatusTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    public static TheoryData<string, string> Impossible =>
        new()
        {
            { "authorized", "refunds" },
            { "authorized", "refunds/all" },
            { "captured", "void" },
            { "voided", "capture" },
            { "voided", "void" },
            { "voided", "refunds" },
            { "voided", "refunds/all" },
            { "declined", "capture" },
            { "declined", "void" },
            { "declined", "refunds" },
            { "declined", "refunds/all" },
            { "failed", "capture" },
            { "failed", "void" },
            { "failed", "refunds" },
            { "failed", "refunds/all" },
        };

    public static TheoryData<string, string> Waiting
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var card in new[] { Cards.LateSuccess, Cards.ChargedInSilence, Cards.Challenged })
            {
                foreach (var verb in new[] { "capture", "void", "refunds", "refunds/all" })
                {
                    rows.Add(card, verb);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task What_is_impossible_is_said_in_words(string state, string verb)
    {
        var id = await MakeAsync(state);
        var before = await api.ReadAsync(id);

        var answer = await api.ActAsync(id, verb, "{}");

        Assert.Empty(Envelope.Check(answer, 400));
        Assert.Contains(before.TextAt("/status")!, answer.TextAt("/message"), StringComparison.Ordinal);
        Assert.Equal(before.Text, (await api.ReadAsync(id)).Text);
    }

    [Theory]
    [MemberData(nameof(Waiting))]
    public async Task What_is_open_must_end_first(string card, string verb)
    {
        var id = (await api.PayCardAsync(card)).Expect(201).TextAt("/id")!;
        var before = await api.ReadAsync(id);

        var answer = await api.ActAsync(id, verb, "{}");

        Assert.Empty(Envelope.Check(answer, 409));
        Assert.Equal("duplicate_record", answer.TextAt("/code"));
        Assert.Contains(id, answer.TextAt("/message"), StringComparison.Ordinal);
        Assert.Equal(id, answer.TextAt("/resource_id"));
        Assert.Equal(before.Text, (await api.ReadAsync(id)).Text);
    }

    private async Task<string> MakeAsync(string state)
    {
        switch (state)
        {
            case "authorized":
                return await api.AuthorizedAsync();
            case "captured":
                return await api.CapturedAsync();
            case "voided":
                var id = await api.AuthorizedAsync();
                (await api.ActAsync(id, "void")).Expect(200);
                return id;
            default:
                var card = state == "declined" ? Cards.Declined : Cards.Error;
                return (await api.PayCardAsync(card)).Expect(201).TextAt("/id")!;
        }
    }
}
