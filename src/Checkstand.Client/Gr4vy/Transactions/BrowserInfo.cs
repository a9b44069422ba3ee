using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>The buyer's browser, for 3-D Secure.</summary>
public sealed class BrowserInfo
{
    /// <summary>Whether the browser runs JavaScript.</summary>
    public bool JavascriptEnabled { get; set; }

    /// <summary>Whether the browser runs Java.</summary>
    public bool JavaEnabled { get; set; }

    /// <summary>Language of the browser.</summary>
    public string Language { get; set; } = "";

    /// <summary>Bits for each pixel of the screen.</summary>
    public int ColorDepth { get; set; }

    /// <summary>Height of the screen in pixels.</summary>
    public int ScreenHeight { get; set; }

    /// <summary>Width of the screen in pixels.</summary>
    public int ScreenWidth { get; set; }

    /// <summary>Minutes between UTC and the browser's time.</summary>
    public int TimeZoneOffset { get; set; }

    /// <summary>Value of the browser's <c>User-Agent</c> header.</summary>
    public string UserAgent { get; set; } = "";

    /// <summary>Kind of device.</summary>
    public BrowserInfoUserDevice UserDevice { get; set; }

    /// <summary>Value of the browser's <c>Accept</c> header.</summary>
    public string? AcceptHeader { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
