namespace Checkstand.Client;

/// <summary>Which of a vendor's clouds.</summary>
public enum ApiServer
{
    /// <summary>The one for trying out: no money moves.</summary>
    Sandbox,

    /// <summary>The one where money moves.</summary>
    Production,
}
