// Idempotency keys: the same request answers the same bytes, another request under the key is refused.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  advance,
  api,
  assertIs,
  assertRefused,
  capture,
  cards,
  chargesOf,
  client,
  gr4vy,
  ofSession,
  payAndCapture,
  payCard,
  payWith,
  putCard,
  sdkCard,
  sessionWith,
  settled,
  unique,
} from "./payments.mjs";
import { assertError, assertNames, card } from "./support.mjs";

const { transactions } = gr4vy;

const create = (key, body) => api("POST", "/transactions", { body, headers: { "idempotency-key": key } });
const ofCard = (number = cards.approved) => ({ amount: 1299, currency: "USD", payment_method: card(number) });

/** Asserts that a request is answered the same, byte by byte, and that the repetition says so. */
async function assertReplays(request, status) {
  const first = await request();
  assert.equal(first.status, status, first.text);
  assert.equal(first.headers.get("idempotency-replayed"), null);
  for (let repetition = 0; repetition < 2; repetition++) {
    const again = await request();
    assert.equal(again.status, status);
    assert.equal(again.text, first.text);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
    assert.equal(again.headers.get("content-type"), first.headers.get("content-type"));
  }

  return first.json;
}

const post = (path, key, body) => api("POST", path, { body, headers: { "idempotency-key": key } });

describe("A request again, under its key", () => {
  test("A create with a card answers the same bytes and charges once", async () => {
    const key = unique("create");
    const externalIdentifier = unique("order");
    const { id } = await assertReplays(
      () => create(key, { ...ofCard(), external_identifier: externalIdentifier }),
      201,
    );

    const { result } = await transactions.list({ externalIdentifier });
    assert.deepEqual(
      result.items.map((item) => item.id),
      [id],
    );
  });

  test("A create with a session answers the same bytes and charges once", async () => {
    const key = unique("create");
    const sessionId = await sessionWith();
    await assertReplays(
      () => create(key, { amount: 1299, currency: "USD", payment_method: ofSession(sessionId) }),
      201,
    );

    assert.equal((await chargesOf(sessionId)).length, 1);
  });

  test("A declined create answers the same bytes", async () => {
    const key = unique("create");
    const { status } = await assertReplays(() => create(key, ofCard(cards.declined)), 201);

    assert.equal(status, "authorization_declined");
  });

  test("A create whose outcome was not known answers what it answered", async () => {
    const key = unique("create");
    const { id } = await assertReplays(() => create(key, ofCard(cards.lateSuccess)), 201);
    await advance(11);
    await settled(id);

    assert.equal((await create(key, ofCard(cards.lateSuccess))).json.status, "processing");
    assert.equal((await transactions.get(id)).status, "authorization_succeeded");
  });

  test("A capture answers the same bytes and captures once", async () => {
    const key = unique("capture");
    const { id } = await payCard();
    await assertReplays(() => post(`/transactions/${id}/capture`, key, { amount: 500, final: false }), 200);

    assert.equal((await transactions.get(id)).capturedAmount, 500);
  });

  test("A void answers the same bytes and voids once", async () => {
    const key = unique("void");
    const { id } = await payCard();
    const { status } = await assertReplays(() => post(`/transactions/${id}/void`, key), 200);

    assert.equal(status, "authorization_voided");
  });

  test("A refund answers the same bytes and refunds once", async () => {
    const key = unique("refund");
    const { id } = await payAndCapture();
    await assertReplays(() => post(`/transactions/${id}/refunds`, key, { amount: 300 }), 201);

    assert.equal((await transactions.get(id)).refundedAmount, 300);
  });

  test("A refund of everything answers the same bytes and refunds once", async () => {
    const key = unique("refund");
    const { id } = await payAndCapture();
    await assertReplays(() => post(`/transactions/${id}/refunds/all`, key), 201);

    assert.equal((await transactions.refunds.list(id)).items.length, 1);
  });

  test("The SDK's own calls answer the same transaction, capture, void and refund", async () => {
    const [forCreate, forCapture, forVoid, forRefund] = ["create", "capture", "void", "refund"].map(unique);
    const pay = () =>
      transactions.create({ amount: 1299, currency: "USD", paymentMethod: sdkCard() }, undefined, forCreate);
    const paid = await pay();
    assert.deepEqual(await pay(), paid);

    const take = () => capture(paid.id, { amount: 1000 }, { idempotencyKey: forCapture });
    assert.deepEqual(await take(), await take());
    const give = () => transactions.refunds.create({ amount: 10 }, paid.id, undefined, forRefund);
    assert.deepEqual(await give(), await give());
    assertIs(await transactions.get(paid.id), { capturedAmount: 1000, refundedAmount: 10 });

    const { id } = await payCard();
    const release = () => transactions.void(id, undefined, undefined, forVoid);
    assert.deepEqual(await release(), await release());
  });

  test("Of many at the same time one charges, and the others get its answer or a 409", async () => {
    const key = unique("create");
    const sessionId = await sessionWith();
    const body = { amount: 1299, currency: "USD", payment_method: ofSession(sessionId) };
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(key, body)));

    const paid = answers.filter(({ status }) => status === 201);
    assert.ok(paid.length >= 1);
    assert.equal(new Set(paid.map(({ text }) => text)).size, 1);
    for (const other of answers.filter(({ status }) => status !== 201)) {
      assertError(other, 409);
    }

    assert.equal((await chargesOf(sessionId)).length, 1);
  });

  test("A key in quotation marks is the same key", async () => {
    const key = unique("create");
    const { json: first } = await create(key, ofCard());

    assert.equal((await create(`"${key}"`, ofCard())).json.id, first.id);
  });

  test("A key is kept for a day", async () => {
    const key = unique("create");
    const { json: first } = await create(key, ofCard());
    await advance(23 * 3600);
    assert.equal((await create(key, ofCard())).json.id, first.id);

    await advance(2 * 3600);
    assert.notEqual((await create(key, ofCard())).json.id, first.id);
  });
});

describe("Another request under a key", () => {
  test("A create with another body is a typed 409", async () => {
    const key = unique("create");
    const pay = (amount) => transactions.create({ amount, currency: "USD", paymentMethod: sdkCard() }, undefined, key);
    const paid = await pay(1299);

    await assertRefused(pay(1300), 409);
    assert.deepEqual(await pay(1299), paid);
  });

  test("A capture with another body, or of another transaction, is a typed 409", async () => {
    const idempotencyKey = unique("capture");
    const { id } = await payCard();
    const { id: other } = await payCard();
    await capture(id, { amount: 500 }, { idempotencyKey });

    await assertRefused(capture(id, { amount: 501 }, { idempotencyKey }), 409);
    await assertRefused(capture(other, { amount: 500 }, { idempotencyKey }), 409);
    assert.equal((await transactions.get(other)).capturedAmount, 0);
  });

  test("A void of another transaction is a typed 409", async () => {
    const key = unique("void");
    const { id } = await payCard();
    const { id: other } = await payCard();
    await transactions.void(id, undefined, undefined, key);

    await assertRefused(transactions.void(other, undefined, undefined, key), 409);
    assert.equal((await transactions.get(other)).status, "authorization_succeeded");
  });

  test("A refund with another body, or of everything, is a typed 409", async () => {
    const key = unique("refund");
    const { id } = await payAndCapture();
    await transactions.refunds.create({ amount: 300 }, id, undefined, key);

    await assertRefused(transactions.refunds.create({ amount: 301 }, id, undefined, key), 409);
    await assertRefused(transactions.refunds.all.create(id, undefined, undefined, key), 409);
    assert.equal((await transactions.get(id)).refundedAmount, 300);
  });

  test("A key of one kind of request is no key for another", async () => {
    const key = unique("key");
    const { id } = await transactions.create(
      { amount: 1299, currency: "USD", paymentMethod: sdkCard() },
      undefined,
      key,
    );

    await assertRefused(capture(id, {}, { idempotencyKey: key }), 409);
    await assertRefused(transactions.void(id, undefined, undefined, key), 409);
    assert.equal((await transactions.get(id)).status, "authorization_succeeded");
  });
});

describe("A key whose request was refused", () => {
  test("It is free again: a session that got its card is paid under the same key", async () => {
    const key = unique("create");
    const { id } = await gr4vy.checkoutSessions.create();
    const pay = () =>
      transactions.create({ amount: 1299, currency: "USD", paymentMethod: ofSession(id) }, undefined, key);
    await assertRefused(pay(), 400);

    await putCard(id);
    assert.equal((await pay()).status, "authorization_succeeded");
  });

  test("It is free again: a smaller capture is taken under the same key", async () => {
    const idempotencyKey = unique("capture");
    const { id } = await payCard();
    await assertRefused(capture(id, { amount: 1300 }, { idempotencyKey }), 400);

    assert.equal((await capture(id, { amount: 1299 }, { idempotencyKey })).capturedAmount, 1299);
  });

  test("A request without the scope does not take the key", async () => {
    const key = unique("create");
    const body = { amount: 1299, currency: "USD", paymentMethod: sdkCard() };
    await assertRefused(client({ bearerAuth: "a.b.c" }).transactions.create(body, undefined, key), 401);

    assert.equal((await transactions.create({ ...body, amount: 1 }, undefined, key)).amount, 1);
  });

  test("A key that is too long is a typed 400 that names the header, and one that is not ASCII is a 400", async () => {
    assert.equal((await create(unique("key").padEnd(255, "k"), ofCard())).status, 201);

    const refused = await assertRefused(
      transactions.create({ amount: 1, currency: "USD", paymentMethod: sdkCard() }, undefined, "k".repeat(256)),
      400,
    );
    assertNames(refused.details, "idempotency-key", "header");
    assertError(await create("schl\u00fcssel", ofCard()), 400, { message: null });
  });

  test("An empty key is none", async () => {
    const [one, other] = [await create("", ofCard()), await create("", ofCard())];

    assert.equal(one.status, 201);
    assert.notEqual(one.json.id, other.json.id);
  });
});

describe("Without a key", () => {
  test("The same request pays twice", async () => {
    const [one, other] = [await payWith(sdkCard()), await payWith(sdkCard())];

    assert.notEqual(one.id, other.id);
  });
});
