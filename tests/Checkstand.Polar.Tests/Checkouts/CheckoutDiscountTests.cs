using Checkstand.Core.Discounts;
using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Which discounts a checkout takes (contract sections 2.3, 3.3 and 3.4).</summary>
public sealed class CheckoutDiscountTests(PolarServer server) : IClassFixture<PolarServer>
{
    private static readonly Reduction Tenth = new Reduction.Percentage(1000);

    [Fact]
    public async Task A_buyer_types_a_code_in_any_case_and_takes_it_back()
    {
        var code = NewCode();
        await server.DiscountAsync(Tenth, made => made with { Code = code });
        var checkout = await server.CheckoutAsync();

        var reduced = (
            await checkout.ClientUpdateAsync($$"""{"discount_code":"  {{code.ToLowerInvariant()}} "}""")
        ).Expect(200);
        Assert.Equal(100, reduced.NumberAt("/discount_amount"));
        Assert.Equal(code, reduced.TextAt("/discount/code"));
        Assert.Equal(100, (await checkout.ClientUpdateAsync("{}")).Expect(200).NumberAt("/discount_amount"));

        var whole = (await checkout.ClientUpdateAsync("""{"discount_code":null}""")).Expect(200);
        Assert.Equal(0, whole.NumberAt("/discount_amount"));
        Assert.True(whole.IsNullAt("/discount"));
        Assert.True(whole.IsNullAt("/discount_id"));
    }

    [Fact]
    public async Task Where_codes_are_not_allowed_they_are_not_read()
    {
        var given = await server.DiscountAsync(Tenth);
        var checkout = await server.CheckoutAsync($""" "allow_discount_codes":false,"discount_id":"{given.Id}" """);

        Assert.Equal(
            given.Id,
            (await checkout.ClientUpdateAsync("""{"discount_code":"NOTHING"}"""))
                .Expect(200)
                .At("/discount_id")
                .GetGuid()
        );
        Assert.Equal(
            given.Id,
            (await checkout.ClientUpdateAsync("""{"discount_code":null}""")).Expect(200).At("/discount_id").GetGuid()
        );
        Assert.True((await checkout.UpdateAsync("""{"discount_id":null}""")).Expect(200).IsNullAt("/discount_id"));
    }

    [Fact]
    public async Task A_discount_that_does_not_hold_now_does_not_exist()
    {
        var now = server.Clock.GetUtcNow();
        var notYet = await server.DiscountAsync(Tenth, made => made with { StartsAt = now.AddSeconds(1) });
        var over = await server.DiscountAsync(Tenth, made => made with { EndsAt = now });
        var elsewhere = await server.DiscountAsync(
            Tenth,
            made => made with { ProductIds = [server.Products.Recurring] }
        );
        var otherMoney = await server.DiscountAsync(
            new Reduction.Fixed(new Dictionary<string, long> { ["eur"] = 100 })
        );
        foreach (var discount in new[] { notYet, over, elsewhere, otherMoney })
        {
            Assert.Equal(
                ["body.discount_id: value_error"],
                (await server.OpenAsync(server.Acme.ProductId, $""" "discount_id":"{discount.Id}" """))
                    .Expect(422)
                    .Complaints
            );
        }

        (await server.OpenAsync(server.Products.Recurring, $""" "discount_id":"{elsewhere.Id}" """)).Expect(201);
    }

    [Fact]
    public async Task A_free_product_takes_no_discount()
    {
        var discount = await server.DiscountAsync(Tenth);
        Assert.Equal(
            ["body.discount_id: value_error"],
            (await server.OpenAsync(server.Products.Free, $""" "discount_id":"{discount.Id}" """))
                .Expect(422)
                .Complaints
        );
    }

    [Fact]
    public async Task A_discount_goes_with_the_product_that_it_is_for()
    {
        var discount = await server.DiscountAsync(Tenth, made => made with { ProductIds = [server.Acme.ProductId] });
        var forAll = await server.DiscountAsync(Tenth);
        var products = $"\"{server.Acme.ProductId}\",\"{server.Products.Custom}\"";
        foreach (var (id, isKept) in new[] { (discount.Id, false), (forAll.Id, true) })
        {
            var checkout = new OpenCheckout(
                server,
                (await server.Api.PostAsync(Root, $$"""{"products":[{{products}}],"discount_id":"{{id}}"}""")).Expect(
                    201
                )
            );
            var moved = (await checkout.ClientUpdateAsync($$"""{"product_id":"{{server.Products.Custom}}"}""")).Expect(
                200
            );
            Assert.Equal(!isKept, moved.IsNullAt("/discount_id"));
            Assert.Equal(isKept ? 50 : 0, moved.NumberAt("/discount_amount"));
        }
    }

    [Fact]
    public async Task The_discount_of_another_organization_does_not_exist()
    {
        var discount = await server.DiscountAsync(Tenth);
        Assert.Equal(
            ["body.discount_id: value_error"],
            (
                await server.OtherApi.PostAsync(
                    Root,
                    Body(server.Umbrella.ProductId, $""" "discount_id":"{discount.Id}" """)
                )
            )
                .Expect(422)
                .Complaints
        );
    }

    private static string NewCode() => $"SAVE{Core.RandomId.New():N}"[..14].ToUpperInvariant();
}
