// Payments with the unmodified @gr4vy/node, the client of the older generation.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Client } from "@gr4vy/node";

import { assertIs, cards, gr4vy, ofSession, payCard, sessionWith, unique } from "./payments.mjs";
import { assertEnvelope, baseUrl, privateKey, refusal, unknownId, unknownPrivateKey, uuid } from "./support.mjs";

const client = new Client({ baseUrl, privateKey });

const card = (number = cards.approved, more = {}) => ({
  method: "card",
  number,
  expirationDate: "11/35",
  securityCode: "123",
  ...more,
});

const pay = (paymentMethod = card(), more = {}) =>
  client.authorizeNewTransaction({ amount: 1299, currency: "USD", paymentMethod, ...more });

async function assertRefused(promise, status, expected) {
  const error = await refusal(promise);
  assert.equal(error.name, "HttpError", String(error));
  assert.equal(error.statusCode, status);
  assertEnvelope(error.response.body, status, expected);
}

describe("Payments with the older Node client", () => {
  test("authorizeNewTransaction() pays with a session", async () => {
    const { body: session } = await client.addCheckoutSession();
    await client.updateCheckoutSessionFields(session.id, { paymentMethod: card() });
    const { response, body } = await pay({ method: "checkout-session", id: session.id });

    assert.equal(response.statusCode, 201);
    assertIs(body, {
      type: "transaction",
      status: "authorization_succeeded",
      amount: 1299,
      capturedAmount: 0,
      currency: "USD",
      intent: "authorize",
    });
    assert.match(body.id, uuid);
    assert.equal(body.paymentMethod.label, "1111");
    assert.ok(body.createdAt instanceof Date);
    assert.equal(response.body.checkout_session_id, session.id);
    await assertRefused(pay({ method: "checkout-session", id: session.id }), 409, { message: null });
  });

  test("authorizeNewTransaction() pays with a card, and says everything that it can", async () => {
    const more = {
      country: "US",
      intent: "capture",
      externalIdentifier: unique("order"),
      merchantInitiated: true,
      paymentSource: "recurring",
      isSubsequentPayment: true,
      metadata: { cohort: "a" },
      cartItems: [{ name: "GoPro HD", quantity: 1, unitAmount: 1299 }],
    };
    const { body } = await pay(card("5555555555554444"), more);

    const { cartItems, ...rest } = more;
    assertIs(body, { ...rest, status: "capture_succeeded", capturedAmount: 1299 });
    assert.equal(body.cartItems[0].name, cartItems[0].name);
  });

  for (const [number, status] of [
    [cards.declined, "authorization_declined"],
    [cards.error, "authorization_failed"],
    [cards.lateSuccess, "processing"],
    [cards.challenged, "buyer_approval_pending"],
  ]) {
    test(`A card that ends in ${number.slice(-4)} is ${status}`, async () => {
      const { body } = await pay(card(number));

      assert.equal(body.status, status);
      assert.equal((await client.getTransaction(body.id)).body.status, status);
      assert.equal(typeof body.paymentMethod.approvalUrl === "string", status === "buyer_approval_pending");
    });
  }

  test("getTransaction() answers the transaction, also one of the newer SDK", async () => {
    const { id } = await payCard();
    const { response, body } = await client.getTransaction(id);

    assert.equal(response.statusCode, 200);
    assertIs(body, {
      id,
      status: "authorization_succeeded",
      method: "card",
      rawResponseCode: "00",
      cvvResponseCode: "match",
    });
    assert.equal((await gr4vy.transactions.get((await pay()).body.id)).status, "authorization_succeeded");
  });

  test("captureTransaction() captures a part, and with no amount everything", async () => {
    const { body: one } = await pay();
    const { response, body } = await client.captureTransaction(one.id, { amount: 1000 });
    assert.equal(response.statusCode, 200);
    assertIs(body, { id: one.id, status: "capture_succeeded", capturedAmount: 1000 });

    const { body: other } = await pay();
    assert.equal((await client.captureTransaction(other.id)).body.capturedAmount, 1299);
    await assertRefused(client.captureTransaction(other.id, { amount: 1 }), 400, {
      message: "Nothing of the transaction is left to be captured.",
    });
  });

  test("voidTransaction() releases the money", async () => {
    const { body: paid } = await pay();
    const { response, body } = await client.voidTransaction(paid.id);

    assert.equal(response.statusCode, 200);
    assert.equal(body.status, "authorization_voided");
    assert.ok(body.voidedAt instanceof Date);
    await assertRefused(client.voidTransaction(paid.id), 400, { message: null });
  });

  test("refundTransaction() gives money back, and refunds are listed and read", async () => {
    const { body: paid } = await pay(card(), { intent: "capture" });
    const { response, body: refund } = await client.refundTransaction(paid.id, { amount: 300 });
    assert.equal(response.statusCode, 201);
    assertIs(refund, { type: "refund", transactionId: paid.id, status: "succeeded", amount: 300, currency: "USD" });

    const { body: rest } = await client.refundTransaction(paid.id);
    assert.equal(rest.amount, 999);
    assert.deepEqual((await client.listTransactionRefunds(paid.id)).body.items, [rest, refund]);
    assert.deepEqual((await client.getTransactionRefund(paid.id, refund.id)).body, refund);
    assert.equal((await client.getTransaction(paid.id)).body.refundedAmount, 1299);
    await assertRefused(client.refundTransaction(paid.id, { amount: 1 }), 400, {
      message: "Nothing of the transaction is left to be refunded.",
    });
  });

  test("listTransactionRefunds() may say a limit and a cursor", async () => {
    const { body: paid } = await pay(card(), { intent: "capture" });
    await client.refundTransaction(paid.id, { amount: 1 });

    assert.equal((await client.listTransactionRefunds(paid.id, 10)).body.items.length, 1);
  });

  test("listTransactions() filters and goes through the pages", async () => {
    const externalIdentifier = unique("legacy");
    const ids = [];
    for (let i = 0; i < 3; i++) {
      ids.unshift((await pay(card(), { externalIdentifier })).body.id);
    }

    const page = async (cursor, more = {}) =>
      (
        await client.listTransactions(
          ...[
            undefined,
            undefined,
            cursor,
            2,
            more.amountEq,
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
            externalIdentifier,
          ],
        )
      ).body;
    const first = await page();
    assert.deepEqual(
      first.items.map(({ id }) => id),
      ids.slice(0, 2),
    );
    const second = await page(first.nextCursor);
    assert.deepEqual(
      second.items.map(({ id }) => id),
      ids.slice(2),
    );
    assert.equal(second.nextCursor, null);
    assert.deepEqual(
      (await page(second.previousCursor)).items.map(({ id }) => id),
      ids.slice(0, 2),
    );
    assert.deepEqual((await page(undefined, { amountEq: 1 })).items, []);
  });

  // Its lists of values go out as status[0]=..., which the server does not read: no filters by lists here.
  test("listTransactions() filters by buyer, times and amounts", async () => {
    const buyerExternalIdentifier = unique("buyer");
    const { body: paid } = await pay(card(cards.approved, { buyerExternalIdentifier }));
    const found = async (...filters) =>
      (await client.listTransactions(buyerExternalIdentifier, undefined, undefined, 10, ...filters)).body.items.map(
        ({ id }) => id,
      );
    const [earlier, later] = [new Date(paid.createdAt - 1000), new Date(paid.createdAt.valueOf() + 1000)];

    assert.deepEqual(await found(), [paid.id]);
    assert.deepEqual(await found(1299), [paid.id]);
    assert.deepEqual(await found(undefined, 1000, 2000, earlier, later), [paid.id]);
    assert.deepEqual(await found(undefined, undefined, undefined, later), []);
    assert.deepEqual(await found(undefined, undefined, undefined, undefined, earlier), []);
  });

  test("Refusals are its HttpError with the error envelope", async () => {
    await assertRefused(client.getTransaction(unknownId), 404);
    await assertRefused(client.captureTransaction(unknownId, {}), 404);
    await assertRefused(client.voidTransaction(unknownId), 404);
    await assertRefused(client.refundTransaction(unknownId, {}), 404);
    await assertRefused(pay(ofSession(unknownId)), 404);
    await assertRefused(pay(card("4111")), 400);
    const { body: empty } = await client.addCheckoutSession();
    await assertRefused(pay(ofSession(empty.id)), 400);
    await assertRefused(new Client({ baseUrl, privateKey: unknownPrivateKey() }).listTransactions(), 401);
  });

  test("Its sessions are paid by the newer SDK, and the other way round", async () => {
    const { body: session } = await client.addCheckoutSession();
    await client.updateCheckoutSessionFields(session.id, { paymentMethod: card() });
    const paid = await gr4vy.transactions.create({ amount: 1, currency: "USD", paymentMethod: ofSession(session.id) });
    assert.equal(paid.status, "authorization_succeeded");

    assert.equal((await pay(ofSession(await sessionWith()))).body.status, "authorization_succeeded");
  });
});

describe("Payment services with the older Node client", () => {
  test("They are added, read, changed, listed and deleted", async () => {
    const { response, body: added } = await client.addPaymentService({
      displayName: "Older",
      paymentServiceDefinitionId: "mock-card",
      acceptedCurrencies: ["QZZ"],
      acceptedCountries: ["US"],
      fields: [{ key: "merchant_id", value: "test" }],
    });
    assert.equal(response.statusCode, 201);
    assertIs(added, { type: "payment-service", displayName: "Older", acceptedCurrencies: ["QZZ"], active: true });

    const { body: updated } = await client.updatePaymentService(added.id, { displayName: "Newer", active: false });
    assertIs(updated, { displayName: "Newer", active: false, acceptedCurrencies: ["QZZ"] });
    assert.deepEqual((await client.getPaymentService(added.id)).body, updated);
    assert.equal((await client.listPaymentServices()).body.items[0].id, added.id);

    assert.equal((await client.deletePaymentService(added.id)).response.statusCode, 204);
    await assertRefused(client.getPaymentService(added.id), 404);
  });

  test("Definitions are listed and read", async () => {
    const { body } = await client.listPaymentServiceDefinitions();
    const simulator = body.items.find(({ id }) => id === "mock-card");

    assert.deepEqual((await client.getPaymentServiceDefinition("mock-card")).body, simulator);
  });
});
