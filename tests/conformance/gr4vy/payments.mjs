// What the tests of payments share: clients of the newer SDK, its typed errors, the sandbox's clock and its cards.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

import { Gr4vy, getToken, withToken } from "@gr4vy/sdk";
import * as errors from "@gr4vy/sdk/models/errors/index.js";

import { assertEnvelope, baseUrl, card, credentials, privateKey, putFields, refusal, send } from "./support.mjs";

/** A client; without options one for the sandbox's own merchant account. */
export const client = (options = {}) =>
  new Gr4vy({
    serverURL: baseUrl,
    bearerAuth: withToken({ privateKey }),
    merchantAccountId: credentials.merchant_account_id,
    ...options,
  });

export const gr4vy = client();

/** The sandbox's cards, by what comes of them (docs/reference/test-provider.md). */
export const cards = {
  approved: "4111111111111111",
  declined: "4000000000000002",
  insufficientFunds: "4000000000009995",
  expired: "4000000000000069",
  incorrectCvv: "4000000000000127",
  error: "4000000000000119",
  challenged: "4000002760003184",
  lostAndCharged: "4000000000000341",
  lostAndNotCharged: "4000000000003220",
  lateSuccess: "4000000000000077",
  lateFailure: "4000000000003725",
};

/** A text that no other test uses. */
export const unique = (what) => `${what}-${randomUUID()}`;

/** A request of a server as something other than an SDK makes it. */
export async function api(method, path, { headers = {}, merchant = credentials.merchant_account_id, ...rest } = {}) {
  return send(method, path, {
    ...rest,
    token: await getToken({ privateKey }),
    headers: { "x-gr4vy-merchant-account-id": merchant, ...headers },
  });
}

/** A card as the SDK takes it. */
export const sdkCard = (number = cards.approved, more = {}) => ({
  method: "card",
  number,
  expirationDate: "12/35",
  securityCode: "123",
  ...more,
});

/** A session with a card on it; its id. */
export async function sessionWith(number = cards.approved, { session, code = "123", fields = {}, by = gr4vy } = {}) {
  const { id } = await by.checkoutSessions.create(session);
  await putCard(id, number, { code, fields });
  return id;
}

/** Puts a card on a session, as a browser does. */
export async function putCard(id, number = cards.approved, { code = "123", fields = {} } = {}) {
  const put = await putFields(id, card(number, { security_code: code }), fields);
  assert.equal(put.status, 204, put.text);
}

export const ofSession = (id, more = {}) => ({ method: "checkout-session", id, ...more });

/** Pays 1299 USD with a session, unless `more` says otherwise. */
export const payWith = (paymentMethod, more = {}, by = gr4vy) =>
  by.transactions.create({ amount: 1299, currency: "USD", paymentMethod, ...more });

/** Pays with a card through a new session. */
export const paySession = async (number, more, options) => payWith(ofSession(await sessionWith(number, options)), more);

/** Pays with a card that the request brings. */
export const payCard = (number, more, of = {}) => payWith(sdkCard(number, of), more);

/** A payment that was captured as it was authorized. */
export const payAndCapture = (more = {}) => payCard(cards.approved, { intent: "capture", ...more });

export const capture = (transactionId, transactionCaptureCreate = {}, more = {}) =>
  gr4vy.transactions.capture({ transactionId, transactionCaptureCreate, ...more });

/** Moves the service's clock. */
export async function advance(seconds) {
  const moved = await send("POST", "/dev/clock", { body: { advance_seconds: seconds } });
  assert.equal(moved.status, 200, moved.text);
}

/** Asks again, for ten seconds at most, until what is told holds; the last answer. */
export async function eventually(ask, holds) {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (holds(answer) || tries === 100) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The transaction once it is not processing any more. */
export const settled = (id) =>
  eventually(
    () => gr4vy.transactions.get(id),
    ({ status }) => status !== "processing",
  );

/** What the buyer decides on the challenge page; its answer, redirections not followed. */
export const decide = (approvalUrl, decision) =>
  fetch(approvalUrl, { method: "POST", body: new URLSearchParams({ decision }), redirect: "manual" });

/** What the provider's own books say of a session's charges. */
export async function chargesOf(sessionId) {
  const { status, text, json } = await send("GET", `/dev/charges?session_id=${sessionId}`);
  assert.equal(status, 200, text);
  return json.items.map(({ amount, currency, outcome }) => ({ amount, currency, outcome }));
}

/** All items of a list of the SDK, page by page. */
export async function pagesOf(listing) {
  const pages = [];
  for await (const page of await listing) {
    pages.push(page.result.items);
  }
  return pages;
}

export const idsOf = (items) => items.map(({ id }) => id);

/** Asserts that a call is refused with the SDK's own class for this status, and returns the error. */
export async function assertRefused(promise, status, expected) {
  return assertTyped(await refusal(promise), status, expected);
}

/** Asserts that an error is the SDK's own class for this status, with the vendor's envelope in it. */
export function assertTyped(error, status, expected) {
  assert.equal(error.name, `Error${status}`, `${error.name}: ${error.message} ${error.body ?? ""}`);
  assert.ok(error instanceof errors[`Error${status}`]);
  assert.ok(error instanceof errors.Gr4vyError);
  assert.equal(error.statusCode, status);
  assert.match(error.contentType, /^application\/json\b/);
  const { type, code, message, details } = error;
  assertEnvelope({ type, code, status: error.status, message, details }, status, expected);
  assertEnvelope(JSON.parse(error.body), status, expected);
  return error;
}

/** Asserts some members of a transaction. */
export function assertIs(transaction, expected) {
  const actual = Object.fromEntries(Object.keys(expected).map((name) => [name, transaction[name]]));
  assert.deepEqual(actual, expected);
}
