// Stored payment methods: stored from a card and from a session, read, changed, deleted and put on sessions.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Client } from "@gr4vy/node";

import {
  api,
  assertIs,
  assertRefused,
  cards,
  client,
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
import {
  assertEnvelope,
  assertError,
  assertNames,
  baseUrl,
  fingerprint,
  privateKey,
  putFields,
  refusal,
  unknownId,
  uuid,
} from "./support.mjs";

const { paymentMethods } = gr4vy;

const store = (number = cards.approved, more = {}) => paymentMethods.create(sdkCard(number, more));
const ofId = (id, more = {}) => ({ method: "id", id, ...more });

/** A session with a stored method on it. */
async function sessionOf(id, more = {}) {
  const { id: session } = await gr4vy.checkoutSessions.create();
  const put = await putFields(session, ofId(id, more));
  assert.equal(put.status, 204, put.text);
  return session;
}

describe("Storing a payment method", () => {
  test("A card is stored, and shown without its number and code", async () => {
    const externalIdentifier = unique("method");
    const stored = await store("4242424242424242", { externalIdentifier });

    assertIs(stored, {
      type: "payment-method",
      merchantAccountId: "default",
      method: "card",
      mode: "card",
      scheme: "visa",
      label: "4242",
      expirationDate: "12/35",
      status: "succeeded",
      usageCount: 0,
      citUsageCount: 0,
      hasReplacement: false,
      externalIdentifier,
    });
    assert.match(stored.id, uuid);
    assert.match(stored.fingerprint, fingerprint);
    assert.equal(stored.details.bin, "424242");
    assert.deepEqual(await paymentMethods.get(stored.id), stored);
    assert.doesNotMatch((await api("GET", `/payment-methods/${stored.id}`)).text, /4242424242424242|security_code/);
  });

  test("The card of a session is stored, and the session can still be paid with", async () => {
    const session = await sessionWith("5555555555554444");
    const stored = await paymentMethods.create(ofSession(session));

    assertIs(stored, {
      method: "card",
      scheme: "mastercard",
      label: "4444",
      expirationDate: "12/35",
      status: "succeeded",
    });
    assert.equal((await payWith(ofSession(session))).status, "authorization_succeeded");
  });

  test("The same card has the same fingerprint, stored and paid with", async () => {
    const [one, other] = [await store(), await store()];

    assert.notEqual(one.id, other.id);
    assert.equal(one.fingerprint, other.fingerprint);
    assert.equal((await payCard()).paymentMethod.fingerprint, one.fingerprint);
  });

  test("A session without a card, ended or unknown is refused", async () => {
    const { id: empty } = await gr4vy.checkoutSessions.create();
    const deleted = await sessionWith();
    await gr4vy.checkoutSessions.delete(deleted);

    await assertRefused(paymentMethods.create(ofSession(empty)), 400);
    await assertRefused(paymentMethods.create(ofSession(deleted)), 404);
    await assertRefused(paymentMethods.create(ofSession(unknownId)), 404);
  });

  test("What is wrong with a card is a typed 400 that names it", async () => {
    for (const [pointer, more] of [
      ["/number", { number: "4111" }],
      ["/number", { number: "411111111111111a" }],
      ["/expiration_date", { expirationDate: "2035-12" }],
      ["/security_code", { securityCode: "1" }],
      ["/external_identifier", { externalIdentifier: "" }],
    ]) {
      assertNames((await assertRefused(store(cards.approved, more), 400)).details, pointer);
    }
  });

  test("A method that can't be stored here is a 400", async () => {
    const body = { method: "paypal", currency: "USD", country: "US", redirect_url: "https://example.com" };

    assertError(await api("POST", "/payment-methods", { body }), 400, { message: null });
  });

  test("The same request under its key stores once", async () => {
    const headers = { "idempotency-key": unique("store") };
    const body = { method: "card", number: cards.approved, expiration_date: "12/35" };
    const [first, again] = [
      await api("POST", "/payment-methods", { body, headers }),
      await api("POST", "/payment-methods", { body, headers }),
    ];

    assert.equal(first.status, 201);
    assert.equal(again.text, first.text);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
  });
});

describe("Stored payment methods", () => {
  test("list() pages and filters", async () => {
    const buyerExternalIdentifier = unique("buyer");
    const ids = [];
    for (let i = 0; i < 3; i++) {
      ids.unshift(
        (
          await store(cards.approved, {
            buyerExternalIdentifier,
            externalIdentifier: `${buyerExternalIdentifier}-${i}`,
          })
        ).id,
      );
    }

    const pages = await pagesOf(paymentMethods.list({ buyerExternalIdentifier, limit: 2 }));
    assert.deepEqual(
      pages.map((items) => items.length),
      [2, 1],
    );
    assert.deepEqual(idsOf(pages.flat()), ids);
    const found = async (filter) => idsOf((await paymentMethods.list(filter)).result.items);
    assert.deepEqual(await found({ externalIdentifier: `${buyerExternalIdentifier}-1` }), [ids[1]]);
    assert.deepEqual(await found({ buyerExternalIdentifier, status: ["succeeded"] }), ids);
    assert.deepEqual(await found({ buyerExternalIdentifier, status: ["failed"] }), []);
    assert.deepEqual(await found({ buyerId: unknownId }), []);
  });

  test("A buyer's methods are listed to choose from", async () => {
    const { id: buyerId } = await gr4vy.buyers.create({ displayName: "John Doe" });
    const one = await store(cards.approved, { buyerId });
    const other = await store("5555555555554444", { buyerId });

    assert.deepEqual(idsOf((await gr4vy.buyers.paymentMethods.list({ buyerId })).items), [other.id, one.id]);
    assert.deepEqual(idsOf((await gr4vy.buyers.paymentMethods.list({ buyerId, orderBy: "asc" })).items), [
      one.id,
      other.id,
    ]);
    assert.deepEqual((await gr4vy.buyers.paymentMethods.list({ buyerId: unknownId })).items, []);
    assert.deepEqual((await gr4vy.buyers.paymentMethods.list()).items, []);
  });

  test("Its expiry date and its scheme's transaction can be changed", async () => {
    const { id } = await store();
    const { status, json } = await api("PUT", `/payment-methods/${id}`, {
      body: { expiration_date: "01/37", scheme_transaction_id: "123456789012345" },
    });

    assert.equal(status, 200);
    assertIs(json, {
      id,
      expiration_date: "01/37",
      scheme_transaction_id: "123456789012345",
      scheme_transaction_id_scheme: "visa",
    });
    assert.equal((await paymentMethods.get(id)).expirationDate, "01/37");
    assertNames(
      assertError(await api("PUT", `/payment-methods/${id}`, { body: { expiration_date: "1/37" } }), 400).details,
      "/expiration_date",
    );
  });

  test("delete() removes it, and what follows is a typed 404", async () => {
    const { id } = await store();
    assert.equal(await paymentMethods.delete(id), undefined);

    await assertRefused(paymentMethods.get(id), 404);
    await assertRefused(paymentMethods.delete(id), 404);
    assertError(await api("PUT", `/payment-methods/${id}`, { body: {} }), 404);
    await assertRefused(paymentMethods.get(unknownId), 404);
    await assertRefused(payWith(ofId(id)), 404);
  });

  test("It has no tokens of networks and payment services", async () => {
    const { id } = await store();

    assert.deepEqual((await paymentMethods.networkTokens.list(id)).items, []);
    assert.deepEqual((await paymentMethods.paymentServiceTokens.list(id)).items, []);
    await assertRefused(paymentMethods.networkTokens.list(unknownId), 404);
  });

  test("Another account's is a typed 404", async () => {
    const account = unique("a").slice(0, 20);
    await gr4vy.merchantAccounts.create({ id: account, displayName: account });
    const other = client({ merchantAccountId: account });
    const { id } = await store();

    await assertRefused(other.paymentMethods.get(id), 404);
    await assertRefused(other.paymentMethods.delete(id), 404);
    await assertRefused(payWith(ofId(id), {}, other), 404);
    assert.deepEqual((await other.paymentMethods.list()).result.items, []);
    const { id: session } = await other.checkoutSessions.create();
    assertError(await putFields(session, ofId(id)), 404);
  });
});

describe("Stored payment methods on sessions", () => {
  test("One is put on a session by its id, and shown there", async () => {
    const { id, fingerprint: print } = await store();
    const session = await sessionOf(id, { security_code: "123" });

    assertIs((await gr4vy.checkoutSessions.get(session)).paymentMethod, {
      id,
      method: "card",
      label: "1111",
      scheme: "visa",
      fingerprint: print,
    });
    assert.doesNotMatch((await api("GET", `/checkout/sessions/${session}`)).text, /security_code|4111111111111111/);
  });

  test("An unknown one can't be put on a session, and what is there stays", async () => {
    const id = await sessionWith();

    assertNames(assertError(await putFields(id, ofId(unknownId)), 404).details, "/payment_method/id");
    assert.equal((await payWith(ofSession(id))).status, "authorization_succeeded");
  });

  test("A session whose stored method was deleted is a 422 without a body, until it has another", async () => {
    const { id } = await store();
    const session = await sessionOf(id);
    await paymentMethods.delete(id);

    const read = await api("GET", `/checkout/sessions/${session}`);
    assert.equal(read.status, 422);
    assert.equal(read.text, "");
    assert.equal((await refusal(gr4vy.checkoutSessions.get(session))).statusCode, 422);
    const error = await refusal(payWith(ofSession(session)));
    assert.ok([400, 404, 422].includes(error.statusCode), String(error));

    const other = await store();
    assert.equal((await putFields(session, ofId(other.id))).status, 204);
    assert.equal((await gr4vy.checkoutSessions.get(session)).paymentMethod.id, other.id);
  });
});

describe("Stored payment methods with the older Node client", () => {
  const older = new Client({ baseUrl, privateKey });
  const card = (more = {}) => ({
    method: "card",
    number: cards.approved,
    expirationDate: "11/35",
    securityCode: "123",
    ...more,
  });

  test("They are stored, read, listed and deleted", async () => {
    const buyerExternalIdentifier = unique("buyer");
    const { response, body: stored } = await older.storePaymentMethod(card({ buyerExternalIdentifier }));
    assert.equal(response.statusCode, 201);
    assertIs(stored, { type: "payment-method", method: "card", label: "1111", scheme: "visa", status: "succeeded" });

    assert.deepEqual((await older.getPaymentMethod(stored.id)).body, stored);
    assert.equal((await older.listPaymentMethods(undefined, buyerExternalIdentifier)).body.items[0].id, stored.id);
    assert.equal((await older.listBuyerPaymentMethods(undefined, buyerExternalIdentifier)).body.items[0].id, stored.id);
    assert.equal((await older.deletePaymentMethod(stored.id)).response.statusCode, 204);
    const error = await refusal(older.getPaymentMethod(stored.id));
    assert.equal(error.statusCode, 404);
    assertEnvelope(error.response.body, 404);
  });
});
