namespace Checkstand.Client;

/// <summary>What an error says of the call that failed.</summary>
/// <param name="Operation">Method and the path's template.</param>
/// <param name="IdempotencyKey">What it was sent with; null when it had none.</param>
internal readonly record struct CallName(string Operation, string? IdempotencyKey = null);
