// Kinds of prices that came after the first: what is metered, and seats. From the product to the subscription, with each
// SDK that knows them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { assertInvalid } from "./refusals.mjs";
import { older034, sdks } from "./sdks.mjs";
import { api, assertHas, chargesOf, eventually, someEmail, tokens, unique } from "./support.mjs";

const buyer = () => ({ customerEmail: someEmail(), customerBillingAddress: { country: "FR" } });

for (const sdk of sdks) {
  const { checkouts, orders, products, subscriptions } = sdk.with();

  /** Pays a checkout; its order and its subscription. */
  async function pay({ id, clientSecret }, more = {}) {
    const confirmed = await checkouts.clientConfirm(clientSecret, { confirmationTokenId: tokens.approve, ...more });
    assertHas(confirmed, { status: "confirmed" });
    const paid = await eventually(
      () => checkouts.get(id),
      ({ status }) => status === "succeeded",
    );
    assertHas(paid, { status: "succeeded" });
    const [order] = (await orders.list({ checkoutId: id })).items;
    const [subscription] = (await subscriptions.list({ customerId: paid.customerId })).items;
    return { order, subscription };
  }

  describe(`Metered prices with ${sdk.name}`, () => {
    async function metered(name, prices = []) {
      const meter = await api("POST", "/v1/meters/", {
        name: unique(name),
        filter: { conjunction: "and", clauses: [] },
        aggregation: { func: "count" },
      });
      const price = { amountType: "metered_unit", priceCurrency: "usd", meterId: meter.id, unitAmount: "0.5", capAmount: 9000 };
      const product = await products.create({ name: unique(name), recurringInterval: "month", prices: [...prices, price] });
      return { meter, product };
    }

    test("A product, its checkout, its order and its subscription show the meter and the price of a unit", async (context) => {
      const { meter, product } = await metered("Calls");
      context.after(() => products.update(product.id, { isArchived: true }));
      assertHas(product.prices[0], { amountType: "metered_unit", unitAmount: "0.5", capAmount: 9000, meterId: meter.id });
      assert.equal(product.prices[0].meter.name, meter.name);

      const checkout = await checkouts.create({ products: [product.id], ...buyer() });
      assertHas(checkout, { amount: 0, totalAmount: 0, isPaymentRequired: false, isPaymentSetupRequired: true });
      assertHas(checkout.productPrice, { amountType: "metered_unit", unitAmount: "0.5" });
      assertHas(await checkouts.clientGet(checkout.clientSecret), { id: checkout.id, isPaymentFormRequired: true });
      await assertInvalid(sdk, checkouts.clientConfirm(checkout.clientSecret, {}), "body.confirmation_token_id: missing");

      const { order, subscription } = await pay(checkout);
      assertHas(order, { totalAmount: 0, billingReason: "subscription_create" });
      assertHas(subscription, { amount: 0, status: "active", productId: product.id });
      assertHas(subscription.prices[0], { amountType: "metered_unit", unitAmount: "0.5" });
    });

    test("A fixed price beside it is what is paid at once", async (context) => {
      const { product } = await metered("Base", [{ amountType: "fixed", priceAmount: 900, priceCurrency: "usd" }]);
      context.after(() => products.update(product.id, { isArchived: true }));
      const checkout = await checkouts.create({ products: [product.id], ...buyer() });
      assertHas(checkout, { amount: 900, isPaymentRequired: true });
      assertHas(checkout.productPrice, { amountType: "fixed", priceAmount: 900 });

      const { order, subscription } = await pay(checkout);
      assertHas(order, { totalAmount: 900 });
      assert.equal(subscription.prices.length, 2);
      assert.deepEqual(await chargesOf(checkout.id), [{ amount: 900, currency: "USD", outcome: "charged" }]);
    });
  });

  // The one of 2025 does not know the kind: it reads no answer that has such a price in it.
  if (sdk !== older034) {
    describe(`Seats with ${sdk.name}`, () => {
      test("Seats are chosen, changed, paid by their tiers and kept", async (context) => {
        const seatTiers = {
          seatTierType: "graduated",
          tiers: [
            { minSeats: 2, maxSeats: 5, pricePerSeat: 1000 },
            { minSeats: 6, maxSeats: 20, pricePerSeat: 700 },
          ],
        };
        const product = await products.create({
          name: unique("Team"),
          recurringInterval: "month",
          prices: [{ amountType: "seat_based", priceCurrency: "usd", seatTiers }],
        });
        context.after(() => products.update(product.id, { isArchived: true }));
        assertHas(product.prices[0].seatTiers, { minimumSeats: 2, maximumSeats: 20, seatTierType: "graduated" });

        const checkout = await checkouts.create({ products: [product.id], seats: 3, minSeats: 3, maxSeats: 10, ...buyer() });
        assertHas(checkout, { seats: 3, minSeats: 3, maxSeats: 10, amount: 3000 });
        const { clientSecret } = checkout;
        assertHas(await checkouts.clientUpdate(clientSecret, { seats: 7 }), { seats: 7, amount: 5 * 1000 + 2 * 700 });
        await assertInvalid(sdk, checkouts.clientUpdate(clientSecret, { seats: 11 }), "body.seats: less_than_equal");
        await assertInvalid(
          sdk,
          checkouts.create({ products: [product.id], seats: 1 }),
          "body.seats: greater_than_equal",
        );

        const { order, subscription } = await pay(checkout, { seats: 8 });
        assertHas(order, { seats: 8, totalAmount: 5 * 1000 + 3 * 700 });
        assertHas(subscription, { seats: 8, amount: 7100, status: "active" });
        assert.equal((await chargesOf(checkout.id))[0].amount, 7100);
      });
    });
  }
}
