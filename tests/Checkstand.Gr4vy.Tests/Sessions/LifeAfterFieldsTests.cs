using Checkstand.Server;

namespace Checkstand.Gr4vy.Tests.Sessions;

/// <summary>The older documents' rule, which is a setting: secure fields leave a session five minutes (contract section 7).</summary>
public sealed class LifeAfterFieldsTests(LifeAfterFieldsTests.FiveMinutes server)
    : IClassFixture<LifeAfterFieldsTests.FiveMinutes>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData(3600, 0)]
    [InlineData(86400, 600)]
    [InlineData(3600, 3599)]
    public async Task A_card_moves_the_end_to_five_minutes_from_now(int expiresIn, int secondsLater)
    {
        var id = await api.OpenAsync($$"""{"expires_in":{{expiresIn}}}""");
        server.Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);

        var end = server.Clock.GetUtcNow().AddSeconds(300).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        Assert.Equal(end, (await api.GetAsync(id)).TextAt("/expires_at"));

        server.Clock.Advance(TimeSpan.FromMilliseconds(299_999));
        (await api.GetAsync(id)).Expect(200);
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Envelope.Check(await api.GetAsync(id), 404);
    }

    [Fact]
    public async Task Click_to_Pay_moves_it_too()
    {
        var id = await api.OpenAsync();

        (await api.PutFieldsAsync(id, Cards.ClickToPay)).Expect(204);

        server.Clock.Advance(TimeSpan.FromSeconds(300));
        Envelope.Check(await api.GetAsync(id), 404);
    }

    [Fact]
    public async Task Refused_fields_do_not_move_it()
    {
        var id = await api.OpenAsync();
        var before = await api.GetAsync(id);

        Envelope.Check(await api.PutFieldsAsync(id, Cards.Fields(number: "4")), 400);

        Assert.Equal(before.Comparable, (await api.GetAsync(id)).Comparable);
    }

    [Fact]
    public async Task An_update_with_a_life_moves_it_back()
    {
        var id = await api.OpenAsync();
        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);

        (await api.UpdateAsync(id, """{"expires_in":3600}""")).Expect(200);

        server.Clock.Advance(TimeSpan.FromSeconds(3599));
        (await api.GetAsync(id)).Expect(200);
    }

    public sealed class FiveMinutes : Gr4vyServer
    {
        private protected override void Configure(CheckstandOptions options) =>
            options.Sessions.LifeAfterFieldsSeconds = 300;
    }
}
