using Checkstand.Core.Sessions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Sessions;

public sealed class SessionContentTests
{
    // What one slot of a request can hold: silence, null, or one of a few values that must not be mixed up.
    private static readonly Gen<JsonText> Slot = Gen.Elements("", "", "null", "0", "1", "\"x\"", "{}", "[]")
        .Select(Json);

    private static readonly Gen<JsonText> SlotWithoutNull = Gen.Elements("", "", "0", "1", "\"x\"", "{}").Select(Json);

    private static readonly Gen<SessionContent> Any = Slot.ArrayOf(SessionContent.FieldCount).Select(SessionContent.Of);

    private static readonly Gen<SessionContent> WithoutNull = SlotWithoutNull
        .ArrayOf(SessionContent.FieldCount)
        .Select(SessionContent.Of);

    // Only merges make what a session holds, and a merge leaves no null behind.
    private static readonly Gen<SessionContent> Held = Any.Select(SessionContent.Empty.Merge);

    [Fact]
    public void Merging_nothing_changes_nothing() =>
        Property.Holds(Any, content => Same(content.Merge(SessionContent.Empty), content));

    [Fact]
    public void Merging_into_nothing_gives_what_was_said() =>
        Property.Holds(WithoutNull, content => Same(SessionContent.Empty.Merge(content), content));

    [Fact]
    public void Merging_twice_is_merging_once() =>
        Property.Holds(
            from held in Held
            from update in Any
            select (held, update),
            pair => Same(pair.held.Merge(pair.update).Merge(pair.update), pair.held.Merge(pair.update))
        );

    [Fact]
    public void Updates_without_null_can_be_merged_with_each_other_first() =>
        Property.Holds(
            from held in Held
            from first in WithoutNull
            from second in WithoutNull
            select (held, first, second),
            all => Same(all.held.Merge(all.first).Merge(all.second), all.held.Merge(all.first.Merge(all.second)))
        );

    // Why an update is never kept as a patch: its null would be lost in a merge with the next one.
    [Fact]
    public void Updates_with_null_must_be_merged_in_turn()
    {
        var held = Content((SessionField.Amount, "1"));
        var clearing = Content((SessionField.Amount, "null"));

        Assert.False(held.Merge(clearing).Merge(SessionContent.Empty)[SessionField.Amount].IsPresent);
        Assert.True(held.Merge(SessionContent.Empty.Merge(clearing))[SessionField.Amount].IsPresent);
    }

    [Fact]
    public void A_merge_leaves_no_null_behind_where_an_update_spoke() =>
        Property.Holds(
            from held in Held
            from update in Any
            select held.Merge(update),
            merged => merged.Slots().All(slot => !slot.IsPresent || slot.HasValue)
        );

    [Fact]
    public void Each_field_is_merged_by_itself() =>
        Property.Holds(
            from held in Held
            from update in Any
            select (held, update),
            pair =>
            {
                var merged = pair.held.Merge(pair.update);
                return Enum.GetValues<SessionField>()
                    .All(field => merged[field] == Expected(pair.held[field], pair.update[field]));
            }
        );

    [Fact]
    public void A_merge_leaves_both_its_sources_alone() =>
        Property.Holds(
            from held in Held
            from update in Any
            select (held, update),
            pair =>
            {
                var (before, said) = (pair.held.Slots(), pair.update.Slots());
                pair.held.Merge(pair.update);
                return pair.held.Slots().SequenceEqual(before) && pair.update.Slots().SequenceEqual(said);
            }
        );

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(13)]
    public void Another_number_of_slots_is_a_bug(int count) =>
        Assert.Throws<ArgumentException>(() => SessionContent.Of(new JsonText[count]));

    [Fact]
    public void There_is_a_slot_for_each_field() =>
        Assert.Equal(Enum.GetValues<SessionField>().Length, SessionContent.FieldCount);

    [Theory]
    [InlineData("1299", 1299L)]
    [InlineData("0", 0L)]
    [InlineData("null", null)]
    [InlineData("", null)]
    public void The_amount_is_read_in_minor_units(string json, long? expected) =>
        Assert.Equal(expected, Content((SessionField.Amount, json)).AmountMinorUnits);

    private static JsonText Expected(JsonText held, JsonText said) =>
        said.ToString() switch
        {
            "" => held,
            "null" => default,
            _ => said,
        };

    private static bool Same(SessionContent left, SessionContent right) => left.Slots().SequenceEqual(right.Slots());
}
