// How a session is paid: what of it flows into the transaction, how often it pays, and when it doesn't.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Gr4vy, withToken } from "@gr4vy/sdk";
import { HTTPClient } from "@gr4vy/sdk/lib/http.js";
import { RFCDate } from "@gr4vy/sdk/types/rfcdate.js";

import {
  advance,
  api,
  assertIs,
  assertRefused,
  cards,
  chargesOf,
  decide,
  gr4vy,
  idsOf,
  ofSession,
  payWith,
  putCard,
  sdkCard,
  sessionWith,
  unique,
} from "./payments.mjs";
import { assertEchoes, assertError, assertNames, baseUrl, card, privateKey, putFields, unknownId } from "./support.mjs";

const departure = new Date("2033-07-16T19:23:00.000Z");

const said = {
  metadata: { cohort: "session", order_id: "order-12345" },
  cartItems: [
    {
      name: "GoPro HD",
      quantity: 2,
      unitAmount: 1299,
      sku: "GPHD1078",
      categories: ["camera"],
      productType: "physical",
    },
  ],
  buyer: {
    displayName: "John Doe",
    externalIdentifier: "buyer-of-session",
    billingDetails: {
      firstName: "John",
      lastName: "Doe",
      emailAddress: "john@example.com",
      phoneNumber: "+1234567890",
      address: { country: "US", postalCode: "94560", line1: "Stafford Appartments", city: "San Jose" },
      taxId: { value: "12345678931", kind: "id.nik" },
    },
  },
  airline: {
    bookingCode: "X36Q9C",
    issuedAt: departure,
    legs: [{ arrivalAirport: "LAX", departureAt: departure, routeType: "one_way" }],
    passengers: [{ ageGroup: "adult", dateOfBirth: new RFCDate("2013-07-16"), firstName: "John" }],
  },
};

// What the SDKs leave out of a session, so that only other clients can say it.
const hidden = {
  country: "GB",
  intent: "capture",
  payment_source: "moto",
  is_subsequent_payment: true,
  merchant_initiated: true,
};

describe("The vendor's own suite of checkout sessions", () => {
  // As there: every answer gets a member that no SDK knows.
  const httpClient = new HTTPClient({
    fetcher: async (request) => {
      const answer = await fetch(request);
      if (!answer.headers.get("content-type")?.includes("application/json")) {
        return answer;
      }

      const body = { ...(await answer.json()), unexpected_field_123: "this is an injected test value" };
      return new Response(JSON.stringify(body), { status: answer.status, headers: answer.headers });
    },
  });
  const merchant = new Gr4vy({
    serverURL: baseUrl,
    bearerAuth: withToken({ privateKey }),
    merchantAccountId: "default",
    httpClient,
  });

  test("A payment with a checkout session is processed", async () => {
    const session = await merchant.checkoutSessions.create();
    await putFields(session.id, card("4111111111111111", { expiration_date: "11/25" }));
    const transaction = await payWith(ofSession(session.id), {}, merchant);

    assert.notEqual(transaction.id, undefined);
    assert.equal(transaction.status, "authorization_succeeded");
    assert.equal(transaction.amount, 1299);
  });

  test("Missing card data is refused", async () => {
    const session = await merchant.checkoutSessions.create();

    await assert.rejects(payWith(ofSession(session.id), {}, merchant), { message: "Request failed validation" });
  });
});

describe("What of a session flows into its transaction", () => {
  test("Metadata, cart, buyer and airline do, when the request is silent", async () => {
    const id = await sessionWith(cards.approved, { session: said });
    const transaction = await payWith(ofSession(id));

    assertEchoes(transaction, said, "transaction");
    assert.equal(transaction.checkoutSessionId, id);
    assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);
  });

  test("A null in the request is silence too", async () => {
    const id = await sessionWith(cards.approved, { session: said });
    const nulls = { metadata: null, cartItems: null, buyer: null, airline: null };

    assertEchoes(await payWith(ofSession(id), nulls), said, "transaction");
  });

  test("What the request says wins, each member as a whole", async () => {
    const explicit = {
      metadata: { cohort: "request" },
      cartItems: [{ name: "Strap", quantity: 1, unitAmount: 499 }],
      buyer: { displayName: "Jane Doe" },
      airline: { bookingCode: "REQ" },
    };
    const id = await sessionWith(cards.approved, { session: said });
    const transaction = await payWith(ofSession(id), explicit);

    assertEchoes(transaction, explicit, "transaction");
    assert.deepEqual(transaction.metadata, { cohort: "request" });
    assert.equal(transaction.buyer.billingDetails ?? null, null);
    assert.equal(transaction.airline.legs ?? null, null);
  });

  test("A request that says one thing leaves the others to the session", async () => {
    const id = await sessionWith(cards.approved, { session: said });

    assertEchoes(
      await payWith(ofSession(id), { metadata: { cohort: "request" } }),
      { ...said, metadata: { cohort: "request" } },
      "transaction",
    );
  });

  test("Country, intent, payment source and the two marks do, when the request is silent", async () => {
    const { json: session } = await api("POST", "/checkout/sessions", { body: hidden });
    await putCard(session.id);
    const { status, json } = await api("POST", "/transactions", {
      body: { amount: 1299, currency: "USD", payment_method: ofSession(session.id) },
    });

    assert.equal(status, 201);
    assertIs(json, { ...hidden, status: "capture_succeeded", captured_amount: 1299 });
  });

  test("They do with the SDK, which always says the two marks itself", async () => {
    const { json: session } = await api("POST", "/checkout/sessions", { body: hidden });
    await putCard(session.id);

    assertIs(await payWith(ofSession(session.id)), {
      country: "GB",
      intent: "capture",
      status: "capture_succeeded",
      paymentSource: "moto",
      isSubsequentPayment: false,
      merchantInitiated: false,
    });
  });

  test("What the request says of them wins", async () => {
    const { json: session } = await api("POST", "/checkout/sessions", { body: hidden });
    await putCard(session.id);
    const explicit = {
      country: "US",
      intent: "authorize",
      paymentSource: "recurring",
      isSubsequentPayment: true,
      merchantInitiated: true,
    };

    assertIs(await payWith(ofSession(session.id), explicit), { ...explicit, status: "authorization_succeeded" });
  });

  test("The amount and the currency are the request's", async () => {
    const id = await sessionWith(cards.approved, { session: { amount: 5000, currency: "EUR" } });

    assertIs(await payWith(ofSession(id)), { amount: 1299, currency: "USD" });
  });

  test("A session that was updated pays with what it says then", async () => {
    const id = await sessionWith(cards.approved, { session: said });
    await gr4vy.checkoutSessions.update({ metadata: { cohort: "later" }, buyer: null }, id);
    const transaction = await payWith(ofSession(id));

    assert.deepEqual(transaction.metadata, { cohort: "later" });
    assert.equal(transaction.buyer, null);
    assertEchoes(transaction, { cartItems: said.cartItems }, "transaction");
  });

  test("A session that is updated or deleted afterwards changes nothing of its transaction", async () => {
    const id = await sessionWith(cards.approved, { session: said });
    const transaction = await payWith(ofSession(id));
    await gr4vy.checkoutSessions.update({ metadata: { cohort: "later" } }, id);
    assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);

    await gr4vy.checkoutSessions.delete(id);
    assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);
    assert.deepEqual(idsOf((await gr4vy.transactions.list({ checkoutSessionId: id })).result.items), [transaction.id]);
  });

  test("Everything else that a request can say comes back", async () => {
    const more = {
      country: "US",
      externalIdentifier: unique("order"),
      buyerExternalIdentifier: unique("buyer"),
      statementDescriptor: { name: "GR4VY", description: "Shoes", city: "London", phoneNumber: "+1234567890" },
      accountFundingTransaction: false,
      recipient: { firstName: "Jane", lastName: "Doe", accountNumber: "act12345" },
      installmentCount: 1,
      taxAmount: 12,
      merchantTaxId: "tax-1",
      purchaseOrderNumber: "po-1",
      customerReferenceNumber: "ref-1",
      amountIncludesTax: true,
      supplierOrderNumber: "so-1",
      dutyAmount: 34,
      shippingAmount: 56,
    };
    const { buyerExternalIdentifier, ...shown } = more;
    const transaction = await payWith(ofSession(await sessionWith()), more);

    assertEchoes(transaction, shown, "transaction");
    assert.equal(transaction.buyer.externalIdentifier, buyerExternalIdentifier);
    assert.deepEqual(await gr4vy.transactions.get(transaction.id), transaction);
  });

  test("What nothing here acts on is taken all the same", async () => {
    const browser = { javaEnabled: false, language: "en-GB", colorDepth: 24, screenHeight: 1080, screenWidth: 1920 };
    for (const more of [
      {
        browserInfo: {
          ...browser,
          javascriptEnabled: true,
          timeZoneOffset: -60,
          userDevice: "desktop",
          userAgent: "Mozilla",
        },
      },
      { connectionOptions: {} },
      { asyncCapture: true },
      { allowPartialAuthorization: true },
      { previousSchemeTransactionId: "123456789012345" },
      { threeDSecure: {} },
      { antiFraudFingerprint: "yGeBAFYgFmM=" },
      { integrationClient: "redirect" },
      { giftCards: [] },
      { giftCards: null },
    ]) {
      assert.equal((await payWith(sdkCard(), more)).status, "authorization_succeeded", JSON.stringify(more));
    }

    const forwarded = { amount: 1, currency: "USD", paymentMethod: sdkCard() };
    assert.equal((await gr4vy.transactions.create(forwarded, undefined, undefined, "192.0.2.1")).amount, 1);
  });

  test("Metadata keys come back as they were spelled", async () => {
    const metadata = { camelCase: "a", snake_case: "b", "with space": "c", "ünïcode ✓": "d", empty: "" };

    assert.deepEqual((await payWith(sdkCard(), { metadata })).metadata, metadata);
    assert.deepEqual(
      (await payWith(ofSession(await sessionWith(cards.approved, { session: { metadata } })))).metadata,
      metadata,
    );
  });

  test("A payment method's buyer is the transaction's buyer", async () => {
    const buyerExternalIdentifier = unique("buyer");
    const transaction = await payWith(ofSession(await sessionWith(), { buyerExternalIdentifier }));

    assert.equal(transaction.buyer.externalIdentifier, buyerExternalIdentifier);
    assert.equal(
      (await payWith(sdkCard(cards.approved, { buyerExternalIdentifier }))).buyer.externalIdentifier,
      buyerExternalIdentifier,
    );
    assert.equal((await gr4vy.transactions.list({ buyerExternalIdentifier })).result.items.length, 2);
  });
});

describe("How often a session pays", () => {
  test("Once it was approved, it pays no second time", async () => {
    const id = await sessionWith();
    await payWith(ofSession(id));

    await assertRefused(payWith(ofSession(id)), 409);
    await putCard(id, "5555555555554444");
    await assertRefused(payWith(ofSession(id)), 409);
    assert.equal((await chargesOf(id)).length, 1);
  });

  test("Voided or refunded, it still pays no second time", async () => {
    const [voided, refunded] = [await sessionWith(), await sessionWith()];
    await gr4vy.transactions.void((await payWith(ofSession(voided))).id);
    await gr4vy.transactions.refunds.create({}, (await payWith(ofSession(refunded), { intent: "capture" })).id);

    await assertRefused(payWith(ofSession(voided)), 409);
    await assertRefused(payWith(ofSession(refunded)), 409);
  });

  for (const [what, number] of [
    ["a decline", cards.declined],
    ["a failure of the provider", cards.error],
  ]) {
    test(`After ${what} it may be tried again, with the same card and with another`, async () => {
      const id = await sessionWith(number);
      const { status } = await payWith(ofSession(id));
      assert.equal((await payWith(ofSession(id))).status, status);

      await putCard(id);
      assert.equal((await payWith(ofSession(id))).status, "authorization_succeeded");
      await assertRefused(payWith(ofSession(id)), 409);
      const { result } = await gr4vy.transactions.list({ checkoutSessionId: id });
      assert.deepEqual(
        result.items.map((item) => item.status),
        ["authorization_succeeded", status, status],
      );
    });
  }

  test("After a challenge that failed it may be tried again", async () => {
    const id = await sessionWith(cards.challenged);
    const { paymentMethod } = await payWith(ofSession(id));
    await decide(paymentMethod.approvalUrl, "fail");

    const again = await payWith(ofSession(id));
    assert.equal(again.status, "buyer_approval_pending");
    await decide(again.paymentMethod.approvalUrl, "approve");
    assert.equal((await gr4vy.transactions.get(again.id)).status, "authorization_succeeded");
  });

  test("Of many requests at the same time one pays", async () => {
    const id = await sessionWith();
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => payWith(ofSession(id))));

    assert.equal(answers.filter(({ status }) => status === "fulfilled").length, 1);
    for (const { reason } of answers.filter(({ status }) => status === "rejected")) {
      assert.equal(reason.statusCode, 409, String(reason));
    }

    assert.deepEqual(await chargesOf(id), [{ amount: 1299, currency: "USD", outcome: "charged" }]);
  });
});

describe("When a session doesn't pay", () => {
  test("Without a card it is a typed 400 with the vendor's message", async () => {
    const { id } = await gr4vy.checkoutSessions.create();
    const { message, details } = await assertRefused(payWith(ofSession(id)), 400);

    assert.equal(message, "Request failed validation");
    assertNames(details, "/payment_method");
    assert.deepEqual((await gr4vy.transactions.list({ checkoutSessionId: id })).result.items, []);
  });

  test("With Click to Pay, which has no card here, it is a typed 400", async () => {
    const { id } = await gr4vy.checkoutSessions.create();
    await putFields(id, { method: "click-to-pay", merchant_transaction_id: "abc", src_correlation_id: "def" });

    await assertRefused(payWith(ofSession(id)), 400);
  });

  test("Unknown, it is a typed 404", async () => {
    await assertRefused(payWith(ofSession(unknownId)), 404);
  });

  test("Deleted, it is a typed 404", async () => {
    const id = await sessionWith();
    await gr4vy.checkoutSessions.delete(id);

    await assertRefused(payWith(ofSession(id)), 404);
    assert.deepEqual(await chargesOf(id), []);
  });

  test("Expired, it is a typed 404, and its card can't be changed", async () => {
    const id = await sessionWith();
    await advance(3601);

    await assertRefused(payWith(ofSession(id)), 404);
    await assertRefused(gr4vy.checkoutSessions.get(id), 404);
    assertError(await putFields(id, card()), 404);
    assert.deepEqual(await chargesOf(id), []);
  });

  test("Expired after it was paid, its transaction can still be captured", async () => {
    const id = await sessionWith();
    const transaction = await payWith(ofSession(id));
    await advance(3601);

    const captured = await gr4vy.transactions.capture({ transactionId: transaction.id, transactionCaptureCreate: {} });
    assertIs(captured, { status: "capture_succeeded", checkoutSessionId: id });
  });

  test("Its card is never shown again", async () => {
    const id = await sessionWith("4242424242424242");
    const { text } = await api("POST", "/transactions", {
      body: { amount: 1299, currency: "USD", payment_method: ofSession(id) },
    });

    assert.doesNotMatch(text, /4242424242424242|security_code/);
  });
});
