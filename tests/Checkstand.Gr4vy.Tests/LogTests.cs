using Checkstand.Core.Vault;
using Checkstand.Server;
using Microsoft.AspNetCore.Builder;

namespace Checkstand.Gr4vy.Tests;

/// <summary>
/// Whatever a caller does with a card number, it never reaches the log, not even with every line of the framework
/// turned on. This captures the console itself, so these tests run alone.
/// </summary>
[Collection(Alone)]
public sealed class LogTests
{
    public const string Alone = "captures the console";

    private const string Number = Cards.Visa;
    private const string Code = "987";

    // Rules for the console alone come before the rules for all, also before those that the program sets itself.
    private static readonly Dictionary<string, string> EverythingLogged = new[]
    {
        "Default",
        "Microsoft",
        "Microsoft.AspNetCore",
        "Microsoft.AspNetCore.Hosting.Diagnostics",
    }.ToDictionary(category => $"Logging__Console__LogLevel__{category}", _ => "Trace");

    // What the program logs when nobody sets anything.
    private static readonly Dictionary<string, string> LoggedByDefault = new()
    {
        ["Logging__Console__LogLevel__Default"] = "Information",
        ["Logging__Console__LogLevel__Microsoft"] = "Warning",
        ["Logging__Console__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",
    };

    public static TheoryData<string> Spellings =>
        [Number, "4111-1111-1111-1111", "4111%201111%201111%201111", "4111+1111+1111+1111"];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_card_number_in_a_URL_is_masked(string number)
    {
        var log = await RunAsync(async api =>
        {
            await api.SendAnyAsync(api.Backend("GET", ApiClient.PathOf(number)));
            await api.SendAnyAsync(new Ask("PUT", ApiClient.FieldsOf(number)).Json(Cards.Fields()));
            await api.SendAnyAsync(new Ask("GET", $"/{number}"));
            await api.SendAnyAsync(new Ask("PATCH", $"{ApiClient.Sessions}?card={number}"));
            await api.SendAnyAsync(api.Backend("POST", $"{ApiClient.Sessions}?{number}={number}&x=({number})"));
            await api.SendAnyAsync(new Ask("GET", $"/openapi/gr4vy.json?{number}"));
        });

        AssertNothingOf(log, number);
    }

    [Fact]
    public async Task A_card_number_in_a_URL_is_masked_in_the_logs_of_production_too()
    {
        var log = await RunAsync(
            api => api.SendAnyAsync(new Ask("GET", $"{ApiClient.PathOf(Number)}?{Number}")),
            new InProduction()
        );

        Assert.Contains("\"event_id\":", log, StringComparison.Ordinal);
        AssertNothingOf(log, Number);
    }

    [Fact]
    public async Task A_card_number_in_a_header_is_not_logged()
    {
        var log = await RunAsync(async api =>
        {
            var ask = api.Backend("POST", ApiClient.Sessions);
            await api.SendAnyAsync(ask.Header("x-card", Number).Header("cookie", Number).Header("user-agent", Number));
            await api.SendAnyAsync(ask.Header("origin", $"https://{Number}.example").Header("referer", Number));
            await api.SendAnyAsync(ask with { Merchant = Number });
            await api.SendAnyAsync(ask with { Authorization = $"Bearer {Number}" });
            await api.SendAnyAsync(ask with { Authorization = Number });
            await api.SendAnyAsync(ask.Json("{}") with { ContentType = $"application/{Number}" });
            using var mint = TokenMint.Stranger(Number);
            await api.SendAnyAsync(ask with { Authorization = mint.Bearer() });
        });

        AssertNothingOf(log, Number);
    }

    [Fact]
    public async Task A_card_in_a_body_is_not_logged()
    {
        var log = await RunAsync(async api =>
        {
            var id = await api.OpenAsync();
            var fields = Cards.Fields(Number, "12/35", Code);
            (await api.PutFieldsAsync(id, fields)).Expect(204);
            await api.PutFieldsAsync(id, fields[..^3]);
            await api.PutFieldsAsync(id, fields.Replace("12/35", Number, StringComparison.Ordinal));
            await api.PutFieldsAsync(id, fields.Replace("card", Number, StringComparison.Ordinal));
            await api.PutFieldsAsync(id, $$"""{"{{Number}}":"{{Number}}"}""");
            await api.PutFieldsAsync(id, Number);
            await api.UpdateAsync(id, $$"""{"metadata":{"{{Number}}":{{Number}}},"amount":{{Number}}}""");
            await api.CreateAsync($$"""{"currency":"{{Number}}","{{Number}}":1}""");
        });

        AssertNothingOf(log, Number);
        Assert.DoesNotContain($"\"{Code}\"", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_of_a_transaction_is_not_logged()
    {
        var log = await RunAsync(
            async api =>
            {
                var card = Paying.WithCard(Number).Replace("\"123\"", $"\"{Code}\"", StringComparison.Ordinal);
                (await api.CreateTransactionAsync(card)).Expect(201);
                (await api.PaySessionAsync(await api.OpenWithCardAsync(Number))).Expect(201);
                await api.CreateTransactionAsync(card[..^3]);
                await api.CreateTransactionAsync(card.Replace("12/35", Number, StringComparison.Ordinal));
                await api.CreateTransactionAsync(card.Replace("1299", Number, StringComparison.Ordinal));
                await api.CreateTransactionAsync(card.Replace("\"card\"", $"\"{Number}\"", StringComparison.Ordinal));
                await api.CreateTransactionAsync(card.Replace("USD", "XXX", StringComparison.Ordinal));
                var ask = api.Backend("POST", Paying.Transactions).Json(card);
                await api.SendAnyAsync(ask.Header("idempotency-key", Number));
                await api.SendAnyAsync(ask.Json("{}").Header("idempotency-key", Number));
                await api.SendAnyAsync(api.Backend("GET", $"{Paying.Transactions}?search={Number}&id={Number}"));
                await api.SendAnyAsync(api.Backend("GET", Paying.PathOf(Number)));
                await api.SendAnyAsync(new Ask("GET", ApiClient.PathOf(Number)));
            },
            new PayingServer()
        );

        AssertNothingOf(log, Number);
        Assert.DoesNotContain($"\"{Code}\"", log, StringComparison.Ordinal);
    }

    // Anybody can do this as often as they like, so it must not cost a line each, let alone a stack trace.
    [Fact]
    public async Task Clients_that_go_away_in_the_middle_of_a_body_leave_nothing_in_the_log()
    {
        var server = new Gr4vyServer();
        var log = await RunAsync(
            async api =>
            {
                var path = ApiClient.FieldsOf(await api.OpenAsync());
                for (var i = 0; i < 500; i++)
                {
                    await RawHttp.SendAndLeaveAsync(
                        server.Address,
                        $"PUT {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{{"
                    );
                }

                // The proof that lines would be seen: this leaves one.
                Envelope.Check(
                    await api.SendAnyAsync(
                        api.Backend("GET", ApiClient.PathOf(ApiClient.UnknownId)) with
                        {
                            Authorization = "Bearer none",
                        }
                    ),
                    401
                );
            },
            server,
            LoggedByDefault
        );

        Assert.Contains(
            "token refused",
            Assert.Single(log.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_token_is_not_logged()
    {
        var good = "";
        var bad = "";
        var log = await RunAsync(async api =>
        {
            good = api.Authorization["Bearer ".Length..];
            (await api.CreateAsync("{}")).Expect(201);
            bad = good[..^1] + (good[^1] == 'A' ? 'B' : 'A');
            var ask = api.Backend("POST", ApiClient.Sessions) with { Authorization = $"Bearer {bad}" };
            Envelope.Check(await api.SendAnyAsync(ask), 401);
        });

        foreach (var token in new[] { good, bad })
        {
            Assert.DoesNotContain(token.Split('.')[2][..20], log, StringComparison.Ordinal);
        }
    }

    // The proof that the other tests read the log: what is no secret is in it.
    private static void AssertNothingOf(string log, string number)
    {
        Assert.Contains("Request starting", log, StringComparison.Ordinal);
        Assert.Contains("/checkout/sessions", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, log, StringComparison.Ordinal);
        Assert.DoesNotContain(number, log, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.UnescapeDataString(number), log, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(
        Func<ApiClient, Task> calls,
        Gr4vyServer? started = null,
        IReadOnlyDictionary<string, string>? levels = null
    )
    {
        var console = Console.Out;
        using var log = new StringWriter();
        levels ??= EverythingLogged;
        var before = levels.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        var server = started ?? new Gr4vyServer();
        try
        {
            Set(levels!);
            Console.SetOut(TextWriter.Synchronized(log));
            await server.InitializeAsync();
            await calls(server.Api);
        }
        finally
        {
            // Stopping the server waits for its last lines.
            await server.DisposeAsync();
            Console.SetOut(console);
            Set(before);
        }

        return log.ToString();
    }

    private static void Set(IReadOnlyDictionary<string, string?> variables)
    {
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private sealed class InProduction : Gr4vyServer
    {
        private protected override WebApplication Build(CheckstandOptions options, DataDirectory held, KeyRing ring) =>
            ServerProcess.Build(options, held, ring, Clock, jsonLogs: true);
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Definition;
}
