// What the newer SDK makes of refusals: each documented status as its own class.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { getEmbedToken, getToken, withToken } from "@gr4vy/sdk";

import {
  api,
  assertIs,
  assertRefused,
  capture,
  cards,
  client,
  gr4vy,
  ofSession,
  payAndCapture,
  payCard,
  payWith,
  sdkCard,
  sessionWith,
} from "./payments.mjs";
import { assertError, assertNames, privateKey, refusal, send, unknownId, unknownPrivateKey } from "./support.mjs";

/** The SDK's operations that belong to a merchant account: by client, and where there is one by the id in their path. */
const operations = {
  "transactions.create": ({ transactions }) =>
    transactions.create({ amount: 1299, currency: "USD", paymentMethod: sdkCard() }),
  "transactions.list": ({ transactions }) => transactions.list({ limit: 1 }),
  "transactions.get": ({ transactions }, id) => transactions.get(id),
  "transactions.update": ({ transactions }, id) => transactions.update({ metadata: { a: "b" } }, id),
  "transactions.capture": ({ transactions }, id) =>
    transactions.capture({ transactionId: id, transactionCaptureCreate: {} }),
  "transactions.void": ({ transactions }, id) => transactions.void(id),
  "transactions.cancel": ({ transactions }, id) => transactions.cancel(id),
  "transactions.sync": ({ transactions }, id) => transactions.sync(id),
  "transactions.refunds.create": ({ transactions }, id) => transactions.refunds.create({}, id),
  "transactions.refunds.all.create": ({ transactions }, id) => transactions.refunds.all.create(id),
  "transactions.refunds.list": ({ transactions }, id) => transactions.refunds.list(id),
  "transactions.refunds.get": ({ transactions }, id) => transactions.refunds.get(id, unknownId),
  "transactions.actions.list": ({ transactions }, id) => transactions.actions.list(id),
  "transactions.events.list": ({ transactions }, id) => transactions.events.list(id),
  "transactions.settlements.list": ({ transactions }, id) => transactions.settlements.list(id),
  "transactions.settlements.get": ({ transactions }, id) => transactions.settlements.get(id, unknownId),
  "refunds.get": ({ refunds }, id) => refunds.get(id),
  "paymentServices.create": ({ paymentServices }) =>
    paymentServices.create({
      acceptedCountries: ["US"],
      acceptedCurrencies: ["USD"],
      displayName: "Refused",
      paymentServiceDefinitionId: "mock-card",
      fields: [],
    }),
  "paymentServices.list": ({ paymentServices }) => paymentServices.list(),
  "paymentServices.get": ({ paymentServices }, id) => paymentServices.get(id),
  "paymentServices.update": ({ paymentServices }, id) => paymentServices.update({}, id),
  "paymentServices.delete": ({ paymentServices }, id) => paymentServices.delete(id),
  "paymentMethods.create": ({ paymentMethods }) => paymentMethods.create(sdkCard()),
  "paymentMethods.list": ({ paymentMethods }) => paymentMethods.list(),
  "paymentMethods.get": ({ paymentMethods }, id) => paymentMethods.get(id),
  "paymentMethods.delete": ({ paymentMethods }, id) => paymentMethods.delete(id),
  "paymentMethods.networkTokens.list": ({ paymentMethods }, id) => paymentMethods.networkTokens.list(id),
  "paymentMethods.paymentServiceTokens.list": ({ paymentMethods }, id) => paymentMethods.paymentServiceTokens.list(id),
  "buyers.create": ({ buyers }) => buyers.create({}),
  "buyers.list": ({ buyers }) => buyers.list(),
  "buyers.get": ({ buyers }, id) => buyers.get(id),
  "buyers.update": ({ buyers }, id) => buyers.update({}, id),
  "buyers.delete": ({ buyers }, id) => buyers.delete(id),
  "buyers.shippingDetails.create": ({ buyers }, id) => buyers.shippingDetails.create({}, id),
  "buyers.shippingDetails.list": ({ buyers }, id) => buyers.shippingDetails.list(id),
  "buyers.shippingDetails.get": ({ buyers }, id) => buyers.shippingDetails.get(id, unknownId),
  "buyers.shippingDetails.update": ({ buyers }, id) => buyers.shippingDetails.update({}, id, unknownId),
  "buyers.shippingDetails.delete": ({ buyers }, id) => buyers.shippingDetails.delete(id, unknownId),
  "buyers.paymentMethods.list": ({ buyers }) => buyers.paymentMethods.list(),
  "cardSchemeDefinitions.list": ({ cardSchemeDefinitions }) => cardSchemeDefinitions.list(),
  "paymentOptions.list": ({ paymentOptions }) => paymentOptions.list({ currency: "USD" }),
};

const named = Object.entries(operations);
const withId = named.filter(([, call]) => call.length === 2);
const isRead = (name) => /\.(list|get)$/.test(name);

describe("Without what it takes to be let in", () => {
  for (const [name, call] of named) {
    test(`${name} is a typed 401 with a garbled token, an unknown key's and none`, async () => {
      for (const bearerAuth of ["a.b.c", withToken({ privateKey: unknownPrivateKey() }), undefined]) {
        const error = await assertRefused(call(client({ bearerAuth }), unknownId), 401);
        assert.match(error.headers.get("www-authenticate") ?? "", /^bearer\b/i);
      }
    });

    test(`${name} is a typed 403 without the scope, with an embed token and for an unknown merchant account`, async () => {
      const embed = await getEmbedToken({ privateKey, embedParams: { amount: 1299, currency: "USD" } });
      for (const options of [
        { bearerAuth: withToken({ privateKey, scopes: ["checkout-sessions.read", "checkout-sessions.write"] }) },
        { bearerAuth: embed },
        { merchantAccountId: "nobody" },
      ]) {
        await assertRefused(call(client(options), unknownId), 403);
      }
    });
  }

  test("A read scope reads and does not write, a write scope the other way round", async () => {
    const { id } = await payCard();
    const areas = ["transactions", "payment-services", "payment-methods", "buyers"];
    const only = (verb) =>
      client({ bearerAuth: withToken({ privateKey, scopes: areas.map((area) => `${area}.${verb}`) }) });

    for (const [name, call] of named) {
      await assertRefused(call(only(isRead(name) ? "write" : "read"), id), 403, { code: "forbidden" });
    }

    assert.equal((await only("read").transactions.get(id)).id, id);
    await assertRefused(only("write").transactions.get(id), 403);
    assert.equal((await only("write").transactions.void(id)).status, "authorization_voided");
  });
});

describe("Of what is not there", () => {
  for (const [name, call] of withId) {
    test(`${name} is a typed 404, and with an id that is no UUID a typed 400 or 404`, async () => {
      await assertRefused(call(gr4vy, unknownId), 404);

      const error = await refusal(call(gr4vy, "nonsense"));
      assert.ok([400, 404].includes(error.statusCode), String(error));
    });
  }
});

describe("What is wrong with a payment", () => {
  for (const [what, more, pointer] of [
    ["A negative amount", { amount: -1 }, "/amount"],
    ["An amount that is too large", { amount: 100000000 }, "/amount"],
    ["A currency in small letters", { currency: "usd" }, "/currency"],
    ["A country of three letters", { country: "USA" }, "/country"],
    ["An empty external identifier", { externalIdentifier: "" }, "/external_identifier"],
    ["An external identifier that is too long", { externalIdentifier: "x".repeat(201) }, "/external_identifier"],
    ["An unknown intent", { intent: "give" }, "/intent"],
    ["An unknown payment source", { paymentSource: "thought" }, "/payment_source"],
    [
      "A cart item without a quantity of one",
      { cartItems: [{ name: "a", quantity: 0, unitAmount: 1 }] },
      "/cart_items/0/quantity",
    ],
    [
      "A buyer's country in small letters",
      { buyer: { billingDetails: { address: { country: "us" } } } },
      "/buyer/billing_details/address/country",
    ],
    ["A service that is no UUID", { paymentServiceId: "stripe" }, "/payment_service_id"],
    ["Too many installments", { installmentCount: 101 }, "/installment_count"],
    ["A number that is too short", { paymentMethod: sdkCard("411111111111") }, "/payment_method/number"],
    ["A number with a letter", { paymentMethod: sdkCard("411111111111111a") }, "/payment_method/number"],
    [
      "An expiry date in another form",
      { paymentMethod: sdkCard(cards.approved, { expirationDate: "2035-12" }) },
      "/payment_method/expiration_date",
    ],
    [
      "A security code that is too long",
      { paymentMethod: sdkCard(cards.approved, { securityCode: "12345" }) },
      "/payment_method/security_code",
    ],
    ["A session that is no UUID", { paymentMethod: ofSession("nonsense") }, "/payment_method/id"],
  ]) {
    test(`${what} is a typed 400 that names ${pointer}`, async () => {
      const { details, body } = await assertRefused(payWith(sdkCard(), more), 400);

      assertNames(details, pointer);
      assert.doesNotMatch(body, /4111111/);
    });
  }

  test("Without a payment method it is a typed 400", async () => {
    assertNames(
      (await assertRefused(gr4vy.transactions.create({ amount: 1299, currency: "USD" }), 400)).details,
      "/payment_method",
    );
  });

  test("A method that this server does not take is a 400 that names it", async () => {
    for (const method of ["paypal", "googlepay", "network-token", "cash"]) {
      const { details } = assertError(
        await api("POST", "/transactions", { body: { amount: 1299, currency: "USD", payment_method: { method } } }),
        400,
        { message: null },
      );
      assert.ok(
        details.some(({ pointer }) => pointer.startsWith("/payment_method")),
        JSON.stringify(details),
      );
    }
  });

  test("Gift cards and results of a 3-D Secure check made elsewhere are refused, not ignored", async () => {
    const giftCards = [{ id: unknownId, amount: 100 }];
    assertNames((await assertRefused(payWith(sdkCard(), { giftCards }), 400)).details, "/gift_cards");
    const threeDSecureData = {
      cavv: "3q2+78r+ur7erb7vyv66vv8=",
      eci: "05",
      version: "1.0.2",
      directoryResponse: "C",
      authenticationResponse: "Y",
      cavvAlgorithm: "A",
      xid: "12345",
    };
    assertNames((await assertRefused(payWith(sdkCard(), { threeDSecureData }), 400)).details, "/three_d_secure_data");
  });

  test("Capturing nothing at once is refused", async () => {
    await assertRefused(payWith(sdkCard(), { amount: 0, intent: "capture" }), 400);
  });

  test("Everything that is wrong is named in one answer", async () => {
    const { details } = await assertRefused(payWith(sdkCard("1"), { amount: -1, currency: "usd" }), 400);

    for (const pointer of ["/amount", "/currency", "/payment_method/number"]) {
      assertNames(details, pointer);
    }
  });

  test("A stored payment method that nobody stored is a typed 404", async () => {
    await assertRefused(payWith({ method: "id", id: unknownId }), 404);
  });

  test("An unknown property is a 400 that names it", async () => {
    const { details } = assertError(
      await api("POST", "/transactions", {
        body: { amount: 1, currency: "USD", payment_method: ofSession(unknownId), colour: "red" },
      }),
      400,
    );

    assertNames(details, "/colour");
  });

  test("A body that is no JSON is a 400, one of another type a 415, a wrong method a 405", async () => {
    assertError(await api("POST", "/transactions", { text: "{" }), 400, { message: null });
    const other = await api("POST", "/transactions", {
      text: "a=b",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    assert.ok([400, 415].includes(other.status));
    assertError(await api("DELETE", "/transactions"), 405);
    assertError(await api("PATCH", `/transactions/${unknownId}`, { body: {} }), 405);
  });
});

describe("What is in the way", () => {
  test("A session that was paid is a typed 409 that names the transaction", async () => {
    const id = await sessionWith();
    const paid = await payWith(ofSession(id));
    const { message } = await assertRefused(payWith(ofSession(id)), 409);

    assert.match(message, new RegExp(paid.id));
  });

  test("A wrong status is a typed 400 that says it", async () => {
    const { id } = await payAndCapture();
    const { message } = await assertRefused(gr4vy.transactions.void(id), 400, { message: null });
    assert.match(message, /capture_succeeded/);

    const { id: declined } = await payCard(cards.declined);
    assert.match((await assertRefused(capture(declined), 400, { message: null })).message, /authorization_declined/);
  });
});

describe("What answers carry", () => {
  test("Answers with payments are not kept by anybody on the way", async () => {
    const { id } = await payCard();
    for (const path of [`/transactions/${id}`, "/transactions?limit=1", `/transactions/${id}/events`]) {
      assert.match((await api("GET", path)).headers.get("cache-control") ?? "", /no-store/);
    }
  });

  test("A merchant account header in capital letters is the same header", async () => {
    const { id } = await payCard();
    const token = await getToken({ privateKey });
    const headers = { "X-GR4VY-MERCHANT-ACCOUNT-ID": "default" };
    const { json } = await send("GET", `/transactions/${id}`, { token, headers });

    assertIs(json, { id, merchant_account_id: "default" });
  });

  test("Without a token the challenge page's routes are there, and the payments' are not", async () => {
    assertError(await send("GET", "/transactions"), 401);
    assert.equal((await send("GET", `/dev/challenges/${unknownId}`)).status, 404);
  });
});
