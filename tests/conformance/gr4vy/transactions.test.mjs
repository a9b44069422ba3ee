// What is read and changed of a transaction, through the newer SDK.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { withToken } from "@gr4vy/sdk";
import { Gr4vyCore } from "@gr4vy/sdk/core.js";
import { transactionsCapture } from "@gr4vy/sdk/funcs/transactionsCapture.js";
import { transactionsCreate } from "@gr4vy/sdk/funcs/transactionsCreate.js";
import { transactionsGet } from "@gr4vy/sdk/funcs/transactionsGet.js";
import { transactionsList } from "@gr4vy/sdk/funcs/transactionsList.js";
import { transactionsRefundsCreate } from "@gr4vy/sdk/funcs/transactionsRefundsCreate.js";
import { transactionsVoid } from "@gr4vy/sdk/funcs/transactionsVoid.js";

import {
  api,
  assertIs,
  assertRefused,
  assertTyped,
  sdkCard,
  capture,
  cards,
  gr4vy,
  idsOf,
  pagesOf,
  payAndCapture,
  payCard,
  unique,
} from "./payments.mjs";
import { assertError, assertNames, unknownId, uuid, baseUrl, credentials, privateKey } from "./support.mjs";

const { transactions } = gr4vy;

describe("What happened to a transaction", () => {
  const prefix = "payment-connector-response-transaction-";

  async function eventsOf(id, limit) {
    return (await pagesOf(transactions.events.list(id, undefined, limit))).flat();
  }

  test("events.list() tells every outcome, newest first", async () => {
    const { id, paymentService } = await payCard();
    await capture(id, { amount: 1000 });
    const events = await eventsOf(id);

    assert.deepEqual(
      events.map(({ name, context }) => [name, context.amount]),
      [
        [`${prefix}capture-succeeded`, 1000],
        [`${prefix}authorization-succeeded`, 1299],
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

    assert.deepEqual(await names(id), ["void-succeeded", "authorization-succeeded"]);
    assert.deepEqual(await names((await payCard(cards.declined)).id), ["declined"]);
    assert.deepEqual(await names((await payCard(cards.error)).id), ["authorization-failed"]);
    assert.deepEqual(await names((await payAndCapture()).id), ["capture-succeeded", "authorization-succeeded"]);
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

describe("A transaction that waits for its buyer", () => {
  test("cancel() ends it, and says so again", async () => {
    const { id } = await payCard(cards.challenged);
    const canceled = await transactions.cancel(id);

    assertIs(canceled, { type: "transaction-cancel", status: "succeeded", code: "canceled_payment_method" });
    assertIs(canceled.transaction, { id, status: "authorization_declined" });
    assert.ok(canceled.transaction.canceledAt instanceof Date);
    assert.deepEqual(await transactions.cancel(id), canceled);
  });
});

describe("What no payment service here can do", () => {
  test("sync(), and cancel() of what does not wait, are typed 400s, and 404s without a transaction", async () => {
    const { id } = await payCard();
    for (const call of [(of) => transactions.sync(of), (of) => transactions.cancel(of)]) {
      const { message } = await assertRefused(call(id), 400, { message: null });
      assert.notEqual(message, "");
      await assertRefused(call(unknownId), 404);
    }

    assert.equal((await transactions.get(id)).status, "authorization_succeeded");
  });
});

describe("The SDK's standalone functions", () => {
  const core = new Gr4vyCore({
    serverURL: baseUrl,
    merchantAccountId: credentials.merchant_account_id,
    bearerAuth: withToken({ privateKey }),
  });

  function value(result) {
    assert.ok(result.ok, String(result.error));
    return result.value;
  }

  test("They pay, capture, refund, void, read and list", async () => {
    const order = { amount: 1299, currency: "USD", paymentMethod: sdkCard() };
    const paid = value(await transactionsCreate(core, order));
    assertIs(paid, { status: "authorization_succeeded", amount: 1299 });
    assert.deepEqual(value(await transactionsGet(core, paid.id)), paid);
    assert.ok(value(await transactionsList(core, { id: paid.id })).result.items.length === 1);

    const captured = value(await transactionsCapture(core, { transactionId: paid.id, transactionCaptureCreate: {} }));
    assert.equal(captured.status, "capture_succeeded");
    assert.equal(value(await transactionsRefundsCreate(core, { amount: 1 }, paid.id)).status, "succeeded");

    const { id } = value(await transactionsCreate(core, order));
    assert.equal(value(await transactionsVoid(core, id)).status, "authorization_voided");
  });

  test("They answer an error as a value, not as an exception", async () => {
    for (const [status, result] of [
      [400, await transactionsCreate(core, { amount: -1, currency: "USD", paymentMethod: sdkCard() })],
      [404, await transactionsGet(core, unknownId)],
      [404, await transactionsVoid(core, unknownId)],
      [404, await transactionsRefundsCreate(core, {}, unknownId)],
    ]) {
      assert.equal(result.ok, false);
      assertTyped(result.error, status);
    }
  });
});
