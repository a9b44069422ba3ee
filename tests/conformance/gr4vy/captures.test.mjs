// Capturing and voiding through the newer SDK.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  api,
  assertIs,
  assertRefused,
  capture,
  cards,
  gr4vy,
  payAndCapture,
  payCard,
  paySession,
  unique,
} from "./payments.mjs";
import { assertError, assertNames, unknownId, uuid } from "./support.mjs";

const { transactions } = gr4vy;

const nothingLeft = { message: "Nothing of the transaction is left to be captured." };

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

    await assertRefused(capture(id, { amount: 299 }), 400, nothingLeft);
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
    await assertRefused(capture(id), 400, nothingLeft);
  });

  test("Several captures may take everything without a final one", async () => {
    const { id } = await payCard();
    await captureSome(id, { amount: 1000 });
    assert.equal((await captureSome(id, { amount: 299 })).json.captured_amount, 1299);

    assertError(await captureSome(id, { amount: 1 }), 400, nothingLeft);
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

describe("Capturing and voiding at the same time", () => {
  const ofStatus = (answers, status) => answers.filter((answer) => answer.status === status).length;

  test("Of many captures no more is taken than is there, and the others are 409s or 400s", async () => {
    const { id } = await payCard();
    const answers = await Promise.all(Array.from({ length: 8 }, () => captureSome(id, { amount: 500 })));

    const taken = ofStatus(answers, 200);
    assert.ok(taken === 1 || taken === 2, `${taken}`);
    assert.equal(taken + ofStatus(answers, 409) + ofStatus(answers, 400), 8);
    assert.equal((await transactions.get(id)).capturedAmount, 500 * taken);
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
