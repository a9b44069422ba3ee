// Drives a running server with the unmodified @gr4vy/node, the client of the older generation.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Client } from "@gr4vy/node";
import { Gr4vy, withToken } from "@gr4vy/sdk";

import {
  assertEnvelope,
  assertError,
  assertExpiresIn,
  assertNames,
  baseUrl,
  fingerprint,
  privateKey,
  refusal,
  send,
  unknownId,
  unknownPrivateKey,
  uuid,
} from "./support.mjs";

const client = new Client({ baseUrl, privateKey });

const card = (more = {}) => ({
  paymentMethod: { method: "card", number: "4111111111111111", expirationDate: "11/25", securityCode: "123", ...more },
});

async function create() {
  return (await client.addCheckoutSession()).body.id;
}

/** Asserts that a call is refused with the client's own error for this status, and returns the body. */
async function assertRefused(promise, status) {
  const error = await refusal(promise);
  assert.equal(error.name, "HttpError", String(error));
  assert.equal(error.statusCode, status);
  assert.match(error.response.headers["content-type"], /^application\/json\b/);
  assertEnvelope(error.response.body, status);
  return error.response.body;
}

describe("The older Node client", () => {
  test("addCheckoutSession() answers a new session that ends in an hour", async () => {
    const { response, body } = await client.addCheckoutSession();

    assert.equal(response.statusCode, 201);
    assert.equal(body.type, "checkout-session");
    assert.match(body.id, uuid);
    await assertExpiresIn(body.expiresAt, 3600);
  });

  test("getCheckoutSession() answers the session that was added", async () => {
    const { body: added } = await client.addCheckoutSession();
    const { response, body } = await client.getCheckoutSession(added.id);

    assert.equal(response.statusCode, 200);
    assert.deepEqual(body, added);
  });

  test("updateCheckoutSessionFields() with a card is taken, and the card shows in the session", async () => {
    const id = await create();
    const updated = await client.updateCheckoutSessionFields(id, card());
    assert.equal(updated.response.statusCode, 204);
    assert.equal(updated.body, undefined);

    const { response, body } = await client.getCheckoutSession(id);
    assert.equal(body.id, id);
    assert.ok(body.expiresAt instanceof Date && !Number.isNaN(body.expiresAt.valueOf()));

    const { payment_method: shown } = response.body;
    assert.equal(shown.method, "card");
    assert.equal(shown.label, "1111");
    assert.equal(shown.scheme, "visa");
    assert.equal(shown.details.bin, "411111");
    assert.match(shown.fingerprint, fingerprint);
  });

  test("updateCheckoutSessionFields() may carry the older card's other fields", async () => {
    const id = await create();
    const { response } = await client.updateCheckoutSessionFields(
      id,
      card({
        externalIdentifier: "card-323444",
        buyerId: "fe26475d-ec3e-4884-9553-f7356683f7f9",
        buyerExternalIdentifier: "user-789123",
        redirectUrl: "https://example.com/callback",
      }),
    );

    assert.equal(response.statusCode, 204);
  });

  test("updateCheckoutSessionFields() without a body is taken or refused in the error envelope", async () => {
    const id = await create();
    try {
      const { response } = await client.updateCheckoutSessionFields(id);
      assert.equal(response.statusCode, 204);
    } catch (error) {
      assert.equal(error.statusCode, 400, String(error));
      assertEnvelope(error.response.body, 400, { message: null });
    }
  });

  test("updateCheckoutSessionFields() with a bad number is a 400 that names the field", async () => {
    const id = await create();
    const { details } = await assertRefused(client.updateCheckoutSessionFields(id, card({ number: "4111" })), 400);

    assertNames(details, "/payment_method/number");
  });

  test("deleteCheckoutSession() removes the session, and what follows is a 404", async () => {
    const id = await create();
    assert.equal((await client.deleteCheckoutSession(id)).response.statusCode, 204);

    await assertRefused(client.getCheckoutSession(id), 404);
    await assertRefused(client.updateCheckoutSessionFields(id, card()), 404);
    await assertRefused(client.deleteCheckoutSession(id), 404);
  });

  test("An unknown session is a 404", async () => {
    await assertRefused(client.getCheckoutSession(unknownId), 404);
    await assertRefused(client.updateCheckoutSessionFields(unknownId, card()), 404);
    await assertRefused(client.deleteCheckoutSession(unknownId), 404);
  });

  test("A client with an unknown key is refused with a 401", async () => {
    const stranger = new Client({ baseUrl, privateKey: unknownPrivateKey() });
    const id = await create();

    await assertRefused(stranger.addCheckoutSession(), 401);
    await assertRefused(stranger.getCheckoutSession(id), 401);
    await assertRefused(stranger.deleteCheckoutSession(id), 401);
  });

  test("Its merchant account header may be written in capital letters", async () => {
    const headers = { "X-GR4VY-MERCHANT-ACCOUNT-ID": "default" };
    const { body } = await client.addCheckoutSession({ headers });

    assert.equal((await client.getCheckoutSession(body.id, { headers })).body.id, body.id);
    await assertRefused(client.addCheckoutSession({ headers: { "X-GR4VY-MERCHANT-ACCOUNT-ID": "nobody" } }), 403);
  });

  test("A token of getBearerToken() opens the routes that its scopes name", async () => {
    const all = await client.getBearerToken();
    const buyers = await client.getBearerToken(["buyers.read"]);

    assert.equal((await send("POST", "/checkout/sessions", { token: all })).status, 201);
    assertError(await send("POST", "/checkout/sessions", { token: buyers }), 403);
  });

  test("A token of getEmbedToken() is a 403 on the routes of servers", async () => {
    const token = await client.getEmbedToken({ amount: 1299, currency: "USD" });

    assertError(await send("POST", "/checkout/sessions", { token }), 403);
    assertError(await send("GET", `/checkout/sessions/${await create()}`, { token }), 403);
  });

  test("Its sessions are the same as the ones of the newer SDK", async () => {
    const newer = new Gr4vy({ serverURL: baseUrl, bearerAuth: withToken({ privateKey }) }).checkoutSessions;
    const id = await create();
    await client.updateCheckoutSessionFields(id, card());

    assert.equal((await newer.get(id)).paymentMethod.label, "1111");
    const { id: other } = await newer.create({ metadata: { cohort: "a" } });
    assert.equal((await client.getCheckoutSession(other)).body.id, other);
  });
});
