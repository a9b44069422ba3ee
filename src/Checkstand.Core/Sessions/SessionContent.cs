using System.Runtime.InteropServices;

namespace Checkstand.Core.Sessions;

/// <summary>
/// What the merchant said about a session: one slot for each <see cref="SessionField"/>. Immutable. The core reads
/// the money facts and carries the rest.
/// </summary>
public sealed class SessionContent
{
    /// <summary>Number of slots.</summary>
    public static readonly int FieldCount = Enum.GetValues<SessionField>().Length;

    /// <summary>Nothing said.</summary>
    public static readonly SessionContent Empty = new(new JsonText[FieldCount]);

    private readonly JsonText[] slots;

    private SessionContent(JsonText[] slots) => this.slots = slots;

    /// <summary>Takes the slots in the order of <see cref="SessionField"/>; the array must not be written to afterwards.</summary>
    /// <exception cref="ArgumentException">The array has another length than <see cref="FieldCount"/>.</exception>
    public static SessionContent Of(JsonText[] slots) =>
        slots.Length == FieldCount
            ? new SessionContent(slots)
            : throw new ArgumentException($"Expected {FieldCount} slots, got {slots.Length}.", nameof(slots));

    /// <summary>The slot of a field; not present when nothing was said.</summary>
    public JsonText this[SessionField field] => slots[(int)field];

    /// <summary>What is to be paid, in minor units; null when not said.</summary>
    public long? AmountMinorUnits => this[SessionField.Amount].AsInt64();

    /// <summary>
    /// Bytes of memory that the slots keep alive, at most: each is a slice of the body or the row that it came in, and keeps
    /// the whole of it. Neighbours mostly came together.
    /// </summary>
    public long HeldBytes
    {
        get
        {
            long bytes = 0;
            byte[]? last = null;
            foreach (var slot in slots)
            {
                if (MemoryMarshal.TryGetArray(slot.Utf8, out var slice) && slice.Array != last && slice.Count > 0)
                {
                    last = slice.Array;
                    bytes += last!.Length;
                }
            }

            return bytes;
        }
    }

    /// <summary>
    /// This content after an update: a field that the update does not mention stays, <c>null</c> clears it, a value
    /// replaces it whole (contract gr4vy section 2.7; docs/decisions/0004).
    /// </summary>
    public SessionContent Merge(SessionContent update)
    {
        var merged = new JsonText[FieldCount];
        for (var i = 0; i < merged.Length; i++)
        {
            var said = update.slots[i];
            merged[i] =
                !said.IsPresent ? slots[i]
                : said.HasValue ? said
                : default;
        }

        return new SessionContent(merged);
    }
}
