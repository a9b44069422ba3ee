// Capture, void, refund and what is read of a transaction, through the newer SDK.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  api,
  assertIs,
  assertRefused,
  capture,
  cards,
  gr4vy,
  idsOf,
  pagesOf,
  payAndCapture,
  payCard,
  paySession,
  unique,
} from "./payments.mjs";
import { assertError, assertNames, unknownId, uuid } from "./support.mjs";

const { transactions } = gr4vy;

/** Captures without giving the rest up, which this version of the SDK can't say; the raw answer. */
const captureSome = (id, body) => api("POST", `/transactions/${id}/capture`, { body: { final: false, ...body } });

describe("Capturing", () => {
  test("capture() without an amount takes everything, and answers the transaction", async () => {
    const { id } = await paySession();
    const captured = await capture(id);

    assertIs(captured, {
      type: "transaction",
      id,
      status: "capture_succeeded",
      intent: "authorize",
      intentOutcome: "succeeded",
      authorizedAmount: 1299,
      capturedAmount: 1299,
      refundedAmount: 0,
    });
    assert.ok(captured.capturedAt >= captured.authorizedAt);
    assert.deepEqual(await transactions.get(id), captured);
  });

  test("capture() of a part gives the rest up", async () => {
    const { id } = await payCard();
    assertIs(await capture(id, { amount: 1000 }), {
      status: "capture_succeeded",
      authorizedAmount: 1299,
      capturedAmount: 1000,
    });

    const { details } = await assertRefused(capture(id, { amount: 299 }), 400);
    assertNames(details, "/amount");
    assert.equal((await transactions.get(id)).capturedAmount, 1000);
  });

  test("Several captures take what is left, until the final one", async () => {
    const { id } = await payCard();
    for (const [amount, sum] of [
      [500, 500],
      [300, 800],
    ]) {
      const { status, json } = await captureSome(id, { amount });
      assert.equal(status, 200);
      assert.equal(json.status, "capture_succeeded");
      assert.equal(json.captured_amount, sum);
    }

    assertNames(assertError(await captureSome(id, { amount: 500 }), 400).details, "/amount");
    assert.equal((await capture(id)).capturedAmount, 1299);
    await assertRefused(capture(id), 400);
  });

  test("Several captures may take everything without a final one", async () => {
    const { id } = await payCard();
    await captureSome(id, { amount: 1000 });
    assert.equal((await captureSome(id, { amount: 299 })).json.captured_amount, 1299);

    assertError(await captureSome(id, { amount: 1 }), 400);
  });

  test("With prefer: resource=transaction-capture, capture() answers the capture", async () => {
    const { id } = await payCard();
    const answer = await capture(id, { amount: 1000 }, { prefer: ["resource=transaction-capture"] });

    assertIs(answer, { type: "transaction-capture", status: "succeeded", code: null, rawResponseCode: "00" });
    assertIs(answer.transaction, { id, status: "capture_succeeded", capturedAmount: 1000 });
    assert.deepEqual(await transactions.get(id), answer.transaction);
  });

  test("With prefer: resource=transaction, capture() answers the transaction", async () => {
    const { id } = await payCard();

    assertIs(await capture(id, {}, { prefer: ["resource=transaction"] }), { type: "transaction", id });
  });

  test("A capture's external identifier is kept with the capture", async () => {
    const { id } = await payCard();
    const { json } = await api("POST", `/transactions/${id}/capture`, {
      body: { external_identifier: "capture-1" },
      headers: { prefer: "resource=transaction-capture" },
    });

    assert.equal(json.external_identifier, "capture-1");
    assert.match(json.capture_id, uuid);
    const { json: listed } = await api("GET", `/transactions/${id}/captures`);
    assert.deepEqual(
      listed.items.map((item) => [item.id, item.external_identifier]),
      [[json.capture_id, "capture-1"]],
    );
  });

  test("Captures are listed newest first, and each can be read", async () => {
    const externalIdentifier = unique("captured");
    const { id } = await payCard(cards.approved, { externalIdentifier });
    await captureSome(id, { amount: 500 });
    await capture(id, { amount: 700 });

    const { status, json } = await api("GET", `/transactions/${id}/captures`);
    assert.equal(status, 200);
    assert.deepEqual(
      json.items.map(({ amount, final }) => [amount, final]),
      [
        [700, true],
        [500, false],
      ],
    );
    for (const item of json.items) {
      assert.equal(item.type, "capture");
      assert.equal(item.status, "succeeded");
      assert.equal(item.transaction_id, id);
      assert.equal(item.currency, "USD");
      assert.equal(item.merchant_account_id, "default");
      assert.equal(item.transaction_external_identifier, externalIdentifier);
      assert.deepEqual((await api("GET", `/transactions/${id}/captures/${item.id}`)).json, item);
    }

    assertError(await api("GET", `/transactions/${id}/captures/${unknownId}`), 404);
    const { id: other } = await payCard();
    assertError(await api("GET", `/transactions/${other}/captures/${json.items[0].id}`), 404);
    assert.deepEqual((await api("GET", `/transactions/${other}/captures`)).json.items, []);
  });

  test("A payment with the intent to capture has its capture", async () => {
    const { id } = await payAndCapture();
    const { json } = await api("GET", `/transactions/${id}/captures`);

    assert.deepEqual(
      json.items.map(({ amount, status, final }) => [amount, status, final]),
      [[1299, "succeeded", true]],
    );
  });

  test("Too much, and nothing, are typed 400s that name the amount", async () => {
    const { id } = await payCard();
    for (const amount of [1300, 0, -1]) {
      assertNames((await assertRefused(capture(id, { amount }), 400)).details, "/amount");
    }

    assertIs(await transactions.get(id), { status: "authorization_succeeded", capturedAmount: 0 });
  });

  test("What was declined, failed, voided or captured can't be captured", async () => {
    for (const { id } of [await payCard(cards.declined), await payCard(cards.error), await payAndCapture()]) {
      await assertRefused(capture(id), 400, { message: null });
    }

    const { id } = await payCard();
    await transactions.void(id);
    await assertRefused(capture(id), 400, { message: null });
  });

  test("A challenge must be decided before anything can be captured", async () => {
    const { id } = await payCard(cards.challenged);

    await assertRefused(capture(id), 409);
  });
});

describe("Voiding", () => {
  test("void() releases the money, and answers the transaction", async () => {
    const { id } = await paySession();
    const voided = await transactions.void(id);

    assertIs(voided, { type: "transaction", id, status: "authorization_voided", capturedAmount: 0, refundedAmount: 0 });
    assert.ok(voided.voidedAt >= voided.authorizedAt);
    assert.deepEqual(await transactions.get(id), voided);
  });

  test("With prefer: resource=transaction-void, void() answers the void", async () => {
    const { id } = await payCard();
    const answer = await transactions.void(id, ["resource=transaction-void"]);

    assertIs(answer, { type: "transaction-void", status: "succeeded", code: null, rawResponseCode: "00" });
    assertIs(answer.transaction, { id, status: "authorization_voided" });
    assert.deepEqual(await transactions.get(id), answer.transaction);
  });

  test("What was captured, voided, declined or failed can't be voided", async () => {
    const { id: captured } = await payCard();
    await capture(captured, { amount: 1 });
    const { id: voided } = await payCard();
    await transactions.void(voided);

    for (const id of [captured, voided, (await payCard(cards.declined)).id, (await payCard(cards.error)).id]) {
      await assertRefused(transactions.void(id), 400, { message: null });
    }
  });
});

describe("Refunding", () => {
  test("refunds.create() without an amount gives everything back", async () => {
    const externalIdentifier = unique("order");
    const { id, reconciliationId } = await payAndCapture({ externalIdentifier });
    const refund = await transactions.refunds.create({}, id);

    assertIs(refund, {
      type: "refund",
      transactionId: id,
      status: "succeeded",
      currency: "USD",
      amount: 1299,
      reason: null,
      targetType: "payment-method",
      targetId: null,
      errorCode: null,
      transactionReconciliationId: reconciliationId,
      transactionExternalIdentifier: externalIdentifier,
    });
    assert.match(refund.id, uuid);
    assertIs(await transactions.get(id), { status: "capture_succeeded", capturedAmount: 1299, refundedAmount: 1299 });
  });

  test("Several refunds give back what is left", async () => {
    const { id } = await payAndCapture();
    const one = await transactions.refunds.create({ amount: 300, reason: "broken", externalIdentifier: "refund-1" }, id);
    assertIs(one, { amount: 300, reason: "broken", externalIdentifier: "refund-1", status: "succeeded" });
    assert.equal((await transactions.get(id)).refundedAmount, 300);

    const two = await transactions.refunds.create({ amount: 500 }, id);
    const three = await transactions.refunds.create({}, id);
    assert.equal(three.amount, 499);
    assert.equal((await transactions.get(id)).refundedAmount, 1299);

    const { items } = await transactions.refunds.list(id);
    assert.deepEqual(items, [three, two, one]);
    for (const refund of items) {
      assert.deepEqual(await transactions.refunds.get(id, refund.id), refund);
      assert.deepEqual(await gr4vy.refunds.get(refund.id), refund);
    }
  });

  test("refunds.all.create() gives back what is left, in one refund", async () => {
    const { id } = await payAndCapture();
    await transactions.refunds.create({ amount: 300 }, id);
    const { items } = await transactions.refunds.all.create(id);

    assert.deepEqual(
      items.map(({ amount, status, reason }) => [amount, status, reason]),
      [[999, "succeeded", null]],
    );
    assert.equal((await transactions.get(id)).refundedAmount, 1299);
    await assertRefused(transactions.refunds.all.create(id), 400);
  });

  test("refunds.all.create() takes a reason and an external identifier", async () => {
    const { id } = await payAndCapture();
    const { items } = await transactions.refunds.all.create(id, { reason: "returned", externalIdentifier: "refund-all" });

    assertIs(items[0], { reason: "returned", externalIdentifier: "refund-all", amount: 1299 });
  });

  test("Only what was captured can be refunded", async () => {
    const { id } = await payCard();
    await capture(id, { amount: 1000 });

    assertNames((await assertRefused(transactions.refunds.create({ amount: 1001 }, id), 400)).details, "/amount");
    assert.equal((await transactions.refunds.create({ amount: 1000 }, id)).amount, 1000);
  });

  test("Too much, and nothing, are typed 400s that name the amount", async () => {
    const { id } = await payAndCapture();
    for (const amount of [1300, 0, -1]) {
      assertNames((await assertRefused(transactions.refunds.create({ amount }, id), 400)).details, "/amount");
    }

    await transactions.refunds.create({ amount: 1299 }, id);
    await assertRefused(transactions.refunds.create({}, id), 400);
    assert.equal((await transactions.get(id)).refundedAmount, 1299);
    assert.equal((await transactions.refunds.list(id)).items.length, 1);
  });

  test("What was not captured can't be refunded", async () => {
    const { id: voided } = await payCard();
    await transactions.void(voided);

    for (const id of [voided, (await payCard()).id, (await payCard(cards.declined)).id]) {
      await assertRefused(transactions.refunds.create({}, id), 400, { message: null });
      await assertRefused(transactions.refunds.all.create(id), 400, { message: null });
    }
  });

  test("A gift card is no target that can be refunded", async () => {
    const { id } = await payAndCapture();

    await assertRefused(
      transactions.refunds.create({ targetType: "gift-card-redemption", targetId: unknownId }, id),
      400,
    );
  });

  test("A refund of another transaction is a 404", async () => {
    const { id } = await payAndCapture();
    const { id: other } = await payAndCapture();
    const refund = await transactions.refunds.create({}, id);

    await assertRefused(transactions.refunds.get(other, refund.id), 404);
    await assertRefused(transactions.refunds.get(id, unknownId), 404);
    await assertRefused(gr4vy.refunds.get(unknownId), 404);
    // A transaction is no refund, though its authorization has its id.
    await assertRefused(gr4vy.refunds.get(id), 404);
    assert.deepEqual((await transactions.refunds.list(other)).items, []);
  });
});

describe("At the same time", () => {
  const ofStatus = (answers, status) => answers.filter((answer) => answer.status === status).length;

  test("Of many captures no more is taken than is there, and the others are 409s or 400s", async () => {
    const { id } = await payCard();
    const answers = await Promise.all(Array.from({ length: 8 }, () => captureSome(id, { amount: 500 })));

    const taken = ofStatus(answers, 200);
    assert.ok(taken === 1 || taken === 2, `${taken}`);
    assert.equal(taken + ofStatus(answers, 409) + ofStatus(answers, 400), 8);
    assert.equal((await transactions.get(id)).capturedAmount, 500 * taken);
  });

  test("Of many refunds no more is given back than was taken, and the others are 409s or 400s", async () => {
    const { id } = await payAndCapture();
    const body = { amount: 1000 };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api("POST", `/transactions/${id}/refunds`, { body })),
    );

    assert.equal(ofStatus(answers, 201), 1);
    assert.equal(1 + ofStatus(answers, 409) + ofStatus(answers, 400), 8);
    assert.equal((await transactions.get(id)).refundedAmount, 1000);
  });

  test("Of a capture and a void one happens", async () => {
    for (let round = 0; round < 4; round++) {
      const { id } = await payCard();
      const answers = await Promise.all([
        api("POST", `/transactions/${id}/capture`),
        api("POST", `/transactions/${id}/void`),
      ]);

      assert.equal(ofStatus(answers, 200), 1);
      const { status, capturedAmount } = await transactions.get(id);
      assert.deepEqual(
        [status, capturedAmount],
        answers[0].status === 200 ? ["capture_succeeded", 1299] : ["authorization_voided", 0],
      );
    }
  });
});

describe("What happened to a transaction", () => {
  const prefix = "payment-connector-response-transaction-";

  async function eventsOf(id, limit) {
    return (await pagesOf(transactions.events.list(id, undefined, limit))).flat();
  }

  test("events.list() tells every outcome, oldest first", async () => {
    const { id, paymentService } = await payCard();
    await capture(id, { amount: 1000 });
    const events = await eventsOf(id);

    assert.deepEqual(
      events.map(({ name, context }) => [name, context.amount]),
      [
        [`${prefix}authorization-succeeded`, 1299],
        [`${prefix}capture-succeeded`, 1000],
      ],
    );
    for (const event of events) {
      assert.equal(event.type, "transaction-event");
      assert.match(event.id, uuid);
      assert.equal(event.context.payment_service_id, paymentService.id);
      assert.ok(event.createdAt instanceof Date);
    }

    assert.deepEqual(await eventsOf(id, 1), events);
  });

  test("events.list() tells declines, failures and voids", async () => {
    const names = async (id) => (await eventsOf(id)).map(({ name }) => name.replace(prefix, ""));
    const { id } = await payCard();
    await transactions.void(id);

    assert.deepEqual(await names(id), ["authorization-succeeded", "void-succeeded"]);
    assert.deepEqual(await names((await payCard(cards.declined)).id), ["declined"]);
    assert.deepEqual(await names((await payCard(cards.error)).id), ["authorization-failed"]);
    assert.deepEqual(await names((await payAndCapture()).id), ["authorization-succeeded", "capture-succeeded"]);
    assert.deepEqual(await names((await payCard(cards.challenged)).id), []);
  });

  test("There are no actions and no settlements", async () => {
    const { id } = await payAndCapture();

    assert.deepEqual((await transactions.actions.list(id)).items, []);
    assert.deepEqual((await transactions.settlements.list(id)).items, []);
    await assertRefused(transactions.settlements.get(id, unknownId), 404);
    assert.deepEqual((await api("GET", `/transactions/${id}/refund-settlements`)).json.items, []);
  });
});

describe("Changing a transaction", () => {
  test("update() replaces the metadata as a whole", async () => {
    const before = await payCard(cards.approved, { metadata: { cohort: "a", order: "1" } });
    const after = await transactions.update({ metadata: { cohort: "b" } }, before.id);

    assert.deepEqual(after.metadata, { cohort: "b" });
    assert.deepEqual({ ...after, metadata: 0, updatedAt: 0 }, { ...before, metadata: 0, updatedAt: 0 });
    assert.deepEqual(await transactions.get(before.id), after);
  });

  test("update() changes the external identifier, and keeps what it is silent about", async () => {
    const [one, other] = [unique("order"), unique("order")];
    const { id } = await payCard(cards.approved, { externalIdentifier: one, metadata: { cohort: "a" } });

    assertIs(await transactions.update({ externalIdentifier: other }, id), {
      externalIdentifier: other,
      metadata: { cohort: "a" },
    });
    assert.deepEqual(idsOf((await transactions.list({ externalIdentifier: other })).result.items), [id]);
    assert.deepEqual((await transactions.list({ externalIdentifier: one })).result.items, []);
    assertIs(await transactions.update({}, id), { externalIdentifier: other, metadata: { cohort: "a" } });
  });

  test("update() with nulls clears both", async () => {
    const { id } = await payCard(cards.approved, { externalIdentifier: unique("order"), metadata: { cohort: "a" } });

    assertIs(await transactions.update({ externalIdentifier: null, metadata: null }, id), {
      externalIdentifier: null,
      metadata: null,
    });
  });

  test("update() works in every status, and doesn't move the money", async () => {
    for (const number of [cards.declined, cards.challenged, cards.approved]) {
      const { id, status } = await payCard(number);
      assertIs(await transactions.update({ metadata: { seen: "yes" } }, id), { status, metadata: { seen: "yes" } });
    }
  });

  test("Status and amounts can't be set from outside", async () => {
    const { id } = await payCard();
    for (const [field, value] of [
      ["status", "capture_succeeded"],
      ["amount", 1],
      ["captured_amount", 1299],
    ]) {
      const refused = await api("PUT", `/transactions/${id}`, { body: { [field]: value } });
      assertNames(assertError(refused, 400).details, `/${field}`);
    }

    assertIs(await transactions.get(id), { status: "authorization_succeeded", amount: 1299, capturedAmount: 0 });
  });
});

describe("What no payment service here can do", () => {
  test("sync() and cancel() are typed 400s, and 404s without a transaction", async () => {
    const { id } = await payCard();
    for (const call of [(of) => transactions.sync(of), (of) => transactions.cancel(of)]) {
      const { message } = await assertRefused(call(id), 400, { message: null });
      assert.notEqual(message, "");
      await assertRefused(call(unknownId), 404);
    }

    assert.equal((await transactions.get(id)).status, "authorization_succeeded");
  });
});
