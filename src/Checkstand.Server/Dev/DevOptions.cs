using Checkstand.Server.Dev.Faults;

namespace Checkstand.Server.Dev;

/// <summary>Settings that only the sandbox has (section <c>Dev</c>).</summary>
internal sealed class DevOptions
{
    /// <summary>
    /// The step of a payment at which the process kills itself, as <c>name</c> or <c>name:N</c> for the N-th time; null,
    /// the default, for none. Tests prove with it that a crash loses and doubles nothing.
    /// </summary>
    public string? KillAt { get; set; }

    /// <summary>What is wrong with the settings, in words; null when nothing is.</summary>
    public string? Problem =>
        KillAt is null || FaultPoint.TryParse(KillAt, out _, out _)
            ? null
            : $"Dev:KillAt must be one of these, or one with ':' and how many times: {string.Join(", ", FaultPoint.All.Select(point => point.Name))}.";
}
