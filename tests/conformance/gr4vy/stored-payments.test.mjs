// Paying with stored payment methods: by their ids, and put on sessions.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Client } from "@gr4vy/node";

import {
  advance,
  assertIs,
  assertRefused,
  cards,
  decide,
  gr4vy,
  idsOf,
  ofSession,
  payWith,
  sdkCard,
  settled,
  unique,
} from "./payments.mjs";
import { baseUrl, privateKey, putFields, refusal, uuid } from "./support.mjs";

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

describe("Paying with a stored payment method", () => {
  test("It is paid with by its id", async () => {
    const { id, fingerprint: print } = await store();
    const transaction = await payWith(ofId(id, { securityCode: "123" }));

    assertIs(transaction, {
      status: "authorization_succeeded",
      cvvResponseCode: "match",
      instrumentType: "card_token",
      checkoutSessionId: null,
    });
    assertIs(transaction.paymentMethod, { id, label: "1111", fingerprint: print, method: "card" });
    assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);
    assert.deepEqual(idsOf((await gr4vy.transactions.list({ paymentMethodId: id })).result.items), [transaction.id]);
  });

  test("Without a code none is checked, and the code of the stored card is gone", async () => {
    const { id } = await store(cards.approved, { securityCode: "333" });

    assert.equal((await payWith(ofId(id))).cvvResponseCode, "not_provided");
    assert.equal((await payWith(ofId(id, { securityCode: "333" }))).cvvResponseCode, "no_match");
  });

  test("It is paid with as often as one likes, and counts", async () => {
    const { id } = await store();
    for (let i = 0; i < 3; i++) {
      assert.equal((await payWith(ofId(id))).status, "authorization_succeeded");
    }

    await payWith(ofId(id), { merchantInitiated: true });
    const { usageCount, citUsageCount, lastUsedAt, citLastUsedAt } = await paymentMethods.get(id);
    assert.deepEqual([usageCount, citUsageCount], [4, 3]);
    assert.ok(lastUsedAt instanceof Date && citLastUsedAt instanceof Date);
  });

  test("Stored cards have the outcomes of their numbers", async () => {
    const pay = async (number, more) => payWith(ofId((await store(number)).id), more);

    assertIs(await pay(cards.insufficientFunds), { status: "authorization_declined", errorCode: "insufficient_funds" });
    assertIs(await pay(cards.error), { status: "authorization_failed", errorCode: "service_error" });
    assertIs(await pay(cards.challenged, { merchantInitiated: true }), { errorCode: "requires_buyer_authentication" });

    const { id, paymentMethod } = await pay(cards.challenged);
    await decide(paymentMethod.approvalUrl, "approve");
    assert.equal((await gr4vy.transactions.get(id)).status, "authorization_succeeded");

    const late = await pay(cards.lateSuccess);
    await advance(11);
    assert.equal((await settled(late.id)).status, "authorization_succeeded");
  });

  test("The vendor's suite: put on a session by its id, with a code, it pays", async () => {
    const { id } = await store(cards.approved, { expirationDate: "11/25" });
    const session = await sessionOf(id, { security_code: "123" });
    assertIs((await gr4vy.checkoutSessions.get(session)).paymentMethod, {
      id,
      method: "card",
      label: "1111",
      scheme: "visa",
    });

    const transaction = await payWith(ofSession(session));
    assertIs(transaction, {
      status: "authorization_succeeded",
      amount: 1299,
      cvvResponseCode: "match",
      checkoutSessionId: session,
    });
    assert.equal(transaction.paymentMethod.id, id);
    await assertRefused(payWith(ofSession(session)), 409);
  });

  test("Put on a session without a code, it pays without one", async () => {
    const session = await sessionOf((await store()).id);

    assertIs(await payWith(ofSession(session)), { status: "authorization_succeeded", cvvResponseCode: "not_provided" });
  });

  test("A session whose stored method was deleted pays nothing until it has another", async () => {
    const { id } = await store();
    const session = await sessionOf(id);
    await paymentMethods.delete(id);
    const error = await refusal(payWith(ofSession(session)));
    assert.ok([400, 404, 422].includes(error.statusCode), String(error));

    await putFields(session, ofId((await store()).id));
    assert.equal((await payWith(ofSession(session))).status, "authorization_succeeded");
  });

  test("store: true stores what was paid with", async () => {
    const externalIdentifier = unique("method");
    const { paymentMethod, status } = await payWith(sdkCard(cards.approved, { externalIdentifier }), { store: true });
    assert.equal(status, "authorization_succeeded");
    assert.match(paymentMethod.id, uuid);

    assertIs(await paymentMethods.get(paymentMethod.id), { label: "1111", externalIdentifier });
    assert.equal((await payWith(ofId(paymentMethod.id))).status, "authorization_succeeded");
  });

  test("What was paid with it stays when it is deleted", async () => {
    const { id } = await store();
    const transaction = await payWith(ofId(id), { intent: "capture" });
    await paymentMethods.delete(id);

    assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);
    assert.equal((await gr4vy.transactions.refunds.create({}, transaction.id)).status, "succeeded");
  });

  test("Its buyer is the transaction's", async () => {
    const { id: buyerId } = await gr4vy.buyers.create({ displayName: "John Doe" });
    const { id } = await store(cards.approved, { buyerId });

    assertIs((await payWith(ofId(id), { buyerId })).buyer, { id: buyerId, displayName: "John Doe" });
  });

  test("The older Node client pays with one", async () => {
    const older = new Client({ baseUrl, privateKey });
    const { id } = await store();
    const { body } = await older.authorizeNewTransaction({ amount: 1299, currency: "USD", paymentMethod: ofId(id) });

    assert.equal(body.status, "authorization_succeeded");
    assert.equal(body.paymentMethod.id, id);
  });
});
