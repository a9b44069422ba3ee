using System.Text;
using Checkstand.Core.Merchants;
using Checkstand.Core.Sessions;

namespace Checkstand.Core.Tests;

/// <summary>Values that many tests need and none is about.</summary>
internal static class Known
{
    public static readonly DateTimeOffset Now = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);
    public static readonly MerchantAccountId Owner = MerchantAccountId.Default;
    public static readonly MerchantAccountId Stranger = MerchantAccountId.Parse("stranger");

    public static JsonText Json(string text) => new(Encoding.UTF8.GetBytes(text));

    public static SessionContent Content(params ReadOnlySpan<(SessionField Field, string Json)> said)
    {
        var slots = new JsonText[SessionContent.FieldCount];
        foreach (var (field, json) in said)
        {
            slots[(int)field] = Json(json);
        }

        return SessionContent.Of(slots);
    }

    public static SessionPatch Patch(params ReadOnlySpan<(SessionField Field, string Json)> said) =>
        new(Content(said), null);

    public static JsonText[] Slots(this SessionContent content) =>
        [.. Enum.GetValues<SessionField>().Select(field => content[field])];
}
