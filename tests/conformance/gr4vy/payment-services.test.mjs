// Payment services and the routing between them, through the newer SDK.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";

import {
  api,
  assertIs,
  assertRefused,
  cards,
  gr4vy,
  idsOf,
  ofSession,
  pagesOf,
  payCard,
  payWith,
  sessionWith,
  unique,
} from "./payments.mjs";
import { assertError, assertNames, unknownId, uuid } from "./support.mjs";

const { paymentServices, paymentServiceDefinitions, transactions } = gr4vy;

const made = [];

/** A service as the vendor's suites make it; without more for a currency that the sandbox's own does not take. */
async function add(more = {}) {
  const service = await paymentServices.create({
    acceptedCountries: ["US"],
    acceptedCurrencies: ["USD"],
    displayName: "Payment service",
    paymentServiceDefinitionId: "mock-card",
    fields: [{ key: "merchant_id", value: "test" }],
    ...more,
  });
  made.push(service.id);
  return service;
}

// Services stay for good, so the routing of the other tests would go through them.
after(async () => {
  for (const id of made) {
    await paymentServices.delete(id).catch((error) => assert.equal(error.statusCode, 404));
  }
});

// Codes that no country uses (of Q only QAR is taken), so that no other service takes them.
let codes = 26;
const nextCurrency = () =>
  `Q${String.fromCharCode(65 + Math.floor(codes / 26))}${String.fromCharCode(65 + (codes++ % 26))}`;

describe("Payment services", () => {
  test("create() answers and keeps what was said, and fills in the rest", async () => {
    const created = await add({
      acceptedCurrencies: ["USD", "EUR"],
      acceptedCountries: ["US", "DE"],
      active: false,
      position: 7,
    });

    assertIs(created, {
      type: "payment-service",
      merchantAccountId: "default",
      paymentServiceDefinitionId: "mock-card",
      method: "card",
      displayName: "Payment service",
      acceptedCurrencies: ["USD", "EUR"],
      acceptedCountries: ["US", "DE"],
      fields: [{ key: "merchant_id", value: "test" }],
      active: false,
      position: 7,
      status: "created",
      isDeleted: false,
      threeDSecureEnabled: false,
      settlementReportingEnabled: false,
      paymentMethodTokenizationEnabled: false,
      networkTokensEnabled: false,
      openLoop: false,
    });
    assert.match(created.id, uuid);
    assert.deepEqual(await paymentServices.get(created.id), created);
  });

  test("create() puts a service after the others, and makes it active", async () => {
    const one = await add({ acceptedCurrencies: [nextCurrency()] });
    const other = await add({ acceptedCurrencies: [nextCurrency()] });

    assert.equal(one.active, true);
    assert.ok(other.position > one.position);
  });

  test("create() keeps the switches", async () => {
    const switches = {
      threeDSecureEnabled: true,
      paymentMethodTokenizationEnabled: true,
      networkTokensEnabled: true,
      openLoop: true,
      settlementReportingEnabled: true,
    };

    assertIs(await add({ ...switches, acceptedCurrencies: [nextCurrency()] }), switches);
  });

  test("update() changes what it says, and keeps the rest", async () => {
    const created = await add({ acceptedCurrencies: [nextCurrency()] });
    const updated = await paymentServices.update(
      {
        displayName: "Renamed",
        active: false,
        position: 12,
        acceptedCurrencies: ["GBP"],
        acceptedCountries: ["GB", "IE"],
      },
      created.id,
    );

    assertIs(updated, {
      displayName: "Renamed",
      active: false,
      position: 12,
      acceptedCurrencies: ["GBP"],
      acceptedCountries: ["GB", "IE"],
      fields: created.fields,
      createdAt: created.createdAt,
    });
    assert.deepEqual(await paymentServices.get(created.id), updated);
    assertIs(await paymentServices.update({}, created.id), { displayName: "Renamed", active: false, position: 12 });
    assertIs(await paymentServices.update({ displayName: null, active: null }, created.id), { displayName: "Renamed" });
  });

  test("update() sets fields one by one, and an empty value takes one away", async () => {
    const { id } = await add({
      acceptedCurrencies: [nextCurrency()],
      fields: [
        { key: "a", value: "1" },
        { key: "b", value: "2" },
      ],
    });
    const { fields } = await paymentServices.update(
      {
        fields: [
          { key: "a", value: "" },
          { key: "c", value: "3" },
        ],
      },
      id,
    );

    assert.deepEqual(fields, [
      { key: "b", value: "2" },
      { key: "c", value: "3" },
    ]);
  });

  test("delete() takes it out of use, and what follows is a typed 404", async () => {
    const { id } = await add({ acceptedCurrencies: [nextCurrency()] });
    assert.equal(await paymentServices.delete(id), undefined);

    await assertRefused(paymentServices.get(id), 404);
    await assertRefused(paymentServices.update({ active: true }, id), 404);
    await assertRefused(paymentServices.delete(id), 404);
    assert.ok(idsOf((await pagesOf(paymentServices.list({ deleted: true, limit: 100 }))).flat()).includes(id));
    assert.ok(!idsOf((await pagesOf(paymentServices.list({ limit: 100 }))).flat()).includes(id));
  });

  test("list() shows them newest first, page by page", async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) {
      ids.unshift((await add({ acceptedCurrencies: [nextCurrency()] })).id);
    }

    const pages = await pagesOf(paymentServices.list({ limit: 2 }));
    assert.ok(pages.slice(0, -1).every((items) => items.length === 2));
    assert.deepEqual(idsOf(pages.flat()).slice(0, 3), ids);
    assert.deepEqual(idsOf((await paymentServices.list({ method: "card", limit: 3 })).result.items), ids);
    assert.deepEqual((await paymentServices.list({ method: "paypal" })).result.items, []);
  });

  test("What is wrong with a service is a typed 400 that names it", async () => {
    for (const [pointer, more] of [
      ["/payment_service_definition_id", { paymentServiceDefinitionId: "no-such-card" }],
      ["/accepted_currencies", { acceptedCurrencies: [] }],
      ["/accepted_currencies/0", { acceptedCurrencies: ["usd"] }],
      ["/accepted_countries", { acceptedCountries: [] }],
      ["/accepted_countries/1", { acceptedCountries: ["US", "USA"] }],
      ["/display_name", { displayName: "" }],
      ["/fields/0/key", { fields: [{ key: "", value: "1" }] }],
    ]) {
      assertNames((await assertRefused(add(more), 400)).details, pointer);
    }
  });

  test("Unknown services are typed 404s", async () => {
    await assertRefused(paymentServices.get(unknownId), 404);
    await assertRefused(paymentServices.update({}, unknownId), 404);
    await assertRefused(paymentServices.delete(unknownId), 404);
  });

  test("No provider here verifies credentials or offers sessions: typed 400s", async () => {
    const { id } = await add({ acceptedCurrencies: [nextCurrency()] });

    await assertRefused(paymentServices.verify({ paymentServiceDefinitionId: "mock-card", fields: [] }), 400, {
      message: null,
    });
    await assertRefused(paymentServices.session({}, id), 400, { message: null });
    await assertRefused(paymentServiceDefinitions.session({}, "mock-card"), 400, { message: null });
  });

  test("Definitions are listed, and each can be read", async () => {
    const definitions = (await pagesOf(paymentServiceDefinitions.list())).flat();
    const simulator = definitions.find(({ id }) => id === "mock-card");

    assertIs(simulator, { type: "payment-service-definition", method: "card" });
    assert.ok(simulator.supportedCurrencies.includes("USD"));
    assert.ok(simulator.supportedCountries.includes("US"));
    for (const definition of definitions) {
      assert.deepEqual(await paymentServiceDefinitions.get(definition.id), definition);
    }

    await assertRefused(paymentServiceDefinitions.get("no-such-card"), 404);
  });
});

describe("Routing", () => {
  /** Which services an authorization went through, in order. */
  async function tried(id) {
    const { result } = await transactions.events.list(id);
    return result.items.map(({ context }) => context.payment_service_id).reverse();
  }

  async function addTwo() {
    const currency = nextCurrency();
    const second = await add({ acceptedCurrencies: [currency], position: 20, displayName: "Second" });
    const first = await add({ acceptedCurrencies: [currency], position: 10, displayName: "First" });
    return { currency, first, second };
  }

  test("The service with the lower position is asked, and only it", async () => {
    const { currency, first } = await addTwo();
    const { id, paymentService } = await payCard(cards.approved, { currency });

    assertIs(paymentService, { id: first.id, displayName: "First", paymentServiceDefinitionId: "mock-card" });
    assert.deepEqual(await tried(id), [first.id]);
  });

  test("Of the same position the older is asked", async () => {
    const currency = nextCurrency();
    const older = await add({ acceptedCurrencies: [currency], position: 5 });
    await add({ acceptedCurrencies: [currency], position: 5 });

    assert.equal((await payCard(cards.approved, { currency })).paymentService.id, older.id);
  });

  test("A position that is changed counts for the next payment", async () => {
    const { currency, first, second } = await addTwo();
    await paymentServices.update({ position: 30 }, first.id);

    assert.equal((await payCard(cards.approved, { currency })).paymentService.id, second.id);
  });

  test("After a failure the next is asked, and the last that was asked is shown", async () => {
    const { currency, first, second } = await addTwo();
    const { id, status, errorCode, paymentService } = await payCard(cards.error, { currency });

    assert.equal(status, "authorization_failed");
    assert.equal(errorCode, "service_error");
    assert.equal(paymentService.id, second.id);
    assert.deepEqual(await tried(id), [first.id, second.id]);
  });

  test("After a decline that another may not share the next is asked", async () => {
    const { currency, first, second } = await addTwo();
    const { id } = await payCard(cards.approved, { currency, amount: 200016 });

    assert.deepEqual(await tried(id), [first.id, second.id]);
  });

  test("After a decline that every provider would give nobody else is asked", async () => {
    const { currency, first } = await addTwo();
    const { id, errorCode } = await payCard(cards.insufficientFunds, { currency });

    assert.equal(errorCode, "insufficient_funds");
    assert.deepEqual(await tried(id), [first.id]);
  });

  test("After an outcome that is not known nobody else is asked", async () => {
    const { currency, first } = await addTwo();
    const { id, status, paymentService } = await payCard(cards.lostAndNotCharged, { currency });

    assert.equal(status, "processing");
    assert.equal(paymentService.id, first.id);
    assert.deepEqual(await tried(id), []);
  });

  test("A failing service of another provider is passed over for one that pays", async () => {
    const currency = nextCurrency();
    // Its account is nobody's, so it can only fail.
    const failing = await add({
      acceptedCurrencies: [currency],
      position: 1,
      paymentServiceDefinitionId: "stripe-card",
      fields: [],
    });
    const paying = await add({ acceptedCurrencies: [currency], position: 2 });
    const { id, status, paymentService } = await payWith(ofSession(await sessionWith()), { currency });

    assert.equal(status, "authorization_succeeded");
    assert.equal(paymentService.id, paying.id);
    assert.equal((await tried(id)).at(-1), paying.id);
    assert.ok((await tried(id)).every((service) => [failing.id, paying.id].includes(service)));
  });

  test("A currency that no service takes is a typed 400", async () => {
    await assertRefused(payCard(cards.approved, { currency: nextCurrency() }), 400);
    const id = await sessionWith();
    await assertRefused(payWith(ofSession(id), { currency: nextCurrency() }), 400);
    assert.equal((await payWith(ofSession(id))).status, "authorization_succeeded");
  });

  test("A country that no service takes is a typed 400, and a payment without a country is taken", async () => {
    const currency = nextCurrency();
    await add({ acceptedCurrencies: [currency], acceptedCountries: ["US"] });

    await assertRefused(payCard(cards.approved, { currency, country: "DE" }), 400);
    assert.equal((await payCard(cards.approved, { currency, country: "US" })).status, "authorization_succeeded");
    assert.equal((await payCard(cards.approved, { currency })).status, "authorization_succeeded");
  });

  test("A service that is not active, or was deleted, is not asked", async () => {
    const { currency, first, second } = await addTwo();
    await paymentServices.update({ active: false }, first.id);
    assert.equal((await payCard(cards.approved, { currency })).paymentService.id, second.id);

    await paymentServices.delete(second.id);
    await assertRefused(payCard(cards.approved, { currency }), 400);

    await paymentServices.update({ active: true }, first.id);
    assert.equal((await payCard(cards.approved, { currency })).paymentService.id, first.id);
  });

  test("What was paid through a service that was deleted can be captured and refunded", async () => {
    const currency = nextCurrency();
    const service = await add({ acceptedCurrencies: [currency] });
    const { id } = await payCard(cards.approved, { currency });
    await paymentServices.delete(service.id);

    const captured = await transactions.capture({ transactionId: id, transactionCaptureCreate: {} });
    assertIs(captured, { status: "capture_succeeded", capturedAmount: 1299 });
    assert.equal(captured.paymentService.id, service.id);
    assert.equal((await transactions.refunds.create({}, id)).status, "succeeded");
  });

  test("A request may name the service, and no other is asked then", async () => {
    const { currency, second } = await addTwo();
    const { id, paymentService } = await payCard(cards.error, { currency, paymentServiceId: second.id });

    assert.equal(paymentService.id, second.id);
    assert.deepEqual(await tried(id), [second.id]);
    await assertRefused(payCard(cards.approved, { currency, paymentServiceId: unknownId }), 400);
    await assertRefused(payCard(cards.approved, { paymentServiceId: second.id }), 400);
  });

  test("A session may name the service, and the request another", async () => {
    const { currency, first, second } = await addTwo();
    const session = { paymentServiceId: second.id };
    const of = async (more) =>
      payWith(ofSession(await sessionWith(cards.approved, { session })), { currency, ...more });

    assert.equal((await of({})).paymentService.id, second.id);
    assert.equal((await of({ paymentServiceId: first.id })).paymentService.id, first.id);
  });

  test("The filter payment_service_id finds the payments of the service that was asked last", async () => {
    const { currency, first, second } = await addTwo();
    const externalIdentifier = unique("routed");
    const { id } = await payCard(cards.error, { currency, externalIdentifier });
    const found = async (service) =>
      idsOf((await transactions.list({ externalIdentifier, paymentServiceId: [service] })).result.items);

    assert.deepEqual(await found(second.id), [id]);
    assert.deepEqual(await found(first.id), []);
  });

  test("A null for the service is silence, and no UUID is a 400", async () => {
    const body = {
      amount: 1299,
      currency: "USD",
      payment_method: { method: "card", number: cards.approved, expiration_date: "12/35" },
    };

    assert.equal((await api("POST", "/transactions", { body: { ...body, payment_service_id: null } })).status, 201);
    assertNames(
      assertError(await api("POST", "/transactions", { body: { ...body, payment_service_id: "stripe" } }), 400).details,
      "/payment_service_id",
    );
  });
});
