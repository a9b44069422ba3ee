using System.Text;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.CustomFields;

/// <summary>What may be answered to custom fields.</summary>
public sealed class FieldAnswersTests
{
    private static readonly FieldKind AnyText = new FieldKind.Text(null, null);

    [Fact]
    public void Answers_to_what_is_not_asked_are_dropped() =>
        Assert.Equal("""{"a":"x"}""", Ask("""{"a":"x","b":"y"}""", Field("a", AnyText)));

    [Fact]
    public void Before_the_end_only_what_was_said_is_there() =>
        Assert.Equal("{}", Ask("{}", Field("a", AnyText), Field("c", new FieldKind.Checkbox(), true)));

    [Fact]
    public void Nothing_said_is_no_answers() =>
        Assert.Equal("{}", Text(FieldAnswers.Check([Field("a", AnyText)], default, false)));

    [Fact]
    public void At_the_end_what_was_not_said_is_null_and_a_box_is_not_ticked() =>
        Assert.Equal(
            """{"a":null,"n":null,"c":false}""",
            AskAtLast(
                "{}",
                Field("a", AnyText),
                Field("n", new FieldKind.Number(null, null)),
                Field("c", new FieldKind.Checkbox())
            )
        );

    [Fact]
    public void At_the_end_everything_that_is_required_is_missed_at_once() =>
        Assert.Equal(
            "custom_field_data.a: missing, custom_field_data.c: missing, custom_field_data.n: missing",
            AskAtLast(
                """{"n":null}""",
                Field("a", AnyText, true),
                Field("c", new FieldKind.Checkbox(), true),
                Field("n", new FieldKind.Number(1, 2), true)
            )
        );

    [Theory]
    [InlineData("true", """{"c":true}""")]
    [InlineData("\"true\"", """{"c":true}""")]
    [InlineData("false", "custom_field_data.c: literal_error")]
    [InlineData("null", "custom_field_data.c: literal_error")]
    [InlineData("\"yes\"", "custom_field_data.c: literal_error")]
    public void A_box_that_is_required_is_ticked(string answer, string expected) =>
        Assert.Equal(expected, AskAtLast($$"""{"c":{{answer}}}""", Field("c", new FieldKind.Checkbox(), true)));

    [Theory]
    [InlineData("true", """{"c":true}""")]
    [InlineData("false", """{"c":false}""")]
    [InlineData("null", """{"c":false}""")]
    [InlineData("1", "custom_field_data.c: bool_type")]
    public void A_box_is_ticked_or_not(string answer, string expected) =>
        Assert.Equal(expected, Ask($$"""{"c":{{answer}}}""", Field("c", new FieldKind.Checkbox(), true)));

    [Fact]
    public void A_text_is_measured_in_characters() =>
        Property.Holds(
            from min in Gen.Choose(0, 4)
            from max in Gen.Choose(4, 8)
            from length in Gen.Choose(0, 10)
            select (min, max, length),
            input =>
            {
                var answer = string.Concat(Enumerable.Repeat("😀", input.length));
                var said = Ask($$"""{"a":"{{answer}}"}""", Field("a", new FieldKind.Text(input.min, input.max)));
                return said
                    == (
                        input.length < input.min ? "custom_field_data.a: string_too_short"
                        : input.length > input.max ? "custom_field_data.a: string_too_long"
                        : Text(
                            new JsonText(
                                System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
                                    new Dictionary<string, string> { ["a"] = answer }
                                )
                            )
                        )
                    );
            }
        );

    [Theory]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("{}")]
    public void A_text_is_text(string answer) =>
        Assert.Equal("custom_field_data.a: string_type", Ask($$"""{"a":{{answer}}}""", Field("a", AnyText)));

    [Fact]
    public void An_integer_lies_between_its_bounds() =>
        Property.Holds(
            from min in Gen.Choose(-10, 0)
            from max in Gen.Choose(0, 10)
            from number in Gen.Choose(-12, 12)
            select (min, max, number),
            input =>
                Ask($$"""{"n":{{input.number}}}""", Field("n", new FieldKind.Number(input.min, input.max)))
                == (
                    input.number < input.min ? "custom_field_data.n: greater_than_equal"
                    : input.number > input.max ? "custom_field_data.n: less_than_equal"
                    : $$"""{"n":{{input.number}}}"""
                )
        );

    [Theory]
    [InlineData("2147483647", """{"n":2147483647}""")]
    [InlineData("2147483648", "custom_field_data.n: less_than_equal")]
    [InlineData("-2147483649", "custom_field_data.n: greater_than_equal")]
    [InlineData("\"12\"", """{"n":12}""")]
    [InlineData("12.5", "custom_field_data.n: int_type")]
    [InlineData("\"12.5\"", "custom_field_data.n: int_type")]
    [InlineData("true", "custom_field_data.n: int_type")]
    public void An_integer_has_32_bits_and_no_fraction(string answer, string expected) =>
        Assert.Equal(expected, Ask($$"""{"n":{{answer}}}""", Field("n", new FieldKind.Number(null, null))));

    [Theory]
    [InlineData("2030-01-15T12:00:00Z", """{"d":"2030-01-15T12:00:00Z"}""")]
    [InlineData("2030-01-15T13:00:00+01:00", """{"d":"2030-01-15T12:00:00Z"}""")]
    [InlineData("2030-01-15", """{"d":"2030-01-15T00:00:00Z"}""")]
    [InlineData("1-2", "custom_field_data.d: datetime_parsing")]
    [InlineData("tomorrow at noon", "custom_field_data.d: datetime_parsing")]
    public void An_instant_is_kept_in_utc(string answer, string expected) =>
        Assert.Equal(expected, Ask($$"""{"d":"{{answer}}"}""", Field("d", new FieldKind.Instant(null, null))));

    [Theory]
    [InlineData(-1, "custom_field_data.d: greater_than_equal")]
    [InlineData(0, """{"d":"2030-01-15T12:00:00Z"}""")]
    [InlineData(60, """{"d":"2030-01-15T12:01:00Z"}""")]
    [InlineData(61, "custom_field_data.d: less_than_equal")]
    public void An_instant_lies_between_its_bounds(int seconds, string expected)
    {
        var start = new DateTimeOffset(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);
        var field = Field("d", new FieldKind.Instant(start.ToUnixTimeSeconds(), start.ToUnixTimeSeconds() + 60));
        Assert.Equal(expected, Ask($$"""{"d":"{{start.AddSeconds(seconds):yyyy-MM-ddTHH:mm:ssZ}}"}""", field));
    }

    [Theory]
    [InlineData("\"s\"", """{"size":"s"}""")]
    [InlineData("\"Small\"", "custom_field_data.size: literal_error")]
    [InlineData("1", "custom_field_data.size: literal_error")]
    public void A_choice_is_one_of_its_values(string answer, string expected) =>
        Assert.Equal(
            expected,
            Ask(
                $$"""{"size":{{answer}}}""",
                Field("size", new FieldKind.Choice([new SelectOption("s", "Small"), new SelectOption("m", "Medium")]))
            )
        );

    [Fact]
    public void Null_takes_an_answer_back_where_none_is_required() =>
        Assert.Equal("""{"a":null}""", Ask("""{"a":null}""", Field("a", new FieldKind.Text(3, null), true)));

    private static (CustomField, bool) Field(string slug, FieldKind kind, bool isRequired = false) =>
        (
            new CustomField
            {
                Id = RandomId.New(),
                OrganizationId = OrganizationId.New(),
                CreatedAt = DateTimeOffset.UnixEpoch,
                Slug = slug,
                Name = slug,
                Kind = kind,
            },
            isRequired
        );

    private static string Ask(string answers, params (CustomField, bool)[] fields) =>
        Text(FieldAnswers.Check(fields, Json(answers), enforceRequired: false));

    private static string AskAtLast(string answers, params (CustomField, bool)[] fields) =>
        Text(FieldAnswers.Check(fields, Json(answers), enforceRequired: true));

    private static JsonText Json(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Text(Result<JsonText, IReadOnlyList<FieldProblem>> result) =>
        result.TryGet(out var cleaned, out var problems)
            ? Text(cleaned)
            : string.Join(", ", problems.Select(problem => $"{string.Join('.', problem.Path)}: {problem.Type}"));

    private static string Text(JsonText json) => json.ToString();
}
