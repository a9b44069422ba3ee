namespace Checkstand.Core.Sessions;

/// <summary>Settings of the session rules (configuration section <c>Sessions</c>).</summary>
public sealed class SessionOptions
{
    /// <summary>
    /// When set, receipt of secure fields moves the session's end to so many seconds later. The vendor's older documents
    /// say 300; newer ones are silent, hence the default null: the end stays. Range 60 to 86400.
    /// </summary>
    public int? LifeAfterFieldsSeconds { get; set; }

    /// <summary>Days for which an ended session's row is kept, without its card. Default 30, range 0 to 3650.</summary>
    public int RetentionDays { get; set; } = 30;

    /// <summary>
    /// How often a minute a session's fields may be sent by browsers. Default 50 (contract gr4vy section 1.2), range 0
    /// to 10000; 0 is no limit, as in the sandbox.
    /// </summary>
    public int FieldsPerMinuteMax { get; set; } = 50;

    /// <summary>The first setting that is out of its range, in words; null when all are fine.</summary>
    public string? Problem =>
        LifeAfterFieldsSeconds is < 60 or > 86_400 ? "Sessions:LifeAfterFieldsSeconds must be 60 to 86400, or absent."
        : RetentionDays is < 0 or > 3650 ? "Sessions:RetentionDays must be 0 to 3650."
        : FieldsPerMinuteMax is < 0 or > 10_000 ? "Sessions:FieldsPerMinuteMax must be 0 to 10000."
        : null;
}
