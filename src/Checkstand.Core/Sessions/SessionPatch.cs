namespace Checkstand.Core.Sessions;

/// <summary>What a create or update request says.</summary>
/// <param name="Content">Fields to set; an absent slot keeps, a <c>null</c> slot clears.</param>
/// <param name="ExpiresIn">Life of the session from now on, 3600 s to 86400 s; null when the request is silent.</param>
public sealed record SessionPatch(SessionContent Content, TimeSpan? ExpiresIn)
{
    /// <summary>A request without a body.</summary>
    public static readonly SessionPatch Silent = new(SessionContent.Empty, null);
}
