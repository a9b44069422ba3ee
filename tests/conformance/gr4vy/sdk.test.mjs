// Drives a running server with the unmodified @gr4vy/sdk.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Gr4vy, getEmbedToken, getToken, JWTScope, updateToken, withToken } from "@gr4vy/sdk";
import { Gr4vyCore } from "@gr4vy/sdk/core.js";
import { checkoutSessionsCreate } from "@gr4vy/sdk/funcs/checkoutSessionsCreate.js";
import { checkoutSessionsDelete } from "@gr4vy/sdk/funcs/checkoutSessionsDelete.js";
import { checkoutSessionsGet } from "@gr4vy/sdk/funcs/checkoutSessionsGet.js";
import { checkoutSessionsUpdate } from "@gr4vy/sdk/funcs/checkoutSessionsUpdate.js";
import { RFCDate } from "@gr4vy/sdk/types/rfcdate.js";

import { assertRefused, assertTyped } from "./payments.mjs";
import {
  assertDetails,
  assertEchoes,
  assertEnvelope,
  assertError,
  assertExpiresIn,
  assertNames,
  baseUrl,
  card,
  claimsOf,
  credentials,
  fingerprint,
  privateKey,
  putFields,
  refusal,
  send,
  unknownId,
  unknownPrivateKey,
  uuid,
} from "./support.mjs";

const client = (options = {}) =>
  new Gr4vy({ serverURL: baseUrl, bearerAuth: withToken({ privateKey }), ...options });
const gr4vy = client({ merchantAccountId: credentials.merchant_account_id });
const sessions = gr4vy.checkoutSessions;

const address = {
  city: "San Jose",
  country: "US",
  postalCode: "94560",
  state: "California",
  stateCode: "US-CA",
  houseNumberOrName: "10",
  line1: "Stafford Appartments",
  line2: "29th Street",
  organization: "Gr4vy",
};

const person = {
  firstName: "John",
  lastName: "Doe",
  emailAddress: "john@example.com",
  phoneNumber: "+1234567890",
  address,
};

const cartItem = {
  name: "GoPro HD",
  quantity: 2,
  unitAmount: 1299,
  discountAmount: 0,
  taxAmount: 0,
  externalIdentifier: "goprohd",
  sku: "GPHD1078",
  productUrl: "https://example.com/catalog/go-pro-hd",
  imageUrl: "https://example.com/images/go-pro-hd.jpg",
  categories: ["camera", "travel", "gear"],
  productType: "physical",
  sellerCountry: "GB",
};

const departure = new Date("2013-07-16T19:23:00.000Z");

const leg = {
  arrivalAirport: "LAX",
  arrivalAt: departure,
  arrivalCity: "Los Angeles",
  arrivalCountry: "US",
  carrierCode: "BA",
  couponNumber: "15885566",
  departureAirport: "LHR",
  departureAt: departure,
  departureCity: "London",
  departureCountry: "GB",
  departureTaxAmount: 1200,
  fareAmount: 129900,
  fareBasisCode: "FY",
  feeAmount: 1200,
  flightClass: "E",
  flightNumber: "101",
  routeType: "round_trip",
  stopOver: false,
  taxAmount: 1200,
};

const passenger = {
  ageGroup: "adult",
  dateOfBirth: new RFCDate("2013-07-16"),
  emailAddress: "john@example.com",
  firstName: "John",
  frequentFlyerNumber: "15885566",
  lastName: "Luhn",
  passportNumber: "11117700225",
  phoneNumber: "+1234567890",
  ticketNumber: "BA1236699999",
  title: "Mr.",
  countryCode: "US",
};

const full = {
  cartItems: [cartItem],
  metadata: { cohort: "cohort-a", order_id: "order-12345" },
  buyer: {
    displayName: "John Doe",
    externalIdentifier: "buyer-12345",
    billingDetails: { ...person, taxId: { value: "12345678931", kind: "id.nik" } },
    shippingDetails: person,
  },
  airline: {
    bookingCode: "X36Q9C",
    issuedAddress: "123 Broadway, New York",
    issuedAt: departure,
    issuingCarrierCode: "A3",
    legs: [leg, { ...leg, stopOver: true, routeType: "one_way" }],
    passengerNameRecord: "JOHN L",
    passengers: [passenger, passenger],
    reservationSystem: "Amadeus",
    restrictedTicket: false,
    ticketDeliveryMethod: "electronic",
    ticketNumber: "123-1234-151555",
    travelAgencyCode: "12345",
    travelAgencyInvoiceNumber: "EG15555155",
    travelAgencyName: "ACME Agency",
    travelAgencyPlanName: "B733",
  },
};

const optional = ["cartItems", "metadata", "buyer", "airline", "amount", "currency", "paymentServiceId"];

function assertEmpty(session) {
  for (const field of [...optional, "paymentMethod"]) {
    assert.equal(session[field] ?? null, null, `${field} is not set`);
  }
}

describe("Creating a session with the SDK", () => {
  test("create() without arguments answers a new, empty session that ends in an hour", async () => {
    const session = await sessions.create();

    assert.match(session.id, uuid);
    assert.equal(session.type, "checkout-session");
    assertEmpty(session);
    await assertExpiresIn(session.expiresAt, 3600);
  });

  test("create({}) answers a new, empty session that ends in an hour", async () => {
    const session = await sessions.create({});

    assert.match(session.id, uuid);
    assertEmpty(session);
    await assertExpiresIn(session.expiresAt, 3600);
  });

  test("Every session has an id of its own", async () => {
    const [one, other] = await Promise.all([sessions.create(), sessions.create()]);

    assert.notEqual(one.id, other.id);
  });

  test("create() with cart, metadata, buyer and airline answers and keeps all of it", async () => {
    const created = await sessions.create({ ...full, expiresIn: 3600 });
    assertEchoes(created, full);
    assert.equal(created.paymentMethod ?? null, null);

    const read = await sessions.get(created.id);
    assertEchoes(read, full);
    assert.deepEqual(read, created);
  });

  test("create() with amount and currency answers and keeps both", async () => {
    const created = await sessions.create({ amount: 1299, currency: "USD" });
    assertEchoes(created, { amount: 1299, currency: "USD" });

    assertEchoes(await sessions.get(created.id), { amount: 1299, currency: "USD" });
  });

  test("create() takes the smallest and the largest amount", async () => {
    assert.equal((await sessions.create({ amount: 0, currency: "JPY" })).amount, 0);
    assert.equal((await sessions.create({ amount: 99999999, currency: "JPY" })).amount, 99999999);
  });

  test("create() takes the cart item's fields of level 2 and level 3 data", async () => {
    const item = {
      ...cartItem,
      upc: "012345678905",
      taxExempt: true,
      unitOfMeasure: "each",
      commodityCode: "43211503",
      description: "An action camera",
      dutyAmount: 12,
      shippingAmount: 34,
    };

    assertEchoes(await sessions.create({ cartItems: [item] }), { cartItems: [item] });
  });

  test("create() with nulls answers a session with nothing set", async () => {
    const session = await sessions.create(Object.fromEntries(optional.map((field) => [field, null])));

    assertEmpty(session);
    await assertExpiresIn(session.expiresAt, 3600);
  });

  test("create() takes nulls inside the buyer, the cart and the airline", async () => {
    const session = await sessions.create({
      cartItems: [{ name: "GoPro HD", quantity: 1, unitAmount: 0, sku: null, categories: null, productType: null }],
      buyer: { displayName: "John Doe", billingDetails: { firstName: "John", address: null, taxId: null } },
      airline: { bookingCode: "X36Q9C", issuedAt: null, legs: null, passengers: null },
    });

    assert.equal(session.cartItems[0].name, "GoPro HD");
    assert.equal(session.cartItems[0].sku ?? null, null);
    assert.equal(session.buyer.billingDetails.firstName, "John");
    assert.equal(session.buyer.billingDetails.address ?? null, null);
    assert.equal(session.airline.issuedAt ?? null, null);
  });

  test("Metadata keys come back as they were spelled", async () => {
    const metadata = { camelCase: "a", snake_case: "b", "with space": "c", "ünïcode ✓": "d", empty: "" };

    assert.deepEqual((await sessions.create({ metadata })).metadata, metadata);
  });

  test("expiresIn sets how long the session lives, up to a day", async () => {
    await assertExpiresIn((await sessions.create({ expiresIn: 7200 })).expiresAt, 7200);
    await assertExpiresIn((await sessions.create({ expiresIn: 86400 })).expiresAt, 86400);
  });

  test("A server URL with a slash at its end works", async () => {
    const { id } = await client({ serverURL: `${baseUrl}/` }).checkoutSessions.create();

    assert.equal((await client({ serverURL: `${baseUrl}/` }).checkoutSessions.get(id)).id, id);
  });
});

describe("Reading, updating and deleting a session with the SDK", () => {
  test("get() answers the session that create() made", async () => {
    const created = await sessions.create({ metadata: { cohort: "a" } });

    assert.deepEqual(await sessions.get(created.id), created);
  });

  test("update() replaces the metadata and keeps everything else", async () => {
    const created = await sessions.create({ ...full, amount: 1299, currency: "USD" });
    const updated = await sessions.update({ metadata: { cohort: "cohort-b" } }, created.id);

    assert.equal(updated.id, created.id);
    assert.deepEqual(updated.metadata, { cohort: "cohort-b" });
    assertEchoes(updated, { ...full, metadata: { cohort: "cohort-b" }, amount: 1299, currency: "USD" });
    assert.deepEqual(await sessions.get(created.id), updated);
  });

  test("update() replaces the cart and the buyer as a whole", async () => {
    const { id } = await sessions.create(full);
    const cartItems = [{ name: "Strap", quantity: 1, unitAmount: 499 }];
    const updated = await sessions.update({ cartItems, buyer: { displayName: "Jane Doe" } }, id);

    assertEchoes(updated, { cartItems, buyer: { displayName: "Jane Doe" }, metadata: full.metadata });
    assert.equal(updated.buyer.externalIdentifier ?? null, null);
    assert.equal(updated.buyer.billingDetails ?? null, null);
  });

  test("update({}) keeps what is there", async () => {
    const { id } = await sessions.create({ ...full, amount: 1299, currency: "USD" });

    assertEchoes(await sessions.update({}, id), { ...full, amount: 1299, currency: "USD" });
  });

  test("update() with nulls clears the fields", async () => {
    const { id } = await sessions.create({ ...full, amount: 1299, currency: "USD" });
    const updated = await sessions.update(Object.fromEntries(optional.map((field) => [field, null])), id);

    assertEmpty(updated);
    assertEmpty(await sessions.get(id));
  });

  test("update() counts the session's life from the update", async () => {
    const { id } = await sessions.create({ expiresIn: 86400 });

    await assertExpiresIn((await sessions.update({ expiresIn: 7200 }, id)).expiresAt, 7200);
    await assertExpiresIn((await sessions.update({}, id)).expiresAt, 3600);
  });

  test("delete() removes the session, and what follows is a typed 404", async () => {
    const { id } = await sessions.create(full);
    assert.equal(await sessions.delete(id), undefined);

    await assertRefused(sessions.get(id), 404);
    await assertRefused(sessions.update({ metadata: { a: "b" } }, id), 404);
    await assertRefused(sessions.delete(id), 404);
    assertError(await putFields(id, card()), 404);
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

  test("They create, read, update and delete a session", async () => {
    const created = value(await checkoutSessionsCreate(core, { metadata: { cohort: "a" } }));
    assert.deepEqual(value(await checkoutSessionsGet(core, created.id)), created);

    const updated = value(await checkoutSessionsUpdate(core, { metadata: { cohort: "b" } }, created.id));
    assert.deepEqual(updated.metadata, { cohort: "b" });

    assert.equal(value(await checkoutSessionsDelete(core, created.id)), undefined);
  });

  test("They create a session without arguments", async () => {
    assert.match(value(await checkoutSessionsCreate(core)).id, uuid);
  });

  test("They answer an error as a value, not as an exception", async () => {
    for (const call of [
      () => checkoutSessionsGet(core, unknownId),
      () => checkoutSessionsUpdate(core, {}, unknownId),
      () => checkoutSessionsDelete(core, unknownId),
    ]) {
      const result = await call();
      assert.equal(result.ok, false);
      assertTyped(result.error, 404);
    }

    const invalid = await checkoutSessionsCreate(core, { amount: -1 });
    assert.equal(invalid.ok, false);
    assertNames(assertTyped(invalid.error, 400).details, "/amount");
  });
});

describe("What the SDK makes of a refused body", () => {
  for (const [what, body, pointer] of [
    ["A life that is too short", { expiresIn: 10 }, "/expires_in"],
    ["A life that is too long", { expiresIn: 86401 }, "/expires_in"],
    ["A negative amount", { amount: -1 }, "/amount"],
    ["An amount that is too large", { amount: 100000000 }, "/amount"],
    ["A currency in small letters", { currency: "usd" }, "/currency"],
    ["A payment service's id that is no UUID", { paymentServiceId: "stripe" }, "/payment_service_id"],
    ["A quantity of zero", { cartItems: [{ ...cartItem, quantity: 0 }] }, "/cart_items/0/quantity"],
    ["An empty name", { cartItems: [cartItem, { ...cartItem, name: "" }] }, "/cart_items/1/name"],
    ["An unknown product type", { cartItems: [{ ...cartItem, productType: "spiritual" }] }, "/cart_items/0/product_type"],
    ["An empty category", { cartItems: [{ ...cartItem, categories: ["a", ""] }] }, "/cart_items/0/categories/1"],
    [
      "A country in small letters",
      { buyer: { billingDetails: { address: { country: "us" } } } },
      "/buyer/billing_details/address/country",
    ],
    [
      "A telephone number without a plus",
      { buyer: { shippingDetails: { phoneNumber: "0123" } } },
      "/buyer/shipping_details/phone_number",
    ],
    [
      "An unknown kind of tax id",
      { buyer: { billingDetails: { taxId: { value: "1", kind: "xx.none" } } } },
      "/buyer/billing_details/tax_id/kind",
    ],
    ["An airport of four letters", { airline: { legs: [{ arrivalAirport: "LAXX" }] } }, "/airline/legs/0/arrival_airport"],
    ["More than twenty legs", { airline: { legs: Array(21).fill({ arrivalAirport: "LAX" }) } }, "/airline/legs"],
  ]) {
    test(`${what} is a typed 400 that names ${pointer}, on create and on update`, async () => {
      assertNames((await assertRefused(sessions.create(body), 400)).details, pointer);

      const { id } = await sessions.create({ metadata: { kept: "yes" } });
      assertNames((await assertRefused(sessions.update({ ...body, metadata: { kept: "no" } }, id), 400)).details, pointer);
      assert.deepEqual((await sessions.get(id)).metadata, { kept: "yes" });
    });
  }

  test("Every field that is wrong is named in one answer", async () => {
    const { details } = await assertRefused(sessions.create({ amount: -1, currency: "usd", expiresIn: 10 }), 400);

    assertNames(details, "/amount");
    assertNames(details, "/currency");
    assertNames(details, "/expires_in");
  });
});

describe("What the SDK makes of a session that is not there", () => {
  test("An unknown id is a typed 404 with get, update and delete", async () => {
    await assertRefused(sessions.get(unknownId), 404);
    await assertRefused(sessions.update({ metadata: { a: "b" } }, unknownId), 404);
    await assertRefused(sessions.delete(unknownId), 404);
  });

  test("An id that is no UUID is a typed error too", async () => {
    for (const call of [() => sessions.get("nonsense"), () => sessions.update({}, "nonsense"), () => sessions.delete("nonsense")]) {
      const error = await refusal(call());
      assert.ok([400, 404].includes(error.statusCode), String(error));
      assertTyped(error, error.statusCode);
    }
  });
});

describe("Authentication with the SDK's tokens", () => {
  async function assertUnauthorized(bearerAuth) {
    const refused = client({ bearerAuth }).checkoutSessions;
    for (const call of [
      () => refused.create(),
      () => refused.get(unknownId),
      () => refused.update({}, unknownId),
      () => refused.delete(unknownId),
    ]) {
      const error = await assertRefused(call(), 401);
      assert.match(error.headers.get("www-authenticate") ?? "", /^bearer\b/i);
    }
  }

  test("A token of withToken({ privateKey }) opens every route", async () => {
    const own = client({ bearerAuth: withToken({ privateKey }) }).checkoutSessions;
    const { id } = await own.create();

    assert.equal((await own.get(id)).id, id);
    assert.equal((await own.update({}, id)).id, id);
    await own.delete(id);
  });

  test("A token of getToken() can be given as a string", async () => {
    const token = await getToken({ privateKey, expiresIn: "1h" });

    assert.match((await client({ bearerAuth: token }).checkoutSessions.create()).id, uuid);
  });

  test("A garbled token is a typed 401", async () => {
    await assertUnauthorized("garbled");
    await assertUnauthorized("a.b.c");
  });

  test("A token whose claims were changed after signing is a typed 401", async () => {
    const [header, , signature] = (await getToken({ privateKey, scopes: ["buyers.read"] })).split(".");
    const [, claims] = (await getToken({ privateKey })).split(".");

    await assertUnauthorized([header, claims, signature].join("."));
  });

  test("A token signed by an unknown key is a typed 401", async () => {
    await assertUnauthorized(withToken({ privateKey: unknownPrivateKey() }));
  });

  test("A token that has expired is a typed 401", async () => {
    await assertUnauthorized(await getToken({ privateKey, expiresIn: "-10m" }));
  });

  test("No token at all is a typed 401", async () => {
    await assertUnauthorized(undefined);
  });

  test("A token without the scope is a typed 403", async () => {
    const { id } = await sessions.create();
    const other = client({ bearerAuth: withToken({ privateKey, scopes: ["buyers.read"] }) }).checkoutSessions;

    await assertRefused(other.create(), 403);
    await assertRefused(other.get(id), 403);
    await assertRefused(other.update({}, id), 403);
    await assertRefused(other.delete(id), 403);
  });

  test("A token with the read scope reads, and a token with the write scope writes", async () => {
    const reader = client({ bearerAuth: withToken({ privateKey, scopes: [JWTScope.CheckoutSessionsRead] }) }).checkoutSessions;
    const writer = client({ bearerAuth: withToken({ privateKey, scopes: [JWTScope.CheckoutSessionsWrite] }) }).checkoutSessions;

    const { id } = await writer.create();
    assert.equal((await reader.get(id)).id, id);
    assert.equal((await writer.update({}, id)).id, id);
    await assertRefused(reader.create(), 403);
    await assertRefused(reader.update({}, id), 403);
    await assertRefused(reader.delete(id), 403);
    await assertRefused(writer.get(id), 403);
    await writer.delete(id);
  });

  test("The merchant account \"default\" can be named for the client and for a call, or be left out", async () => {
    const unnamed = client().checkoutSessions;
    const { id } = await unnamed.create();

    assert.equal((await client({ merchantAccountId: "default" }).checkoutSessions.get(id)).id, id);
    assert.equal((await unnamed.get(id, "default")).id, id);
    assert.equal((await unnamed.update({}, id, "default")).id, id);
    assert.match((await unnamed.create({}, "default")).id, uuid);
    await unnamed.delete(id, "default");
  });

  test("An unknown merchant account is a typed 403", async () => {
    const { id } = await sessions.create();

    await assertRefused(client({ merchantAccountId: "nobody" }).checkoutSessions.create(), 403);
    await assertRefused(sessions.create({}, "nobody"), 403);
    await assertRefused(sessions.get(id, "nobody"), 403);
    await assertRefused(sessions.update({}, id, "nobody"), 403);
    await assertRefused(sessions.delete(id, "nobody"), 403);
    assert.equal((await sessions.get(id)).id, id);
  });
});

describe("Embed tokens", () => {
  const embedParams = {
    amount: 1299,
    currency: "USD",
    buyerExternalIdentifier: "buyer-12345",
    metadata: { cohort: "cohort-a" },
    cartItems: [cartItem],
    merchantAccountId: "default",
    connectionOptions: { "cybersource-anti-fraud": { merchant_defined_data: { 1: "a" } } },
  };

  async function assertForbidden(token, id) {
    const browser = client({ bearerAuth: token }).checkoutSessions;
    await assertRefused(browser.create(), 403);
    await assertRefused(browser.get(id), 403);
    await assertRefused(browser.update({ amount: 1 }, id), 403);
    await assertRefused(browser.delete(id), 403);
  }

  test("A token of getEmbedToken() is a typed 403 on the routes of servers", async () => {
    const { id } = await sessions.create();
    const token = await getEmbedToken({ privateKey, embedParams });

    assert.deepEqual(claimsOf(token).scopes, ["embed"]);
    await assertForbidden(token, id);
    assert.equal((await sessions.get(id)).id, id);
  });

  test("A token of getEmbedToken() for a session is a typed 403 even for that session", async () => {
    const { id } = await sessions.create();
    const token = await getEmbedToken({ privateKey, embedParams, checkoutSessionId: id });

    assert.equal(claimsOf(token).checkout_session_id, id);
    await assertForbidden(token, id);
  });

  test("A token of updateToken() is what the token was that it renews", async () => {
    const { id } = await sessions.create();
    const embed = await updateToken({ token: await getEmbedToken({ privateKey, embedParams, checkoutSessionId: id }), privateKey });
    const server = await updateToken({ token: await getToken({ privateKey }), privateKey });

    await assertForbidden(embed, id);
    assert.equal((await client({ bearerAuth: server }).checkoutSessions.get(id)).id, id);
  });

  test("A card can be sent to the fields with an embed token", async () => {
    const { id } = await sessions.create();
    const token = await getEmbedToken({ privateKey, embedParams, checkoutSessionId: id });

    assert.equal((await putFields(id, card(), { token })).status, 204);
  });
});

describe("The fields of a session", () => {
  test("A card is taken without authentication, and the SDK shows what may be shown of it", async () => {
    const { id } = await sessions.create();
    const response = await putFields(id, card());
    assert.equal(response.status, 204, response.text);
    assert.equal(response.text, "");

    const { paymentMethod } = await sessions.get(id);
    assert.equal(paymentMethod.type, "payment-method");
    assert.equal(paymentMethod.method, "card");
    assert.equal(paymentMethod.label, "1111");
    assert.equal(paymentMethod.scheme, "visa");
    assert.equal(paymentMethod.details.bin, "411111");
    assert.match(paymentMethod.fingerprint, fingerprint);
  });

  test("A card is taken with a server's token too", async () => {
    const { id } = await sessions.create();
    const token = await getToken({ privateKey });

    assert.equal((await putFields(id, card(), { token })).status, 204);
    assert.equal((await sessions.get(id)).paymentMethod.label, "1111");
  });

  test("The number, the expiry date and the security code are never shown", async () => {
    const { id } = await sessions.create({ metadata: { cohort: "a" } });
    await putFields(id, card("4242424242424242"), { postal_code: "94560" });

    const { status, headers, text } = await send("GET", `/checkout/sessions/${id}`, { token: await getToken({ privateKey }) });
    assert.equal(status, 200);
    assert.match(headers.get("cache-control") ?? "", /no-store/);
    assert.doesNotMatch(text, /4242424242424242|12\/35|security_code|expiration_date/);
  });

  for (const [number, scheme, bin, label] of [
    ["4242424242424242", "visa", "424242", "4242"],
    ["5555555555554444", "mastercard", "555555", "4444"],
    ["378282246310005", "amex", "378282", "0005"],
  ]) {
    test(`A card that starts with ${bin} is shown as ${scheme}`, async () => {
      const { id } = await sessions.create();
      const code = scheme === "amex" ? "1234" : "123";
      assert.equal((await putFields(id, card(number, { security_code: code }))).status, 204);

      const { paymentMethod } = await sessions.get(id);
      assert.equal(paymentMethod.scheme, scheme);
      assert.equal(paymentMethod.details.bin, bin);
      assert.equal(paymentMethod.label, label);
    });
  }

  test("A card has the same fingerprint in every session, and another card has another", async () => {
    const [one, two, three] = await Promise.all([sessions.create(), sessions.create(), sessions.create()]);
    await putFields(one.id, card());
    await putFields(two.id, card("4111111111111111", { expiration_date: "01/36", security_code: "999" }));
    await putFields(three.id, card("4242424242424242"));

    const [a, b, c] = await Promise.all([one, two, three].map(async ({ id }) => (await sessions.get(id)).paymentMethod.fingerprint));
    assert.equal(a, b);
    assert.notEqual(a, c);
  });

  test("The last card that was sent is the session's card", async () => {
    const { id } = await sessions.create();
    await putFields(id, card());
    await putFields(id, card("5555555555554444"));

    assert.equal((await sessions.get(id)).paymentMethod.label, "4444");
  });

  test("A card stays when the session is updated afterwards", async () => {
    const { id } = await sessions.create();
    await putFields(id, card());
    const updated = await sessions.update({ metadata: { cohort: "b" } }, id);

    assert.equal(updated.paymentMethod.label, "1111");
    assert.deepEqual((await sessions.get(id)).paymentMethod, updated.paymentMethod);
  });

  test("A card without a security code, or with an expiry date in the past, is taken", async () => {
    const { id } = await sessions.create();

    assert.equal((await putFields(id, { method: "card", number: "4111111111111111", expiration_date: "12/35" })).status, 204);
    assert.equal((await putFields(id, card("4111111111111111", { security_code: null }))).status, 204);
    assert.equal((await putFields(id, card("4111111111111111", { expiration_date: "11/25" }))).status, 204);
    assert.equal((await putFields(id, card(), { postal_code: "94560" })).status, 204);
    assert.equal((await putFields(id, card(), { postal_code: null })).status, 204);
  });

  for (const [what, field, value] of [
    ["that is too short", "number", "411111111111"],
    ["that is too long", "number", "41111111111111111111"],
    ["with a letter", "number", "411111111111111a"],
    ["in another form", "expiration_date", "12/2035"],
    ["that is too short", "security_code", "12"],
    ["with a letter", "security_code", "12a"],
  ]) {
    test(`A ${field} ${what} is a 400 that names the field and does not repeat the card`, async () => {
      const { id } = await sessions.create();
      const response = await putFields(id, card("4111111111111111", { [field]: value }));

      assertNames(assertError(response, 400).details, `/payment_method/${field}`);
      if (field === "number") {
        assert.ok(!response.text.includes(value));
      }
      assert.equal((await sessions.get(id)).paymentMethod ?? null, null);
    });
  }

  test("A body without a payment method, or with an unknown one, is a 400", async () => {
    const { id } = await sessions.create();
    const path = `/checkout/sessions/${id}/fields`;

    assertError(await send("PUT", path, { body: {} }), 400);
    assertError(await send("PUT", path, { body: { payment_method: null } }), 400);
    assertError(await send("PUT", path, { body: { payment_method: { method: "cash" } } }), 400);
    assertError(await send("PUT", path, { text: "{\"payment_method\":" }), 400, { message: null });
  });

  test("A card for an unknown session is a 404", async () => {
    assertError(await putFields(unknownId, card()), 404);
  });

  test("A stored payment method that nobody stored is refused", async () => {
    const { id } = await sessions.create();
    const response = await putFields(id, { method: "id", id: unknownId, security_code: "123" });

    assert.ok([400, 404].includes(response.status), `${response.status} ${response.text}`);
    assertError(response, response.status, { message: null });
    assert.equal((await sessions.get(id)).paymentMethod ?? null, null);
  });

  test("A stored payment method whose id is no UUID is a 400", async () => {
    const { id } = await sessions.create();

    assertNames(assertError(await putFields(id, { method: "id", id: "nonsense" }), 400).details, "/payment_method/id");
  });

  for (const method of ["click-to-pay", "click_to_pay"]) {
    test(`Fields with the method ${method} are taken, and the SDK still reads the session`, async () => {
      const { id } = await sessions.create();
      const response = await putFields(id, {
        method,
        merchant_transaction_id: "0a4e0d3.f4e6bce0.0d7b3ee0a9d6",
        src_correlation_id: "f4e6bce0-0d7b-3ee0-a9d6-0a4e0d30a4e0",
        src_dpa_id: "b6e06cc6-3018-4c4c-bbf5-9fb232615090",
        src_cx_flow_id: "34f4a04b.5ab1ad28-8b2f-4b1b-8d2c-4b1b8d2c4b1b.1700000000",
      });
      assert.equal(response.status, 204, response.text);

      const session = await sessions.get(id);
      assert.equal(session.id, id);
      assert.equal(session.paymentMethod?.method ?? "card", "card");
      assert.equal((await sessions.update({}, id)).id, id);
    });

    test(`Fields with the method ${method} and nothing else are a 400`, async () => {
      const { id } = await sessions.create();

      assertNames(assertError(await putFields(id, { method }), 400).details, "/payment_method/merchant_transaction_id");
    });
  }
});

describe("The other routes of browsers", () => {
  test("Card details answer a BIN's scheme without authentication", async () => {
    const { id } = await sessions.create();
    const response = await send("POST", `/checkout/sessions/${id}/card-details`, { body: { bin: "411111" } });
    assert.equal(response.status, 200, response.text);
    assert.match(response.headers.get("content-type"), /^application\/json\b/);

    const details = response.json;
    assert.equal(details.bin, "411111");
    assert.equal(details.scheme, "visa");
    assert.ok([undefined, null, "credit", "debit", "prepaid"].includes(details.card_type));
    assert.ok(details.additional_schemes === undefined || Array.isArray(details.additional_schemes));
  });

  test("Card details take a BIN of eight digits and refuse one of five", async () => {
    const { id } = await sessions.create();
    const path = `/checkout/sessions/${id}/card-details`;

    assert.equal((await send("POST", path, { body: { bin: "41111111" } })).json.scheme, "visa");
    assertNames(assertError(await send("POST", path, { body: { bin: "41111" } }), 400).details, "/bin");
    assertNames(assertError(await send("POST", path, { body: {} }), 400).details, "/bin");
  });

  test("Card details of an unknown session are a 404", async () => {
    assertError(await send("POST", `/checkout/sessions/${unknownId}/card-details`, { body: { bin: "411111" } }), 404);
  });

  test("The acquirer of a session is refused in the error envelope", async () => {
    const { id } = await sessions.create();
    const response = await send("GET", `/checkout/sessions/${id}/acquirer`);

    assert.ok(response.status >= 400 && response.status < 500, `${response.status} ${response.text}`);
    assertError(response, response.status, { message: null });
  });

  test("A Click to Pay session is refused with an error that the SDK has a class for", async () => {
    const { id } = await sessions.create();
    const error = await refusal(gr4vy.digitalWallets.sessions.clickToPay({ checkoutSessionId: id }));
    assert.match(error.name, /^Error4\d\d$/, `${error.name}: ${error.message}`);
    assertDetails(error.details);

    const response = await send("POST", "/digital-wallets/click-to-pay/session", { body: { checkout_session_id: id } });
    assertError(response, error.statusCode, { message: null });
  });
});

describe("The wire as other clients use it", () => {
  const authorized = async (options = {}) => ({ token: await getToken({ privateKey }), ...options });

  async function assertCreated(options) {
    const response = await send("POST", "/checkout/sessions", await authorized(options));
    assert.equal(response.status, 201, response.text);
    assert.match(response.headers.get("content-type"), /^application\/json\b/);
    assert.equal(response.json.type, "checkout-session");
    return response.json;
  }

  test("A session is created from no body, null, an empty object and a list of empty objects", async () => {
    await assertCreated();
    await assertCreated({ headers: { "content-type": "application/json" } });
    await assertCreated({ text: "null" });
    await assertCreated({ text: "{}" });
    await assertCreated({ text: "[]" });
    await assertCreated({ text: "[{}]" });
  });

  test("A life that is written as a fraction is taken", async () => {
    const session = await assertCreated({
      text: "{\"expires_in\":7200.0}",
      headers: { "content-type": "application/json; charset=utf-8" },
    });

    await assertExpiresIn(new Date(session.expires_at), 7200);
  });

  test("Dates without an offset or with seven decimals come back in a form that the SDK reads", async () => {
    const { id } = await assertCreated({
      body: {
        airline: {
          issued_at: "2013-07-16T19:23:00",
          legs: [{ departure_at: "2013-07-16T19:23:00.0000000Z", arrival_at: "2013-07-16T21:23:00+02:00" }],
          passengers: [{ date_of_birth: "2013-07-16" }],
        },
      },
    });

    const { airline } = await sessions.get(id);
    assert.equal(airline.issuedAt.toISOString(), "2013-07-16T19:23:00.000Z");
    assert.equal(airline.legs[0].departureAt.toISOString(), "2013-07-16T19:23:00.000Z");
    assert.equal(airline.legs[0].arrivalAt.toISOString(), "2013-07-16T19:23:00.000Z");
    assert.equal(String(airline.passengers[0].dateOfBirth), "2013-07-16");
  });

  test("The fields that no SDK has are taken and not shown", async () => {
    const hidden = {
      country: "US",
      is_subsequent_payment: false,
      merchant_initiated: false,
      payment_source: "ecommerce",
      intent: "authorize",
    };
    const session = await assertCreated({ body: hidden });

    for (const field of [...Object.keys(hidden), "expires_in"]) {
      assert.ok(!(field in session), `${field} is not shown`);
    }
  });

  test("The word before the token may be written in small letters", async () => {
    const token = await getToken({ privateKey });
    const response = await send("POST", "/checkout/sessions", { headers: { authorization: `bearer ${token}` } });

    assert.equal(response.status, 201, response.text);
  });

  test("A property that nobody knows is a 400 that names it", async () => {
    const response = await send("POST", "/checkout/sessions", await authorized({ body: { colour: "red" } }));

    assertNames(assertError(response, 400).details, "/colour");
  });

  test("A body that is not JSON is a 400 in the error envelope", async () => {
    assertError(await send("POST", "/checkout/sessions", await authorized({ text: "{\"amount\":" })), 400, {
      message: null,
    });
  });

  test("A route that is not there and a method that a route does not have are answered in the error envelope", async () => {
    assertError(await send("GET", "/checkout/nothing", await authorized()), 404);
    assertError(await send("PATCH", `/checkout/sessions/${unknownId}`, await authorized({ body: {} })), 405);
  });
});
