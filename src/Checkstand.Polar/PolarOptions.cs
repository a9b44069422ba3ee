namespace Checkstand.Polar;

/// <summary>Settings of this dialect.</summary>
public sealed class PolarOptions
{
    /// <summary>
    /// Where buyers reach this server, without a slash at its end: the start of every address in answers. Null, the
    /// default, for the address that the request came in by.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether answers say that nothing here is real money: <c>X-Polar-Sandbox: 1</c>.</summary>
    public bool IsSandbox { get; set; }
}
