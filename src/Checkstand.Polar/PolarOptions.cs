namespace Checkstand.Polar;

/// <summary>Settings of this dialect.</summary>
public sealed class PolarOptions
{
    /// <summary>
    /// Where buyers reach this server, without a slash at its end: the start of every address in answers. Null, the
    /// default, for the address that the request came in by.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>
    /// The address that the server listens at, set once it does: the start of addresses in webhooks, which no request came
    /// in for, where <see cref="PublicUrl"/> is not set.
    /// </summary>
    public string? ListensAt { get; set; }

    /// <summary>The start of addresses where there is no request.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    internal string OwnUrl =>
        PublicUrl ?? ListensAt ?? throw new InvalidOperationException("The server does not listen yet.");

    /// <summary>Whether answers say that nothing here is real money: <c>X-Polar-Sandbox: 1</c>.</summary>
    public bool IsSandbox { get; set; }
}
