using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkstand.Server.Tests.Durability;

/// <summary>What can change about a session of the proof.</summary>
/// <param name="Step">Counts its updates; written into several fields, so that a torn write would show.</param>
/// <param name="LastFour">Of the card on it; null without one.</param>
/// <param name="IsDeleted">Whether it is gone.</param>
internal sealed record SessionState(int Step, string? LastFour, bool IsDeleted)
{
    public static readonly SessionState Opened = new(0, null, IsDeleted: false);
    public static readonly SessionState Deleted = new(0, null, IsDeleted: true);

    /// <summary>The body that creates or updates a session to this step.</summary>
    public string Body =>
        $$"""{"amount":{{Step}},"currency":"USD","metadata":{"step":"{{Step}}"},"cart_items":[{"name":"Step {{Step}}","quantity":1,"unit_amount":{{Step}}}]}""";

    /// <summary>The state that an answer shows; null when its parts contradict each other.</summary>
    public static SessionState? Of(Answer answer)
    {
        if (answer.Status == 404)
        {
            return Deleted;
        }

        var session = answer.As(200);
        var step = int.Parse(session["metadata"]!["step"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        var isWhole =
            session["amount"]!.GetValue<int>() == step
            && session["cart_items"]![0]!["name"]!.GetValue<string>() == $"Step {step}";
        return isWhole ? new SessionState(step, session["payment_method"]?["label"]?.GetValue<string>(), false) : null;
    }
}

/// <summary>A session as the one client that changes it knows it.</summary>
internal sealed class KnownSession(string id, string expiresAt)
{
    public string Id => id;

    /// <summary>What the server has answered for.</summary>
    public SessionState Acknowledged { get; private set; } = SessionState.Opened;

    /// <summary>What was asked for and not answered: it may have happened or not. Null when there is none.</summary>
    public SessionState? InFlight { get; private set; }

    /// <summary>Changes it; what the server does not answer stays in flight.</summary>
    public async Task ChangeAsync(SessionState next, int statusOfSuccess, Func<Task<Answer>> call)
    {
        InFlight = next;
        var answer = await call();
        if (answer.Status != statusOfSuccess)
        {
            throw new InvalidOperationException($"{answer.Status} under load: {answer.Body}");
        }

        Acknowledged = next;
        InFlight = null;
    }

    /// <summary>
    /// Compares with what a server says now. Whichever way an unanswered change went is from then on what must stay.
    /// </summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public string? Compare(Answer answer)
    {
        var actual = SessionState.Of(answer);
        if (actual is null || (actual != Acknowledged && actual != InFlight))
        {
            return $"{id} is {actual}, acknowledged was {Acknowledged}, in flight {InFlight}: {answer.Body}";
        }

        if (!actual.IsDeleted && answer.Json["expires_at"]!.GetValue<string>() != expiresAt)
        {
            return $"{id} has another end than {expiresAt}: {answer.Body}";
        }

        Acknowledged = actual;
        InFlight = null;
        return null;
    }
}
