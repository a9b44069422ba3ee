using System.Text;
using Xunit;

namespace Checkstand.Wire.Tests;

/// <summary>Values whose JSON is kept with them.</summary>
public sealed class WrittenOnceTests
{
    private int writes;

    [Fact]
    public void A_value_is_written_once_however_often_it_is_answered()
    {
        var kept = Kept();
        var value = new Named("a");

        Assert.Equal("""[{"name":"a"},{"name":"a"}]""", Answer(kept, value, value));
        Assert.Equal("""[{"name":"a"}]""", Answer(kept, value));
        Assert.Equal(1, writes);
    }

    [Fact]
    public void Another_value_has_a_text_of_its_own() =>
        Assert.Equal("""[{"name":"a"},{"name":"b"}]""", Answer(Kept(), new Named("a"), new Named("b")));

    private WrittenOnce<Named> Kept() =>
        new(
            (writer, value) =>
            {
                writes++;
                writer.WriteStartObject();
                writer.WriteString("name", value.Name);
                writer.WriteEndObject();
            }
        );

    private static string Answer(WrittenOnce<Named> kept, params Named[] values) =>
        Encoding.UTF8.GetString(
            AnswerBuffer.Write(
                values,
                (writer, all) =>
                {
                    writer.WriteStartArray();
                    foreach (var value in all)
                    {
                        kept.Write(writer, value);
                    }

                    writer.WriteEndArray();
                }
            )
        );

    private sealed record Named(string Name);
}
