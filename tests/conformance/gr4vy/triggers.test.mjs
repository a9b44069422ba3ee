// What the mock-card service does for certain amounts, postal codes and security codes (contract section 6.8).
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { advance, assertIs, cards, gr4vy, ofSession, payCard, payWith, sessionWith, settled } from "./payments.mjs";

const declines = [
  "canceled_payment_method",
  "disputed_transaction",
  "duplicate_transaction",
  "expired_authorization",
  "expired_payment_method",
  "incorrect_billing_address",
  "incorrect_country",
  "incorrect_currency",
  "incorrect_cvv",
  "incorrect_expiry_date",
  "insufficient_funds",
  "issuer_decline",
  "other_decline",
  "requires_buyer_authentication",
  "refused_transaction",
  "service_decline",
  "suspected_fraud",
  "unavailable_payment_method",
  "unknown_payment_method",
  "unsupported_transaction",
  "unsupported_payment_method",
  "cancelled_buyer_approval",
].map((code, index) => [200001 + index, "authorization_declined", code]);

const failures = [
  "insufficient_service_permissions",
  "invalid_amount",
  "invalid_payment_method",
  "invalid_service_configuration",
  "invalid_service_credentials",
  "invalid_service_response",
  "invalid_tax_identifier",
  "missing_billing_address",
  "missing_cvv",
  "missing_shipping_address",
  "missing_tax_identifier",
  "refund_period_expired",
  "service_error",
  "service_network_error",
  "service_rate_limit",
].map((code, index) => [300001 + index, "authorization_failed", code]);

describe("Amounts that bring about an error", () => {
  for (const [amount, status, errorCode] of [...declines, ...failures]) {
    test(`${amount} is ${errorCode}`, async () => {
      const transaction = await payWith(ofSession(await sessionWith()), { amount });
      assertIs(transaction, {
        status,
        errorCode,
        amount,
        intentOutcome: "failed",
        authorizedAmount: 0,
        capturedAmount: 0,
        refundedAmount: 0,
      });

      const { result } = await gr4vy.transactions.list({ id: transaction.id, errorCode: [errorCode] });
      assert.deepEqual(
        result.items.map((item) => item.errorCode),
        [errorCode],
      );
    });
  }

  test("They hold for a card in the request and for the intent to capture too", async () => {
    assertIs(await payCard(cards.approved, { amount: 200011, intent: "capture" }), {
      status: "authorization_declined",
      errorCode: "insufficient_funds",
      capturedAmount: 0,
    });
  });

  test("The amounts around them are approved", async () => {
    for (const amount of [200000, 200023, 300000, 300016]) {
      assert.equal((await payCard(cards.approved, { amount })).status, "authorization_succeeded");
    }
  });

  test("A card that is decided otherwise keeps its own outcome", async () => {
    assert.equal((await payCard(cards.insufficientFunds, { amount: 200001 })).errorCode, "insufficient_funds");
    const { id, status } = await payCard(cards.lateSuccess, { amount: 200001 });
    assert.equal(status, "processing");
    await advance(11);
    assert.equal((await settled(id)).status, "authorization_succeeded");
  });

  test("Captures and refunds have no such amounts", async () => {
    const { id } = await payCard(cards.approved, { amount: 400000 });
    await gr4vy.transactions.capture({ transactionId: id, transactionCaptureCreate: { amount: 300001 } });
    assert.equal((await gr4vy.transactions.refunds.create({ amount: 200001 }, id)).status, "succeeded");
  });
});

describe("Checks of the address", () => {
  const buyer = (postalCode) => ({ displayName: "Jane Doe", billingDetails: { address: { postalCode } } });
  const rows = [
    ["90077", "no_match"],
    ["SW1 88A", "partial_match_postcode"],
    ["99501", "partial_match_address"],
    ["77889", "no_match"],
    ["88991", "partial_match_postcode"],
    ["94560", "match"],
  ];

  for (const [postalCode, expected] of rows) {
    test(`${postalCode} is ${expected}, wherever it is said`, async () => {
      const [inRequest, inRequestOfSession, inSession, beside] = await Promise.all([
        payCard(cards.approved, { buyer: buyer(postalCode) }),
        sessionWith().then((id) => payWith(ofSession(id), { buyer: buyer(postalCode) })),
        sessionWith(cards.approved, { session: { buyer: buyer(postalCode) } }).then((id) => payWith(ofSession(id))),
        sessionWith(cards.approved, { fields: { postal_code: postalCode } }).then((id) => payWith(ofSession(id))),
      ]);

      assertIs(inRequest, { status: "authorization_succeeded", avsResponseCode: expected });
      assertIs(beside, { status: "authorization_succeeded", avsResponseCode: expected });
      assertIs(inRequestOfSession, { status: "authorization_succeeded", avsResponseCode: expected });
      assertIs(inSession, { status: "authorization_succeeded", avsResponseCode: expected });
    });
  }

  test("Without a postal code the check is unavailable", async () => {
    assert.equal((await payCard(cards.approved)).avsResponseCode, "unavailable");
    assert.equal((await payWith(ofSession(await sessionWith()))).avsResponseCode, "unavailable");
    assert.equal(
      (await payCard(cards.approved, { buyer: { displayName: "Jane Doe" } })).avsResponseCode,
      "unavailable",
    );
  });

  test("What the buyer typed beside the card counts, not what the merchant knows", async () => {
    const id = await sessionWith(cards.approved, {
      session: { buyer: buyer("90077") },
      fields: { postal_code: "99501" },
    });

    assert.equal((await payWith(ofSession(id))).avsResponseCode, "partial_match_address");
  });

  test("A declined payment tells it too", async () => {
    assertIs(await payCard(cards.declined, { buyer: buyer("90077") }), {
      status: "authorization_declined",
      avsResponseCode: "no_match",
    });
  });
});

describe("Checks of the security code", () => {
  for (const [securityCode, expected] of [
    ["222", "not_provided"],
    ["333", "no_match"],
    ["123", "match"],
    [null, "not_provided"],
  ]) {
    test(`${securityCode ?? "No code"} is ${expected}`, async () => {
      const inRequest = await payCard(cards.approved, {}, { securityCode });
      const inSession = await payWith(ofSession(await sessionWith(cards.approved, { code: securityCode })));

      assertIs(inRequest, { status: "authorization_succeeded", cvvResponseCode: expected });
      assertIs(inSession, { status: "authorization_succeeded", cvvResponseCode: expected });
    });
  }

  test("With a card whose code is wrong no code matches", async () => {
    assert.equal((await payCard(cards.incorrectCvv)).cvvResponseCode, "no_match");
    assert.equal((await payCard(cards.declined)).cvvResponseCode, "match");
  });
});
