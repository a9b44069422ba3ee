// Refunding through the newer SDK.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { api, assertIs, assertRefused, capture, cards, gr4vy, payAndCapture, payCard, unique } from "./payments.mjs";
import { assertNames, unknownId, uuid } from "./support.mjs";

const { transactions } = gr4vy;

const nothingLeft = { message: "Nothing of the transaction is left to be refunded." };

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
    const one = await transactions.refunds.create(
      { amount: 300, reason: "broken", externalIdentifier: "refund-1" },
      id,
    );
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
    await assertRefused(transactions.refunds.all.create(id), 400, nothingLeft);
  });

  test("refunds.all.create() takes a reason and an external identifier", async () => {
    const { id } = await payAndCapture();
    const { items } = await transactions.refunds.all.create(id, {
      reason: "returned",
      externalIdentifier: "refund-all",
    });

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
    await assertRefused(transactions.refunds.create({}, id), 400, nothingLeft);
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

describe("Refunding at the same time", () => {
  const ofStatus = (answers, status) => answers.filter((answer) => answer.status === status).length;

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
});
