// Products, discounts, custom fields, checkout links, customers, organizations: made, read, listed, changed and removed
// with each SDK.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { assertRefused } from "./refusals.mjs";
import { older034, sdks } from "./sdks.mjs";
import { assertHas, credentials, idsOf, send, someEmail, unique } from "./support.mjs";

for (const sdk of sdks) {
  const polar = sdk.with();
  const { products, discounts, customFields, checkoutLinks, customers, organizations } = polar;
  const usd = (priceAmount) => ({ amountType: "fixed", priceAmount, priceCurrency: "usd" });
  const make = (more = {}) =>
    products.create({ name: unique("Book"), recurringInterval: null, prices: [usd(1500)], ...more });

  describe(`Products with ${sdk.name}`, () => {
    test("A product with a fixed price is made, read, listed and archived", async () => {
      const created = await make({ description: "A *book*", metadata: { shelf: 3 } });
      assertHas(created, {
        description: "A *book*",
        isRecurring: false,
        isArchived: false,
        recurringInterval: null,
        organizationId: credentials.organization_id,
        metadata: { shelf: 3 },
        benefits: [],
        medias: [],
      });
      assertHas(created.prices[0], { amountType: "fixed", priceAmount: 1500, priceCurrency: "usd", isArchived: false });
      assert.deepEqual(await products.get(created.id), created);
      assert.deepEqual(idsOf((await products.list({ query: created.name })).items), [created.id]);
      assert.ok(idsOf(await products.all({ isArchived: false, sorting: ["-created_at"] })).includes(created.id));

      assertHas(await products.update(created.id, { isArchived: true }), { isArchived: true, name: created.name });
      assert.deepEqual((await products.list({ query: created.name, isArchived: false })).items, []);
    });

    test("A changed price takes the place of the one before", async () => {
      const { id, prices } = await make();
      const kept = await products.update(id, { prices: [{ id: prices[0].id }], name: "Kept" });
      assert.deepEqual(idsOf(kept.prices), idsOf(prices));

      const changed = await products.update(id, { prices: [usd(2500)] });
      assert.deepEqual(
        changed.prices.filter(({ isArchived }) => !isArchived).map(({ priceAmount }) => priceAmount),
        [2500],
      );
    });

    test("Custom and free prices and intervals", async () => {
      const custom = await make({
        prices: [{ amountType: "custom", priceCurrency: "usd", minimumAmount: 100, maximumAmount: 9000, presetAmount: 500 }],
      });
      assertHas(custom.prices[0], { amountType: "custom", minimumAmount: 100, maximumAmount: 9000, presetAmount: 500 });

      const free = await make({ prices: [sdk === older034 ? { amountType: "free" } : usd(0)] });
      assertHas(free.prices[0], { amountType: "fixed", priceAmount: 0 });

      for (const recurringInterval of ["month", "year"]) {
        assertHas(await make({ recurringInterval }), { isRecurring: true, recurringInterval });
      }
    });

    if (sdk !== older034) {
      test("Seats and trials", async () => {
        const seatTiers = { tiers: [{ minSeats: 1, maxSeats: null, pricePerSeat: 1000 }] };
        const seats = await make({
          recurringInterval: "month",
          trialInterval: "day",
          trialIntervalCount: 14,
          prices: [{ amountType: "seat_based", priceCurrency: "usd", seatTiers }],
        });
        assertHas(seats, { trialInterval: "day", trialIntervalCount: 14 });
        assertHas(seats.prices[0], { amountType: "seat_based" });
        assert.equal(seats.prices[0].seatTiers.tiers[0].pricePerSeat, 1000);

        const checkout = await polar.checkouts.create({ products: [seats.id], seats: 3 });
        assertHas(checkout, { amount: 3000, seats: 3, activeTrialInterval: "day", isPaymentRequired: false });
        await products.update(seats.id, { isArchived: true });
      });
    }
  });

  describe(`Discounts with ${sdk.name}`, () => {
    test("A discount is made, read, listed, changed and removed", async () => {
      const code = unique("code").replaceAll("-", "").slice(0, 24).toUpperCase();
      const created = await discounts.create({
        name: unique("Off"),
        code,
        type: "percentage",
        basisPoints: 1500,
        duration: "repeating",
        durationInMonths: 3,
        maxRedemptions: 5,
        products: [credentials.product_id],
      });
      assertHas(created, { code, type: "percentage", basisPoints: 1500, durationInMonths: 3, maxRedemptions: 5, redemptionsCount: 0 });
      assert.deepEqual(idsOf(created.products), [credentials.product_id]);
      assert.deepEqual(await discounts.get(created.id), created);
      assert.deepEqual(idsOf((await discounts.list({ query: created.name })).items), [created.id]);
      assert.ok(idsOf(await discounts.all({ limit: 100 })).includes(created.id));

      assertHas(await discounts.update(created.id, { name: "Less", maxRedemptions: null }), {
        name: "Less",
        maxRedemptions: null,
        code,
      });
      await discounts.delete(created.id);
      await assertRefused(sdk, discounts.get(created.id), "ResourceNotFound");
    });
  });

  describe(`Custom fields with ${sdk.name}`, () => {
    const kinds = {
      text: { minLength: 2 },
      number: { ge: 0, le: 10 },
      date: {},
      checkbox: {},
      select: { options: [{ value: "a", label: "A" }, { value: "b", label: "B" }] },
    };
    for (const [type, properties] of Object.entries(kinds)) {
      test(`A field of the kind ${type} is made, read, listed, changed and removed`, async () => {
        const slug = unique(type).replaceAll("-", "");
        const created = await customFields.create({ type, slug, name: "Field", properties });
        assertHas(created, { type, slug, name: "Field" });
        assert.deepEqual(await customFields.get(created.id), created);
        assert.deepEqual(idsOf((await customFields.list({ query: slug })).items), [created.id]);
        assertHas(await customFields.update(created.id, { type, name: "Other" }), { name: "Other", slug });

        const product = await make({ attachedCustomFields: [{ customFieldId: created.id, required: false }] });
        assert.deepEqual(
          product.attachedCustomFields.map(({ customFieldId, required }) => [customFieldId, required]),
          [[created.id, false]],
        );
        const checkout = await polar.checkouts.create({ products: [product.id] });
        assert.equal(checkout.attachedCustomFields[0].customField.slug, slug);

        await customFields.delete(created.id);
        await assertRefused(sdk, customFields.get(created.id), "ResourceNotFound");
      });
    }
  });

  describe(`Checkout links with ${sdk.name}`, () => {
    test("A link is made, read, listed, changed, followed and removed", async () => {
      const created = await checkoutLinks.create({
        paymentProcessor: "stripe",
        products: [credentials.product_id],
        label: unique("label"),
        metadata: { campaign: "spring" },
        successUrl: "https://shop.example/thanks",
      });
      assertHas(created, { metadata: { campaign: "spring" }, successUrl: "https://shop.example/thanks", allowDiscountCodes: true });
      assert.deepEqual(idsOf(created.products), [credentials.product_id]);
      assert.deepEqual(await checkoutLinks.get(created.id), created);
      assert.ok(idsOf(await checkoutLinks.all({ productId: credentials.product_id, limit: 100 })).includes(created.id));
      assertHas(await checkoutLinks.update(created.id, { label: "Other", allowDiscountCodes: false }), {
        label: "Other",
        allowDiscountCodes: false,
      });

      const followed = await send("GET", created.url);
      assert.equal(followed.status, 307, followed.text);
      const secret = new URL(followed.headers.get("location")).pathname.split("/").at(-1);
      assertHas(await polar.checkouts.clientGet(secret), { status: "open", productId: credentials.product_id });

      await checkoutLinks.delete(created.id);
      await assertRefused(sdk, checkoutLinks.get(created.id), "ResourceNotFound");
    });
  });

  describe(`Customers with ${sdk.name}`, () => {
    test("A customer is made, read, listed, changed and removed", async () => {
      const email = someEmail();
      const externalId = unique("external");
      const created = await customers.create({
        email,
        externalId,
        name: "Jane Doe",
        metadata: { tier: 1 },
        billingAddress: { country: "FR", city: "Lyon" },
      });
      assertHas(created, { email, externalId, name: "Jane Doe", metadata: { tier: 1 } });
      assert.equal(created.billingAddress.city, "Lyon");
      assert.deepEqual(await customers.get(created.id), created);
      assert.deepEqual(idsOf((await customers.list({ email })).items), [created.id]);
      assert.deepEqual(idsOf(await customers.all({ query: email })), [created.id]);
      assertHas(await customers.update(created.id, { name: "Joan", metadata: {} }), { name: "Joan", email, metadata: {} });

      assertHas(await customers.getExternal(externalId), { id: created.id });
      assertHas(await customers.updateExternal(externalId, { name: "Jean" }), { id: created.id, name: "Jean" });

      const checkout = await polar.checkouts.create({ products: [credentials.product_id], customerId: created.id });
      assertHas(checkout, { customerId: created.id, customerEmail: email, externalCustomerId: externalId });

      await customers.delete(created.id);
      await assertRefused(sdk, customers.get(created.id), "ResourceNotFound");
    });
  });

  describe(`Organizations with ${sdk.name}`, () => {
    test("The organization of the token is read, listed and changed", async () => {
      const read = await organizations.get(credentials.organization_id);
      assert.equal(read.id, credentials.organization_id);
      assert.deepEqual(idsOf((await organizations.list()).items), [credentials.organization_id]);
      assert.deepEqual(idsOf((await organizations.list({ slug: read.slug })).items), [credentials.organization_id]);

      assertHas(await organizations.update(read.id, { name: "Acme & Sons" }), { name: "Acme & Sons", slug: read.slug });
      await organizations.update(read.id, { name: read.name });
      await assertRefused(sdk, organizations.get(credentials.other_organization.organization_id), "ResourceNotFound");
    });
  });
}

