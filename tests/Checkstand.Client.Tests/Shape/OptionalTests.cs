using System.Text.Json;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;
using FsCheck;
using FsCheck.Fluent;

namespace Checkstand.Client.Tests.Shape;

/// <summary>Absent, null and a value are three things, on the way out and back.</summary>
public sealed class OptionalTests
{
    private static readonly Gen<Optional<string?>> Texts = Gen.OneOf(
        Gen.Constant(default(Optional<string?>)),
        Gen.Constant(new Optional<string?>(null)),
        Gen.Choose(32, 0x2FFF)
            .ListOf()
            .Select(letters => new Optional<string?>(string.Concat(letters.Select(char.ConvertFromUtf32))))
    );

    [Fact]
    public void An_update_comes_back_as_it_was() =>
        Property.Holds(
            from name in Texts
            from tax in Texts
            from amount in Gen.OneOf(
                Gen.Constant(default(Optional<long?>)),
                Gen.Constant(new Optional<long?>(null)),
                Gen.Choose(0, 99_999_999).Select(value => new Optional<long?>(value))
            )
            select (name, tax, amount),
            input =>
            {
                var sent = new CheckoutSessionUpdate
                {
                    Currency = input.name!,
                    PaymentServiceId = input.tax!,
                    Amount = input.amount,
                };
                var json = JsonSerializer.Serialize(sent, Gr4vyJsonContext.Default.CheckoutSessionUpdate);
                var back = JsonSerializer.Deserialize(json, Gr4vyJsonContext.Default.CheckoutSessionUpdate)!;
                return back.Currency == sent.Currency
                    && back.PaymentServiceId == sent.PaymentServiceId
                    && back.Amount == sent.Amount;
            }
        );

    [Fact]
    public void Only_what_was_assigned_is_written()
    {
        var nothing = JsonSerializer.Serialize(new CheckoutUpdate(), PolarJsonContext.Default.CheckoutUpdate);
        var some = JsonSerializer.Serialize(
            new CheckoutUpdate { CustomerName = null, CustomerEmail = "ada@example.com" },
            PolarJsonContext.Default.CheckoutUpdate
        );

        Assert.Equal("{}", nothing);
        Assert.Equal("""{"customer_name":null,"customer_email":"ada@example.com"}""", some);
    }

    [Fact]
    public void Equality_tells_the_three_apart()
    {
        Optional<string?> absent = default;
        Optional<string?> empty = null;
        Optional<string?> value = "a";

        Assert.True(absent == default);
        Assert.True(value == "a");
        Assert.True(absent != empty);
        Assert.True(empty != value);
        Assert.Equal(value.GetHashCode(), new Optional<string?>("a").GetHashCode());
        Assert.False(value.Equals((object?)"a"));
        Assert.Equal(("other", null, "a"), (absent.ValueOr("other"), empty.ValueOr("other"), value.ValueOr("other")));
    }

    [Fact]
    public void The_value_of_what_is_absent_cannot_be_asked_for() =>
        Assert.Throws<InvalidOperationException>(() => default(Optional<int>).Value);

    [Fact]
    public void What_is_absent_cannot_be_written()
    {
        using var writer = new Utf8JsonWriter(Stream.Null);

        Assert.Throws<JsonException>(() =>
            new OptionalConverter<string>().Write(writer, default, Gr4vyJsonContext.Default.Options)
        );
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_word_that_is_no_text_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, Gr4vyJsonContext.Default.CardScheme));
}
