using System.Text;
using System.Text.Json;

namespace Checkstand.Client.Tests.Shape;

/// <summary>What stays in memory after an answer was read, and that it is bounded.</summary>
public sealed class RecurringTextTests
{
    [Fact]
    public void A_text_that_is_too_long_for_a_word_is_not_kept()
    {
        var texts = new RecurringText(128);
        var longest = new string('a', 64);

        Assert.Same(Read(texts, longest), Read(texts, longest));
        Assert.NotSame(Read(texts, longest + "a"), Read(texts, longest + "a"));
    }

    [Fact]
    public void A_text_gives_its_place_to_another()
    {
        var texts = new RecurringText(1);

        var first = Read(texts, "a");
        Read(texts, "b");

        Assert.NotSame(first, Read(texts, "a"));
    }

    private static string Read(RecurringText texts, string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{text}\""));
        reader.Read();
        return texts.Read(ref reader);
    }
}
