using System.Reflection;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;
using Checkstand.Client.Webhooks;

namespace Checkstand.Client.Tests.Transport;

/// <summary>Tokens, keys and cards are said to the server and to nobody else.</summary>
public sealed class SilenceTests
{
    private const string Secret = "s3cr3t-of-the-test";

    // The test number of Visa.
    private const string Card = "4111111111111111";

    public static TheoryData<int> Statuses => [200, 400, 401, 422, 500, 599];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task No_error_says_what_was_sent(int status)
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(status, "what came", "text/plain"),
            ScriptedStep.Reset,
            ScriptedStep.Cut(200, "{")
        );
        var client = server.Gr4vy(options =>
            (options.Auth, options.Retries) = (Auth.WithBearer(Secret), RetryOptions.None)
        );

        for (var i = 0; i < 3; i++)
        {
            var request = ApiRequest
                .Put($"/checkout/sessions/{"id"}/fields")
                .Query("q", Secret)
                .With(Card, Gr4vyJsonContext.Default.String);
            var options = new CallOptions
            {
                IdempotencyKey = Secret,
                Headers = new Dictionary<string, string> { ["x-secret"] = Secret },
            };

            var error = (await client.AskAsync(request, options)).Error!;

            Assert.DoesNotContain(Secret, Everything(error), StringComparison.Ordinal);
            Assert.DoesNotContain(Card, Everything(error), StringComparison.Ordinal);
        }
    }

    // A client secret is a part of the path, and stands for a token.
    [Fact]
    public async Task No_error_says_what_stood_in_the_path()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(200, "what came", "text/plain"),
            ScriptedStep.Reset,
            ScriptedStep.Cut(200, "{"),
            ScriptedStep.Answer(404, "{}"),
            ScriptedStep.Answer(200, "what came", "text/plain"),
            ScriptedStep.Answer(200, "data: {\"id\": 5}\n\n", "text/event-stream"),
            ScriptedStep.Answer(404, "{}"),
            ScriptedStep.HangUp
        );
        var polar = server.Polar();

        for (var i = 0; i < 8; i++)
        {
            // Not a GET: .NET sends one that was lost again by itself.
            var error =
                i < 4
                    ? (await polar.Checkouts.TryClientConfirmAsync(Secret, new CheckoutConfirmStripe())).Error!
                    : await Assert.ThrowsAnyAsync<CheckstandException>(() => FollowAsync(polar));

            Assert.DoesNotContain(Secret, Everything(error), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_that_holds_a_secret_says_it()
    {
        object[] holders =
        [
            Auth.WithBearer(Secret),
            new Gr4vyClient(
                new Gr4vyClientOptions { BaseUrl = new Uri("http://localhost"), Auth = Auth.WithBearer(Secret) }
            ),
            new Gr4vyClientOptions { Id = "shop", Auth = Auth.WithBearer(Secret) },
            new PolarClient(new PolarClientOptions { BaseUrl = new Uri("http://localhost"), AccessToken = Secret }),
            new PolarClientOptions { AccessToken = Secret },
            new CallOptions { IdempotencyKey = Secret },
            WebhookVerifier.Polar(Secret),
            WebhookVerifier.Gr4vy(Secret),
            new Optional<string>(Secret),
            ApiRequest.Get($"/x").Query("q", Secret).Header("x-a", Secret),
        ];

        Assert.All(holders, holder => Assert.DoesNotContain(Secret, holder.ToString(), StringComparison.Ordinal));
    }

    // A record prints its members, so what holds a secret is none.
    [Fact]
    public void No_type_with_a_secret_prints_its_members()
    {
        string[] secret = ["Number", "SecurityCode", "AccessToken", "Token", "Secret", "PrivateKeyPem"];

        var records = typeof(ApiResponse).Assembly.GetTypes().Where(type => type.GetMethod("<Clone>$") is not null);

        Assert.All(
            records,
            type => Assert.DoesNotContain(type.GetProperties(), property => secret.Contains(property.Name))
        );
    }

    [Fact]
    public void A_key_that_is_none_is_not_quoted()
    {
        var error = Assert.Throws<ArgumentException>(() => Auth.WithToken($"-----BEGIN PRIVATE KEY-----\n{Secret}\n"));

        Assert.Equal("privateKeyPem", error.ParamName);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_cannot_be_sent_is_not_quoted()
    {
        var error = Assert.Throws<ArgumentException>(() => Auth.WithBearer(Secret + "\n"));

        Assert.Equal("token", error.ParamName);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    private static async Task FollowAsync(PolarClient polar)
    {
        await foreach (var happened in polar.Checkouts.ClientStreamAsync(Secret))
        {
            Assert.Fail($"{happened.Id} is no event.");
        }
    }

    // The exception and all that it was caused by, in words.
    private static string Everything(CheckstandException error) =>
        string.Join(
            '\n',
            error
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                // What the call is repeated with, which is no secret of the server's.
                .Where(property => property.Name != nameof(CheckstandException.IdempotencyKey))
                .Select(property => $"{property.Name}: {property.GetValue(error)}")
                .Append(error.ToString())
        );
}
