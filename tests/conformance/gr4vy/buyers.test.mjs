// Buyers with their shipping details, and the small resources about how one may pay.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Client } from "@gr4vy/node";

import {
  api,
  assertIs,
  assertRefused,
  cards,
  gr4vy,
  idsOf,
  ofSession,
  pagesOf,
  payCard,
  payWith,
  sdkCard,
  sessionWith,
  unique,
} from "./payments.mjs";
import { assertEchoes, assertError, assertNames, baseUrl, privateKey, unknownId, uuid } from "./support.mjs";

const { buyers } = gr4vy;

const address = {
  city: "San Jose",
  country: "US",
  postalCode: "94560",
  state: "California",
  stateCode: "US-CA",
  line1: "Stafford Appartments",
};
const person = {
  firstName: "John",
  lastName: "Doe",
  emailAddress: "john@example.com",
  phoneNumber: "+1234567890",
  address,
};
const full = () => ({
  displayName: "John Doe",
  externalIdentifier: unique("buyer"),
  accountNumber: "act12345",
  billingDetails: { ...person, taxId: { value: "12345678931", kind: "id.nik" } },
});

describe("Buyers", () => {
  test("create() answers and keeps what was said", async () => {
    const said = full();
    const created = await buyers.create(said);

    assertEchoes(created, said, "buyer");
    assertIs(created, { type: "buyer", merchantAccountId: "default" });
    assert.match(created.id, uuid);
    assert.deepEqual(await buyers.get(created.id), created);
  });

  test("create({}) makes a buyer of whom nothing is known", async () => {
    assertIs(await buyers.create({}), { displayName: null, externalIdentifier: null, billingDetails: null });
  });

  test("update() keeps what it is silent about, and clears with null", async () => {
    const said = full();
    const { id } = await buyers.create(said);
    assertEchoes(await buyers.update({ displayName: "Jane Doe" }, id), { ...said, displayName: "Jane Doe" }, "buyer");

    const cleared = await buyers.update({ billingDetails: null, accountNumber: null }, id);
    assertIs(cleared, { displayName: "Jane Doe", billingDetails: null, accountNumber: null });
    assert.deepEqual(await buyers.get(id), cleared);
  });

  test("delete() removes a buyer, and what follows is a typed 404", async () => {
    const { id } = await buyers.create(full());
    assert.equal(await buyers.delete(id), undefined);

    await assertRefused(buyers.get(id), 404);
    await assertRefused(buyers.update({}, id), 404);
    await assertRefused(buyers.delete(id), 404);
    await assertRefused(buyers.get(unknownId), 404);
  });

  test("list() pages and filters", async () => {
    const displayName = unique("Jane");
    const ids = [];
    for (let i = 0; i < 3; i++) {
      ids.unshift((await buyers.create({ displayName, externalIdentifier: `${displayName}-${i}` })).id);
    }

    const pages = await pagesOf(buyers.list({ search: displayName.toUpperCase(), limit: 2 }));
    assert.deepEqual(
      pages.map((items) => items.length),
      [2, 1],
    );
    assert.deepEqual(idsOf(pages.flat()), ids);
    const { result } = await buyers.list({ externalIdentifier: `${displayName}-1` });
    assert.deepEqual(idsOf(result.items), [ids[1]]);
  });

  test("An external identifier that is taken is a typed 409", async () => {
    const { externalIdentifier } = await buyers.create(full());
    const { id } = await buyers.create(full());

    await assertRefused(buyers.create({ externalIdentifier }), 409);
    await assertRefused(buyers.update({ externalIdentifier }, id), 409);
  });

  test("What is wrong with a buyer is a typed 400 that names it", async () => {
    for (const [pointer, said] of [
      ["/display_name", { displayName: "" }],
      ["/external_identifier", { externalIdentifier: "x".repeat(201) }],
      ["/billing_details/address/country", { billingDetails: { address: { country: "us" } } }],
      ["/billing_details/phone_number", { billingDetails: { phoneNumber: "0123" } }],
      ["/billing_details/tax_id/kind", { billingDetails: { taxId: { value: "1", kind: "xx.none" } } }],
    ]) {
      assertNames((await assertRefused(buyers.create(said), 400)).details, pointer);
    }
  });

  test("A buyer has no gift cards", async () => {
    const { id } = await buyers.create({});

    assert.deepEqual((await buyers.giftCards.list(undefined, id)).items, []);
  });
});

describe("Shipping details", () => {
  test("They are created, read, listed, changed and deleted", async () => {
    const { id: buyerId } = await buyers.create({});
    const created = await buyers.shippingDetails.create(person, buyerId);
    assertEchoes(created, person, "shipping");
    assertIs(created, { type: "shipping-details", buyerId });
    assert.match(created.id, uuid);
    assert.deepEqual(await buyers.shippingDetails.get(buyerId, created.id), created);

    const other = await buyers.shippingDetails.create({ firstName: "Jane" }, buyerId);
    assert.deepEqual(idsOf((await buyers.shippingDetails.list(buyerId)).items), [other.id, created.id]);

    const updated = await buyers.shippingDetails.update({ firstName: "Joe", address: null }, buyerId, created.id);
    assertIs(updated, { firstName: "Joe", lastName: "Doe", address: null });
    await buyers.shippingDetails.delete(buyerId, created.id);
    await assertRefused(buyers.shippingDetails.get(buyerId, created.id), 404);
    assert.deepEqual(idsOf((await buyers.shippingDetails.list(buyerId)).items), [other.id]);
  });

  test("Another buyer's, and those of nobody, are typed 404s", async () => {
    const { id: buyerId } = await buyers.create({});
    const { id: otherId } = await buyers.create({});
    const { id } = await buyers.shippingDetails.create(person, buyerId);

    await assertRefused(buyers.shippingDetails.get(otherId, id), 404);
    await assertRefused(buyers.shippingDetails.update({}, otherId, id), 404);
    await assertRefused(buyers.shippingDetails.delete(otherId, id), 404);
    await assertRefused(buyers.shippingDetails.create(person, unknownId), 404);
    await assertRefused(buyers.shippingDetails.list(unknownId), 404);
  });
});

describe("Payments of a stored buyer", () => {
  test("A payment shows its buyer, named by our id or by the merchant's", async () => {
    const said = full();
    const { id } = await buyers.create(said);
    const { externalIdentifier } = said;

    for (const transaction of [
      await payCard(cards.approved, { buyerId: id }),
      await payCard(cards.approved, { buyerExternalIdentifier: externalIdentifier }),
      await payCard(cards.approved, {}, { buyerId: id }),
      await payWith(ofSession(await sessionWith(), { buyerId: id })),
      await payWith(ofSession(await sessionWith(), { buyerExternalIdentifier: externalIdentifier })),
    ]) {
      assertIs(transaction.buyer, { id, displayName: "John Doe", externalIdentifier, accountNumber: "act12345" });
      assertEchoes(transaction.buyer.billingDetails, said.billingDetails, "buyer");
      assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);
    }

    assert.equal((await gr4vy.transactions.list({ buyerId: id })).result.items.length, 5);
    assert.equal(
      (await gr4vy.transactions.list({ buyerExternalIdentifier: externalIdentifier })).result.items.length,
      5,
    );
  });

  test("The stored buyer's postal code is checked", async () => {
    const { id } = await buyers.create({ billingDetails: { address: { postalCode: "90077" } } });

    assert.equal((await payCard(cards.approved, { buyerId: id })).avsResponseCode, "no_match");
    assert.equal((await payWith(ofSession(await sessionWith()), { buyerId: id })).avsResponseCode, "no_match");
  });

  test("A payment keeps its buyer as it was", async () => {
    const { id } = await buyers.create({ displayName: "Before" });
    const transaction = await payCard(cards.approved, { buyerId: id });
    await buyers.update({ displayName: "After" }, id);
    assert.equal((await gr4vy.transactions.get(transaction.id)).buyer.displayName, "Before");

    await buyers.delete(id);
    assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);
  });

  test("A payment shows where the goods go", async () => {
    const { id } = await buyers.create({});
    const shipping = await buyers.shippingDetails.create(person, id);
    const { shippingDetails } = await payCard(cards.approved, { buyerId: id, shippingDetailsId: shipping.id });

    assertEchoes(shippingDetails, person, "shipping");
    assert.equal(shippingDetails.id, shipping.id);
  });

  test("A buyer and shipping details that are not there are typed 404s, and nothing is charged", async () => {
    const { id } = await buyers.create({});
    const sessionId = await sessionWith();
    for (const more of [{ buyerId: unknownId }, { buyerId: id, shippingDetailsId: unknownId }]) {
      const [pointer] = Object.keys(more)
        .slice(-1)
        .map((name) => `/${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`);
      assertNames((await assertRefused(payWith(ofSession(sessionId), more), 404)).details, pointer);
    }

    assert.equal((await payWith(ofSession(sessionId))).status, "authorization_succeeded");
  });
});

describe("How one may pay", () => {
  test("Card schemes are listed", async () => {
    const { items } = await gr4vy.cardSchemeDefinitions.list();

    for (const [id, displayName] of [
      ["visa", "Visa"],
      ["mastercard", "Mastercard"],
      ["amex", "American Express"],
    ]) {
      assertIs(
        items.find((item) => item.id === id),
        { type: "card-scheme-definition", displayName },
      );
    }
  });

  test("Cards are an option where a payment service takes them", async () => {
    const { items } = await gr4vy.paymentOptions.list({ currency: "USD", country: "US", amount: 1299 });

    assert.deepEqual(
      items.map(({ method, mode, canDelayCapture }) => [method, mode, canDelayCapture]),
      [["card", "card", true]],
    );
    assert.deepEqual((await gr4vy.paymentOptions.list({ currency: "QZX" })).items, []);
    assertNames((await assertRefused(gr4vy.paymentOptions.list({ currency: "usd" }), 400)).details, "/currency");
  });

  test("The first digits of a card tell its scheme", async () => {
    for (const [bin, scheme] of [
      ["411111", "visa"],
      ["55555555", "mastercard"],
      ["378282", "amex"],
    ]) {
      const { status, json } = await api("GET", `/card-details?bin=${bin}&currency=USD&country=US&amount=1299`);
      assert.equal(status, 200, JSON.stringify(json));
      assertIs(json, { type: "card-detail", id: bin, scheme });
    }

    assertError(await api("GET", "/card-details?currency=USD"), 400);
    assertError(await api("GET", "/card-details?bin=4111"), 400);
  });
});

describe("Buyers with the older Node client", () => {
  const client = new Client({ baseUrl, privateKey });

  test("They are added, read, changed, listed and deleted", async () => {
    const externalIdentifier = unique("older");
    const { response, body: added } = await client.addBuyer({ displayName: "John Doe", externalIdentifier });
    assert.equal(response.statusCode, 201);
    assertIs(added, { type: "buyer", displayName: "John Doe", externalIdentifier });

    const { body: updated } = await client.updateBuyer(added.id, { displayName: "Jane Doe" });
    assertIs(updated, { id: added.id, displayName: "Jane Doe", externalIdentifier });
    assert.deepEqual((await client.getBuyer(added.id)).body, updated);
    assert.equal((await client.listBuyers(externalIdentifier)).body.items[0].id, added.id);
    assert.equal((await client.deleteBuyer(added.id)).response.statusCode, 204);
    await assert.rejects(client.getBuyer(added.id), { statusCode: 404 });
  });

  test("They have shipping details", async () => {
    const { body: buyer } = await client.addBuyer({ displayName: "John Doe" });
    const { body: added } = await client.addBuyerShippingDetail(buyer.id, { firstName: "John", lastName: "Doe" });
    assertIs(added, { firstName: "John", lastName: "Doe" });

    const { body: listed } = await client.getBuyerShippingDetails(buyer.id);
    assert.deepEqual(
      listed.items.map(({ id }) => id),
      [added.id],
    );
    await client.updateBuyerShippingDetail(buyer.id, added.id, { firstName: "Jane" });
    assert.equal((await client.deleteBuyerShippingDetail(buyer.id, added.id)).response.statusCode, 204);
  });

  test("It pays for a stored buyer", async () => {
    const { body: buyer } = await client.addBuyer({ displayName: "John Doe" });
    const { body } = await client.authorizeNewTransaction({
      amount: 1,
      currency: "USD",
      paymentMethod: { ...sdkCard(), buyerId: buyer.id },
    });

    assertIs(body.buyer, { id: buyer.id, displayName: "John Doe" });
  });
});
