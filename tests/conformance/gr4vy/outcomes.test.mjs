// Every row of the test provider's table of outcomes, through the newer SDK: docs/reference/test-provider.md.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  advance,
  assertIs,
  assertRefused,
  cards,
  chargesOf,
  decide,
  eventually,
  gr4vy,
  ofSession,
  payCard,
  payWith,
  putCard,
  sessionWith,
  settled,
  unique,
} from "./payments.mjs";
import { baseUrl, fingerprint, unknownId, uuid } from "./support.mjs";

const nothing = { authorizedAmount: 0, capturedAmount: 0, refundedAmount: 0 };

const approved = {
  status: "authorization_succeeded",
  intentOutcome: "succeeded",
  errorCode: null,
  rawResponseCode: "00",
  authorizedAmount: 1299,
  capturedAmount: 0,
  refundedAmount: 0,
};

const declined = (errorCode, rawResponseCode) => ({
  status: "authorization_declined",
  intentOutcome: "failed",
  errorCode,
  rawResponseCode,
  ...nothing,
});

const failed = (errorCode, rawResponseCode) => ({
  ...declined(errorCode, rawResponseCode),
  status: "authorization_failed",
});

const open = { status: "processing", intentOutcome: "pending", errorCode: null, ...nothing };

/** The ways to pay with a card: what each needs besides its number, and what it answers. */
const ways = [
  {
    name: "through a session",
    async pay(number, more, redirectUrl) {
      const sessionId = await sessionWith(number);
      return { sessionId, transaction: await payWith(ofSession(sessionId, { redirectUrl }), more) };
    },
  },
  {
    name: "with the card in the request",
    async pay(number, more, redirectUrl) {
      return { sessionId: null, transaction: await payCard(number, more, { redirectUrl }) };
    },
  },
];

async function assertCharged(sessionId, outcome) {
  if (sessionId !== null) {
    assert.deepEqual(await chargesOf(sessionId), [{ amount: 1299, currency: "USD", outcome }]);
  }
}

/** Asserts what an answer to a create says, and that reading it says the same. */
async function assertCreated(transaction, sessionId, number, expected) {
  assertIs(transaction, {
    amount: 1299,
    currency: "USD",
    intent: "authorize",
    checkoutSessionId: sessionId,
    ...expected,
  });
  assert.match(transaction.id, uuid);
  assert.equal(transaction.type, "transaction");
  assert.equal(transaction.method, "card");
  assert.equal(transaction.paymentMethod.label, number.slice(-4));
  assert.equal(transaction.paymentMethod.details.bin, number.slice(0, 6));
  assert.match(transaction.paymentMethod.fingerprint, fingerprint);
  assert.equal(transaction.paymentService.paymentServiceDefinitionId, "mock-card");
}

describe("Cards that are decided at once", () => {
  for (const [number, outcome, expected] of [
    [cards.approved, "charged", approved],
    ["4242424242424242", "charged", approved],
    ["5555555555554444", "charged", approved],
    ["378282246310005", "charged", approved],
    ["6011111111111117", "charged", approved],
    [cards.declined, "declined", declined("issuer_decline", "05")],
    [cards.insufficientFunds, "declined", declined("insufficient_funds", "51")],
    [cards.expired, "declined", declined("expired_card", "54")],
    [cards.incorrectCvv, "declined", declined("incorrect_cvv", "N7")],
    [cards.error, "error", failed("service_error", "96")],
  ]) {
    for (const { name, pay } of ways) {
      test(`A card that ends in ${number.slice(-4)}, ${name}, is ${expected.errorCode ?? "approved"}`, async () => {
        const { sessionId, transaction } = await pay(number);

        await assertCreated(transaction, sessionId, number, expected);
        assert.equal(transaction.paymentMethod.approvalUrl, null);
        assert.equal(transaction.authorizedAt instanceof Date, expected === approved);
        assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);
        await assertCharged(sessionId, outcome);
      });
    }
  }

  for (const { name, pay } of ways) {
    test(`With the intent to capture, an approved card is captured, ${name}`, async () => {
      const { sessionId, transaction } = await pay(cards.approved, { intent: "capture" });

      await assertCreated(transaction, sessionId, cards.approved, {
        ...approved,
        status: "capture_succeeded",
        intent: "capture",
        capturedAmount: 1299,
      });
      assert.ok(transaction.capturedAt instanceof Date);
      assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);
      await assertCharged(sessionId, "charged");
    });

    test(`With the intent to capture, a declined card is declined, ${name}`, async () => {
      const { transaction } = await pay(cards.declined, { intent: "capture" });

      assertIs(transaction, { ...declined("issuer_decline", "05"), intent: "capture", capturedAt: null });
    });
  }

  test("An amount of zero is approved", async () => {
    assertIs(await payCard(cards.approved, { amount: 0 }), { ...approved, amount: 0, authorizedAmount: 0 });
  });
});

describe("Cards whose outcome is not known at once", () => {
  for (const [what, number, seconds, before, after, expected] of [
    ["A late success", cards.lateSuccess, 11, "pending", "charged", { ...approved }],
    ["A late failure", cards.lateFailure, 11, "pending", "declined", declined("issuer_decline", "05")],
    ["A charge whose answer was lost", cards.lostAndCharged, 900, "charged", "charged", { ...approved }],
    [
      "A request that was lost",
      cards.lostAndNotCharged,
      900,
      undefined,
      "not_charged",
      failed("service_network_error", "91"),
    ],
  ]) {
    for (const { name, pay } of ways) {
      test(`${what} is processing, ${name}, and settled within ${seconds} s`, async () => {
        const { sessionId, transaction } = await pay(number);
        await assertCreated(transaction, sessionId, number, open);
        assertIs(await gr4vy.transactions.get(transaction.id), open);
        if (sessionId !== null) {
          await assertRefused(payWith(ofSession(sessionId)), 409);
          if (before !== undefined) {
            await assertCharged(sessionId, before);
          }
        }

        await advance(seconds);

        assertIs(await settled(transaction.id), { id: transaction.id, ...expected });
        await assertCharged(sessionId, after);
      });
    }

    test(`${what} is settled in line with the intent to capture too`, async () => {
      const { id } = await payCard(number, { intent: "capture" });
      await advance(seconds);

      const captured = { ...expected, status: "capture_succeeded", capturedAmount: 1299 };
      assertIs(await settled(id), expected.authorizedAmount === 0 ? expected : captured);
    });
  }

  test("A payment that is processing can't be captured, voided or refunded", async () => {
    const { id } = await payCard(cards.lateSuccess);

    await assertRefused(gr4vy.transactions.capture({ transactionId: id, transactionCaptureCreate: {} }), 409);
    await assertRefused(gr4vy.transactions.void(id), 409);
    await assertRefused(gr4vy.transactions.refunds.create({}, id), 409);
    await advance(11);
    assert.equal((await settled(id)).status, "authorization_succeeded");
    assert.equal((await gr4vy.transactions.void(id)).status, "authorization_voided");
  });

  test("Notifications that come twice and late change nothing", async () => {
    const { id } = await payCard(cards.lateSuccess);
    await advance(11);
    await settled(id);
    assert.equal((await gr4vy.transactions.void(id)).status, "authorization_voided");

    await advance(120);
    const { result } = await gr4vy.transactions.events.list(id);
    assert.equal(result.items.length, 2);
    assert.equal((await gr4vy.transactions.get(id)).status, "authorization_voided");
  });

  test("A payment whose answer the client never saw is found by its session", async () => {
    const sessionId = await sessionWith(cards.lostAndCharged);
    const { id } = await payWith(ofSession(sessionId));
    const { result } = await gr4vy.transactions.list({ checkoutSessionId: sessionId });

    assert.deepEqual(
      result.items.map((item) => [item.id, item.status]),
      [[id, "processing"]],
    );
    await advance(900);
    await settled(id);
  });
});

describe("The challenge", () => {
  const redirectUrl = "https://shop.example/return?order=1";

  for (const { name, pay } of ways) {
    test(`A challenged card waits for its buyer, ${name}, and is approved by it`, async () => {
      const { sessionId, transaction } = await pay(cards.challenged, {}, redirectUrl);
      await assertCreated(transaction, sessionId, cards.challenged, {
        ...open,
        status: "buyer_approval_pending",
      });
      const { approvalUrl, approvalTarget } = transaction.paymentMethod;
      assert.ok(approvalUrl.startsWith(`${baseUrl}/dev/challenges/`), approvalUrl);
      assert.ok(["any", "new_window"].includes(approvalTarget), approvalTarget);
      assert.ok(transaction.approvalExpiresAt > transaction.createdAt);
      await assertCharged(sessionId, "requires_action");

      const page = await fetch(approvalUrl);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /decision/);
      const answer = await decide(approvalUrl, "approve");
      assert.equal(answer.status, 303);
      assert.ok(answer.headers.get("location").startsWith(redirectUrl));

      const after = await gr4vy.transactions.get(transaction.id);
      assertIs(after, { ...approved, approvalExpiresAt: null });
      assert.equal(after.paymentMethod.approvalUrl, null);
      await assertCharged(sessionId, "charged");
    });

    test(`A challenged card waits for its buyer, ${name}, and is declined by it`, async () => {
      const { sessionId, transaction } = await pay(cards.challenged);
      const answer = await decide(transaction.paymentMethod.approvalUrl, "fail");
      assert.equal(answer.status, 200);

      const after = await gr4vy.transactions.get(transaction.id);
      assertIs(after, {
        status: "authorization_declined",
        intentOutcome: "failed",
        errorCode: "failed_buyer_approval",
        ...nothing,
      });
      assert.equal(after.paymentMethod.approvalUrl, null);
      await assertCharged(sessionId, "declined");
    });
  }

  test("With the intent to capture, approving captures", async () => {
    const { id, paymentMethod } = await payCard(cards.challenged, { intent: "capture" });
    await decide(paymentMethod.approvalUrl, "approve");

    assertIs(await gr4vy.transactions.get(id), { ...approved, status: "capture_succeeded", capturedAmount: 1299 });
  });

  test("A second decision changes nothing", async () => {
    const { id, paymentMethod } = await payCard(cards.challenged);
    await decide(paymentMethod.approvalUrl, "fail");
    await decide(paymentMethod.approvalUrl, "approve");

    assert.equal((await gr4vy.transactions.get(id)).errorCode, "failed_buyer_approval");
  });

  test("Another decision is a 400, an unknown challenge a 404, and neither decides anything", async () => {
    const { id, paymentMethod } = await payCard(cards.challenged);

    assert.equal((await decide(paymentMethod.approvalUrl, "maybe")).status, 400);
    assert.equal((await decide(`${baseUrl}/dev/challenges/${unknownId}`, "approve")).status, 404);
    assert.equal((await gr4vy.transactions.get(id)).status, "buyer_approval_pending");
  });

  test("While it waits, the session pays no second time; after it failed, it does", async () => {
    const sessionId = await sessionWith(cards.challenged);
    const { paymentMethod } = await payWith(ofSession(sessionId));
    await assertRefused(payWith(ofSession(sessionId)), 409);

    await decide(paymentMethod.approvalUrl, "fail");
    await putCard(sessionId);
    assert.equal((await payWith(ofSession(sessionId))).status, "authorization_succeeded");
    assert.deepEqual((await chargesOf(sessionId)).map(({ outcome }) => outcome).sort(), ["charged", "declined"]);
  });

  test("Without a buyer, a challenged card is declined", async () => {
    const expected = declined("requires_buyer_authentication", "1A");

    assertIs(await payCard(cards.challenged, { merchantInitiated: true }), { ...expected, merchantInitiated: true });
  });

  test("A challenge that nobody passes ends after its time", async () => {
    const { id, approvalExpiresAt, createdAt } = await payCard(cards.challenged);
    await advance((approvalExpiresAt - createdAt) / 1000 + 150);

    const after = await eventually(
      () => gr4vy.transactions.get(id),
      ({ status }) => status !== "buyer_approval_pending",
    );
    assertIs(after, { status: "authorization_declined", errorCode: "incomplete_buyer_approval", ...nothing });
    assert.ok(after.buyerApprovalTimedoutAt instanceof Date);
  });

  test("The filter used_3ds finds the payments that were challenged", async () => {
    const externalIdentifier = unique("challenged");
    const { id } = await payCard(cards.challenged, { externalIdentifier });
    const { id: other } = await payCard(cards.approved, { externalIdentifier });

    const found = async (used3ds) => (await gr4vy.transactions.list({ externalIdentifier, used3ds })).result.items;
    assert.deepEqual(
      (await found(true)).map((item) => item.id),
      [id],
    );
    assert.deepEqual(
      (await found(false)).map((item) => item.id),
      [other],
    );
  });
});
