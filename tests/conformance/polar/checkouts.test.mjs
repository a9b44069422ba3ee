// The seven operations of checkouts with each SDK, as far as no payment is needed.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { older034, sdks } from "./sdks.mjs";
import { api, assertHas, baseUrl, credentials, idsOf, send, someEmail, unique } from "./support.mjs";

const { organization_id: organizationId, product_id: productId } = credentials;
const time = (value) => (value instanceof Date ? value.valueOf() : Date.parse(value));

for (const sdk of sdks) {
  const { checkouts, discounts } = sdk.with();
  const product = await api("GET", `/v1/products/${productId}`);
  const [price] = product.prices;
  const create = (body = {}) => checkouts.create({ products: [productId], ...body });

  describe(`Creating a checkout with ${sdk.name}`, () => {
    test("create() with products answers an open checkout of the first of them", async () => {
      const products = [productId, credentials.free_product_id];
      const checkout = await checkouts.create({ products });

      assertHas(checkout, {
        status: "open",
        organizationId,
        productId,
        productPriceId: price.id,
        amount: price.price_amount,
        discountAmount: 0,
        netAmount: price.price_amount,
        totalAmount: price.price_amount,
        currency: "usd",
        paymentProcessor: "stripe",
        isPaymentRequired: true,
        isPaymentSetupRequired: false,
        isPaymentFormRequired: true,
        isFreeProductPrice: false,
        isDiscountApplicable: true,
        allowDiscountCodes: true,
        requireBillingAddress: false,
        metadata: {},
        customerMetadata: {},
        attachedCustomFields: [],
      });
      assert.deepEqual(idsOf(checkout.products), products);
      assert.equal(checkout.product.id, productId);
      assert.equal(checkout.productPrice.id, price.id);
      assert.match(checkout.clientSecret, /^polar_c_[0-9A-Za-z]{43}$/);
      assert.equal(checkout.url, `${baseUrl}/checkout/${checkout.clientSecret}`);
      assert.equal(checkout.successUrl, `${checkout.url}/confirmation`);
      assert.equal(time(checkout.expiresAt) - time(checkout.createdAt), 24 * 3600 * 1000);
    });

    test("create() with the older product_id and product_price_id makes the same checkout", async () => {
      for (const body of [{ productId }, { productPriceId: price.id }]) {
        const checkout = await checkouts.create(body);

        assertHas(checkout, { status: "open", productId, productPriceId: price.id, amount: price.price_amount });
        assert.deepEqual(idsOf(checkout.products), [productId]);
      }
    });

    test("create() keeps everything that it is given", async () => {
      const email = someEmail();
      const checkout = await create({
        customerName: "Jane Doe",
        customerEmail: email,
        customerIpAddress: "203.0.113.7",
        customerBillingAddress: { country: "US", line1: "1 Main St", city: "Springfield", state: "IL", postalCode: "62701" },
        externalCustomerId: unique("external"),
        metadata: { text: "a", whole: 1, fraction: 1.5, yes: true, "Own-Key with spaces": "kept" },
        customerMetadata: { tier: "gold", seats: 3, vip: false },
        successUrl: "https://shop.example/thanks?checkout={CHECKOUT_ID}",
        embedOrigin: "https://shop.example",
        allowDiscountCodes: false,
      });

      assertHas(checkout, {
        customerName: "Jane Doe",
        customerEmail: email,
        customerIpAddress: "203.0.113.7",
        metadata: { text: "a", whole: 1, fraction: 1.5, yes: true, "Own-Key with spaces": "kept" },
        customerMetadata: { tier: "gold", seats: 3, vip: false },
        successUrl: `https://shop.example/thanks?checkout=${checkout.id}`,
        embedOrigin: "https://shop.example",
        allowDiscountCodes: false,
        requireBillingAddress: true,
      });
      assertHas(checkout.customerBillingAddress, { country: "US", line1: "1 Main St", city: "Springfield", state: "US-IL" });
    });

    test("create() of a free product asks for nothing to be paid", async () => {
      assertHas(await checkouts.create({ products: [credentials.free_product_id] }), {
        amount: 0,
        totalAmount: 0,
        isFreeProductPrice: true,
        isPaymentRequired: false,
        isPaymentFormRequired: false,
        isDiscountApplicable: false,
      });
    });

    test("create() of a product with a custom price takes the amount", async () => {
      const checkout = await checkouts.create({ products: [credentials.custom_price_product_id], amount: 4321 });

      assertHas(checkout, { amount: 4321, totalAmount: 4321 });
      assert.equal(checkout.productPrice.amountType, "custom");
    });

    test("create() of a recurring product needs a card for later", async () => {
      const checkout = await checkouts.create({ products: [credentials.recurring_product_id] });

      assertHas(checkout, { isPaymentSetupRequired: true, isPaymentFormRequired: true });
      assert.equal(checkout.product.isRecurring, true);
    });

    test("create() with discounts of each kind takes them off", async () => {
      for (const [body, off] of [
        [{ type: "percentage", duration: "once", basisPoints: 2500 }, Math.round(price.price_amount / 4)],
        [{ type: "percentage", duration: "repeating", durationInMonths: 3, basisPoints: 10000 }, price.price_amount],
        [{ type: "fixed", duration: "once", amount: 100, currency: "usd" }, 100],
        [{ type: "fixed", duration: "repeating", durationInMonths: 2, amount: 200, currency: "usd" }, 200],
        [{ type: "fixed", duration: "forever", amount: 300, currency: "usd" }, 300],
      ]) {
        const { id } = await discounts.create({ name: "Off", organizationId: undefined, ...body });
        const checkout = await create({ discountId: id });

        assertHas(checkout, { discountId: id, discountAmount: off, totalAmount: price.price_amount - off });
        assertHas(checkout.discount, { id, type: body.type, duration: body.duration });
      }
    });
  });

  describe(`Reading checkouts with ${sdk.name}`, () => {
    test("get() answers what create() made", async () => {
      const created = await create({ metadata: { a: "b" } });

      assert.deepEqual(await checkouts.get(created.id), created);
    });

    test("list() answers pages that the iterator walks through to the end", async () => {
      const email = someEmail();
      const created = [];
      for (let made = 0; made < 5; made++) {
        created.push((await create({ customerEmail: email })).id);
      }

      const first = await checkouts.list({ query: email, limit: 2 });
      assert.deepEqual(first.pagination, { totalCount: 5, maxPage: 3 });
      assert.deepEqual(idsOf(first.items), created.toReversed().slice(0, 2));
      assert.deepEqual(idsOf(await checkouts.all({ query: email, limit: 2 })), created.toReversed());
      assert.deepEqual(
        idsOf((await checkouts.list({ query: email.toUpperCase(), sorting: ["created_at", "-status"], page: 2, limit: 3 })).items),
        created.slice(3),
      );
    });

    test("list() takes every filter, alone and in lists", async () => {
      const email = someEmail();
      const { id } = await create({ customerEmail: email });
      const other = await checkouts.create({ products: [credentials.free_product_id], customerEmail: email });
      const found = async (query) => idsOf((await checkouts.list({ query: email, ...query })).items);

      assert.deepEqual(await found({ productId }), [id]);
      assert.deepEqual(await found({ productId: [productId, credentials.free_product_id] }), [other.id, id]);
      assert.deepEqual(await found({ organizationId, status: "open" }), [other.id, id]);
      assert.deepEqual(await found({ organizationId: [organizationId], status: ["succeeded", "expired"] }), []);
      assert.deepEqual(await found({ customerId: organizationId }), []);
      if (sdk !== older034) {
        assert.deepEqual(await found({ externalCustomerId: [unique("nobody"), "ç&="] }), []);
      }
    });

    test("An empty list has no pages", async () => {
      assert.deepEqual(await checkouts.list({ query: unique("nobody") }), {
        items: [],
        pagination: { totalCount: 0, maxPage: 0 },
      });
    });
  });

  describe(`Updating a checkout with ${sdk.name}`, () => {
    test("update() changes what is said and keeps the rest", async () => {
      const created = await create({ customerName: "Jane", metadata: { a: "b" } });
      const updated = await checkouts.update(created.id, { metadata: { c: 2 }, customerEmail: "jane@example.com" });

      assertHas(updated, { id: created.id, customerName: "Jane", customerEmail: "jane@example.com", metadata: { c: 2 } });
      assert.deepEqual(await checkouts.get(created.id), updated);
    });

    test("update() with nulls removes what can be removed and keeps the rest", async () => {
      const discount = await discounts.create({ name: "Off", type: "fixed", duration: "once", amount: 100, currency: "usd" });
      const { id } = await create({
        discountId: discount.id,
        customerName: "Jane",
        customerEmail: "jane@example.com",
        embedOrigin: "https://shop.example",
        successUrl: "https://shop.example/thanks",
        customerBillingAddress: { country: "FR" },
      });
      const updated = await checkouts.update(id, {
        discountId: null,
        customerName: null,
        customerEmail: null,
        embedOrigin: null,
        successUrl: null,
        customerTaxId: null,
        customerBillingAddress: null,
        productId: null,
        amount: null,
      });

      assertHas(updated, {
        discountId: null,
        discount: null,
        customerName: null,
        customerEmail: null,
        embedOrigin: null,
        successUrl: `${updated.url}/confirmation`,
        customerTaxId: null,
        productId,
        amount: price.price_amount,
        totalAmount: price.price_amount,
      });
      assert.equal(updated.customerBillingAddress.country, "FR");
    });

    test("update() with nothing changes nothing", async () => {
      const created = await create();

      assertHas(await checkouts.update(created.id, {}), { id: created.id, amount: created.amount, status: "open" });
    });

    test("update() chooses another of the products", async () => {
      const { id } = await checkouts.create({ products: [productId, credentials.free_product_id] });

      assertHas(await checkouts.update(id, { productId: credentials.free_product_id }), {
        productId: credentials.free_product_id,
        totalAmount: 0,
        isPaymentFormRequired: false,
      });
    });
  });

  describe(`A checkout in the browser with ${sdk.name}`, () => {
    const visitor = sdk.with(sdk.isStrict ? null : credentials.access_token).checkouts;

    test("clientGet() answers the public view with the organization and without the seller's data", async () => {
      const created = await create({ metadata: { secret: "seller" }, customerMetadata: { secret: "seller" } });
      const shown = await visitor.clientGet(created.clientSecret);

      assertHas(shown, { id: created.id, status: "open", url: created.url, totalAmount: created.totalAmount });
      assert.equal(shown.organization.id, organizationId);
      assert.equal(shown.product.id, productId);
      const raw = await send("GET", `/v1/checkouts/client/${created.clientSecret}`);
      assert.ok(!raw.text.includes("seller"), raw.text);
    });

    test("clientUpdate() changes what a buyer may change", async () => {
      const code = unique("code").replaceAll("-", "").slice(0, 20);
      await discounts.create({ name: "Code", code, type: "percentage", duration: "once", basisPoints: 5000 });
      const { clientSecret } = await create();

      const updated = await visitor.clientUpdate(clientSecret, {
        customerName: "Jane",
        customerEmail: "jane@example.com",
        customerBillingAddress: { country: "US", state: "CA", line1: "1 Main St", city: "LA", postalCode: "90001" },
        discountCode: ` ${code.toUpperCase()} `,
      });
      assertHas(updated, {
        customerName: "Jane",
        customerEmail: "jane@example.com",
        discountAmount: Math.round(price.price_amount / 2),
      });
      assert.equal(updated.customerBillingAddress.state, "US-CA");
      assertHas(await visitor.clientUpdate(clientSecret, { discountCode: null }), { discountAmount: 0, discount: null });
    });

    test("clientUpdate() names an amount for a custom price", async () => {
      const { clientSecret } = await checkouts.create({ products: [credentials.custom_price_product_id] });

      assertHas(await visitor.clientUpdate(clientSecret, { amount: 1234 }), { amount: 1234, totalAmount: 1234 });
    });
  });
}

describe("Checkouts as other clients reach them", () => {
  const token = credentials.access_token;

  test("The older prefix, both slashes and the versions answer alike", async () => {
    const { id } = await api("POST", "/v1/checkouts/custom/", { product_id: productId });
    for (const path of [`/v1/checkouts/${id}`, `/v1/checkouts/${id}/`, `/v1/checkouts/custom/${id}`]) {
      for (const version of ["2026-04", "2026-10", "2027-01"]) {
        const answer = await send("GET", path, { token, headers: { "polar-version": version } });
        assert.equal(answer.status, 200, `${path}: ${answer.text}`);
        assert.equal(answer.headers.get("polar-version"), version);
        assert.equal(answer.json.id, id);
      }
    }
    assert.equal((await send("GET", `/v1/checkouts/${id}`, { token, headers: { "polar-version": "2019-01" } })).status, 404);
  });
});
