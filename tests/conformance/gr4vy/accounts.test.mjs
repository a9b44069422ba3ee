// Merchant accounts, their API keys, and how far apart two accounts are.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { before, describe, test } from "node:test";

import { getToken, withToken } from "@gr4vy/sdk";

import {
  api,
  assertIs,
  assertRefused,
  capture,
  client,
  gr4vy,
  idsOf,
  ofSession,
  pagesOf,
  payAndCapture,
  payCard,
  payWith,
  sdkCard,
  sessionWith,
  unique,
} from "./payments.mjs";
import { assertError, assertNames, privateKey, send, unknownId, unknownPrivateKey, uuid } from "./support.mjs";

const { merchantAccounts } = gr4vy;
const newId = () => randomBytes(8).toString("hex");

/** A merchant account and its client, with a payment service, as the vendor's suites set one up. */
async function setUp() {
  const admin = client({ merchantAccountId: undefined });
  const id = newId();
  await admin.merchantAccounts.create({ id, displayName: id });
  const merchant = client({ merchantAccountId: id });
  await merchant.paymentServices.create({
    acceptedCountries: ["US"],
    acceptedCurrencies: ["USD"],
    displayName: "Payment service",
    paymentServiceDefinitionId: "mock-card",
    fields: [{ key: "merchant_id", value: "test" }],
  });
  return { id, merchant };
}

describe("Merchant accounts", () => {
  test("create() answers and keeps an account", async () => {
    const id = newId();
    const created = await merchantAccounts.create({ id, displayName: "A shop" });

    assertIs(created, {
      type: "merchant-account",
      id,
      displayName: "A shop",
      accountUpdaterEnabled: false,
      asyncNetworkTokensEnabled: false,
    });
    assert.ok(created.createdAt instanceof Date);
    assert.deepEqual(await merchantAccounts.get(id), created);
  });

  test("update() renames an account", async () => {
    const id = newId();
    await merchantAccounts.create({ id, displayName: "A shop" });
    const updated = await merchantAccounts.update({ displayName: "Another" }, id);

    assertIs(updated, { id, displayName: "Another" });
    assert.deepEqual(await merchantAccounts.get(id), updated);
    assert.equal((await merchantAccounts.update({}, id)).displayName, "Another");
  });

  test("list() goes through all accounts, and search() finds one", async () => {
    const displayName = unique("shop");
    const ids = [newId(), newId(), newId()];
    for (const id of ids) {
      await merchantAccounts.create({ id, displayName });
    }

    const all = idsOf((await pagesOf(merchantAccounts.list(undefined, 2))).flat());
    assert.equal(new Set(all).size, all.length);
    assert.ok([...ids, "default"].every((id) => all.includes(id)));
    const found = (await pagesOf(merchantAccounts.list(undefined, 2, displayName))).flat();
    assert.deepEqual(idsOf(found).sort(), ids.sort());
  });

  test("A second account with an id is a typed 409, an unknown one a 404, a bad one a 400", async () => {
    await assertRefused(merchantAccounts.create({ id: "default", displayName: "Default" }), 409);
    await assertRefused(merchantAccounts.get("nobody"), 404);
    await assertRefused(merchantAccounts.update({ displayName: "a" }, "nobody"), 404);
    assertNames((await assertRefused(merchantAccounts.create({ id: "a b", displayName: "a" }), 400)).details, "/id");
    assertNames(
      (await assertRefused(merchantAccounts.create({ id: newId(), displayName: "" }), 400)).details,
      "/display_name",
    );
  });

  test("Without the scope they are typed 403s, without a token 401s", async () => {
    const other = client({ bearerAuth: withToken({ privateKey, scopes: ["transactions.write"] }) }).merchantAccounts;

    await assertRefused(other.list(), 403);
    await assertRefused(other.create({ id: newId(), displayName: "a" }), 403);
    await assertRefused(client({ bearerAuth: undefined }).merchantAccounts.list(), 401);
  });
});

describe("A merchant account of its own", () => {
  let id;
  let merchant;

  before(async () => {
    ({ id, merchant } = await setUp());
  });

  test("The vendor's suite of checkout sessions runs in it", async () => {
    const transaction = await payWith(ofSession(await sessionWith(undefined, { by: merchant })), {}, merchant);

    assertIs(transaction, { status: "authorization_succeeded", amount: 1299, merchantAccountId: id });
    const empty = await merchant.checkoutSessions.create();
    await assert.rejects(payWith(ofSession(empty.id), {}, merchant), { message: "Request failed validation" });
  });

  test("A new account has no payment service, so a payment is a typed 400", async () => {
    const empty = newId();
    await merchantAccounts.create({ id: empty, displayName: "Empty" });
    const other = client({ merchantAccountId: empty });

    assert.deepEqual((await other.paymentServices.list()).result.items, []);
    await assertRefused(payWith(sdkCard(), {}, other), 400);
    assert.deepEqual((await other.paymentOptions.list({ currency: "USD" })).items, []);
  });

  test("Another account's transaction is a typed 404, for every operation", async () => {
    const { id: foreign } = await payAndCapture();
    const { transactions, refunds } = merchant;
    const refund = await gr4vy.transactions.refunds.create({ amount: 1 }, foreign);

    for (const call of [
      () => transactions.get(foreign),
      () => transactions.update({ metadata: { a: "b" } }, foreign),
      () => transactions.capture({ transactionId: foreign, transactionCaptureCreate: {} }),
      () => transactions.void(foreign),
      () => transactions.cancel(foreign),
      () => transactions.sync(foreign),
      () => transactions.refunds.create({}, foreign),
      () => transactions.refunds.all.create(foreign),
      () => transactions.refunds.list(foreign),
      () => transactions.refunds.get(foreign, refund.id),
      () => transactions.actions.list(foreign),
      () => transactions.events.list(foreign),
      () => transactions.settlements.list(foreign),
      () => refunds.get(refund.id),
    ]) {
      await assertRefused(call(), 404);
    }

    assertError(await api("GET", `/transactions/${foreign}/captures`, { merchant: id }), 404);
    assertIs(await gr4vy.transactions.get(foreign), { refundedAmount: 1, metadata: null });
  });

  test("Lists show an account's own transactions only", async () => {
    const externalIdentifier = unique("tenants");
    const { id: own } = await payWith(sdkCard(), { externalIdentifier }, merchant);
    const { id: foreign } = await payCard(undefined, { externalIdentifier });

    assert.deepEqual(idsOf((await merchant.transactions.list({ externalIdentifier })).result.items), [own]);
    assert.deepEqual(idsOf((await gr4vy.transactions.list({ externalIdentifier })).result.items), [foreign]);
    assert.deepEqual((await merchant.transactions.list({ id: foreign })).result.items, []);
  });

  test("Another account's session can't be paid with, nor its payment service", async () => {
    const session = await sessionWith();
    await assertRefused(payWith(ofSession(session), {}, merchant), 404);
    assert.equal((await payWith(ofSession(session))).status, "authorization_succeeded");

    const [service] = (await gr4vy.paymentServices.list()).result.items;
    await assertRefused(payWith(sdkCard(), { paymentServiceId: service.id }, merchant), 400);
    await assertRefused(merchant.paymentServices.get(service.id), 404);
    await assertRefused(merchant.paymentServices.update({ active: false }, service.id), 404);
    await assertRefused(merchant.paymentServices.delete(service.id), 404);
  });

  test("The same idempotency key in two accounts is two keys", async () => {
    const key = unique("key");
    const body = { amount: 1299, currency: "USD", paymentMethod: sdkCard() };
    const own = await merchant.transactions.create(body, undefined, key);
    const foreign = await gr4vy.transactions.create(body, undefined, key);

    assert.notEqual(own.id, foreign.id);
    assert.equal(own.merchantAccountId, id);
  });

  test("A card has another fingerprint in another account", async () => {
    const own = await payWith(sdkCard(), {}, merchant);

    assert.notEqual(own.paymentMethod.fingerprint, (await payCard()).paymentMethod.fingerprint);
  });

  test("A call may name an account that the client does not", async () => {
    const paid = await gr4vy.transactions.create({ amount: 1, currency: "USD", paymentMethod: sdkCard() }, id);

    assert.equal(paid.merchantAccountId, id);
    await assertRefused(gr4vy.transactions.get(paid.id), 404);
    assert.equal((await gr4vy.transactions.get(paid.id, id)).id, paid.id);
    await assertRefused(gr4vy.transactions.get(paid.id, "nobody"), 403);
  });
});

describe("API keys", () => {
  const create = (more) =>
    api("POST", "/api-key-pairs", { body: { display_name: "A key", role_ids: [unknownId], ...more } });

  test("A key that the server made opens it for the SDK, until it is deleted", async () => {
    const { status, json } = await create();
    assert.equal(status, 201);
    assertIs(json, { type: "api-key-pair", display_name: "A key", algorithm: "ECDSA", active: true });
    assert.match(json.id, uuid);

    const own = client({ bearerAuth: withToken({ privateKey: json.private_key }) });
    assert.equal((await payWith(sdkCard(), {}, own)).status, "authorization_succeeded");

    assert.equal((await api("GET", `/api-key-pairs/${json.id}`)).json.private_key, null);
    assert.equal((await api("DELETE", `/api-key-pairs/${json.id}`)).status, 204);
    await assertRefused(own.transactions.list(), 401);
    assertError(await api("GET", `/api-key-pairs/${json.id}`), 404);
  });

  test("A key that is restricted to an account is a typed 403 for another", async () => {
    const { id, merchant } = await setUp();
    const { json } = await create({ merchant_account_ids: [id] });
    const bearerAuth = withToken({ privateKey: json.private_key });

    assert.deepEqual(
      json.merchant_accounts.map((account) => account.id),
      [id],
    );
    assert.equal((await client({ bearerAuth, merchantAccountId: id }).transactions.list()).result.items.length, 0);
    assert.ok(merchant);
    await assertRefused(client({ bearerAuth }).transactions.list(), 403);
    await assertRefused(client({ bearerAuth }).merchantAccounts.create({ id: newId(), displayName: "a" }), 403);
    await assertRefused(client({ bearerAuth }).merchantAccounts.get("default"), 404);
  });

  test("A revoked key is a typed 401", async () => {
    const { json } = await create();
    const own = client({ bearerAuth: withToken({ privateKey: json.private_key }) });
    await own.transactions.list({ limit: 1 });

    const { json: revoked } = await api("PUT", `/api-key-pairs/${json.id}`, { body: { active: false } });
    assert.equal(revoked.active, false);
    await assertRefused(own.transactions.list({ limit: 1 }), 401);
    assertError(await api("PUT", `/api-key-pairs/${json.id}`, { body: { active: true } }), 400);
  });

  test("Keys are listed, without their private halves", async () => {
    const { json } = await create({ display_name: unique("key") });
    const { text, json: listed } = await api("GET", "/api-key-pairs?limit=100");

    assert.ok(idsOf(listed.items).includes(json.id));
    assert.doesNotMatch(text, /PRIVATE KEY/);
  });

  test("A private key, an unknown account and a missing name are 400s", async () => {
    assertNames(assertError(await create({ public_key: unknownPrivateKey() }), 400).details, "/public_key");
    assertNames(
      assertError(await create({ merchant_account_ids: ["nobody"] }), 400).details,
      "/merchant_account_ids/0",
    );
    assertNames(assertError(await create({ display_name: null }), 400).details, "/display_name");
    assertError(
      await send("POST", "/api-key-pairs", {
        body: {},
        token: await getToken({ privateKey, scopes: ["transactions.write"] }),
      }),
      403,
    );
  });

  test("An idempotency key is for accounts, and not for API keys, so that a private key is shown once", async () => {
    const headers = { "idempotency-key": unique("key") };
    const body = { display_name: "A key", role_ids: [unknownId] };
    const first = await api("POST", "/api-key-pairs", { body, headers });
    const again = await api("POST", "/api-key-pairs", { body, headers });

    assert.equal(first.status, 201);
    assert.equal(again.status, 201);
    assert.notEqual(again.json.id, first.json.id);

    const id = newId();
    const account = { body: { id, display_name: "A shop" }, headers };
    const made = await api("POST", "/merchant-accounts", account);
    const replayed = await api("POST", "/merchant-accounts", account);
    assert.equal(made.status, 201);
    assert.equal(replayed.status, 201);
    assert.deepEqual(replayed.json, made.json);
    assertError(await api("POST", "/merchant-accounts", { body: account.body }), 409);
  });
});
