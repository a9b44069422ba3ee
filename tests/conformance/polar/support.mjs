// What the conformance tests share: where the server is, its credentials, raw requests, the sandbox's clock and books.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: these tests drive a running server (CHECKSTAND_URL, CHECKSTAND_CREDENTIALS)`);
  }
  return value;
}

/** The server's address, without a slash at its end. */
export const baseUrl = required("CHECKSTAND_URL").replace(/\/+$/, "");

/** What `checkstand dev` wrote for the Polar dialect: organization_id, access_token, product_id and the other products. */
export const credentials = JSON.parse(readFileSync(required("CHECKSTAND_CREDENTIALS"), "utf8")).polar;

/** An id that nothing has. */
export const unknownId = "8724fd24-5489-4a5d-90fd-0604df7d3b83";

/** The sandbox's confirmation tokens, by what comes of them (docs/reference/test-provider.md). */
export const tokens = {
  approve: "ctoken_test_approve",
  decline: "ctoken_test_decline",
  insufficientFunds: "ctoken_test_decline_insufficient_funds",
  expiredCard: "ctoken_test_decline_expired_card",
  incorrectCvc: "ctoken_test_decline_incorrect_cvc",
  error: "ctoken_test_error",
  requiresAction: "ctoken_test_requires_action",
  timeoutCharged: "ctoken_test_timeout_charged",
  timeoutNotCharged: "ctoken_test_timeout_not_charged",
  lateSuccess: "ctoken_test_late_success",
  lateFailure: "ctoken_test_late_failure",
};

/** A text that no other test uses. */
export const unique = (what) => `${what}-${randomUUID()}`;

/** The address of a mailbox that no other test uses. */
export const someEmail = () => `${unique("buyer")}@example.com`;

/**
 * A request as something other than an SDK makes it: no header but those given. `body` is sent as JSON, `text` as it is.
 */
export async function send(method, path, { body, text, token, headers = {} } = {}) {
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(new URL(path, `${baseUrl}/`), {
    method,
    body: payload,
    redirect: "manual",
    headers: {
      ...(payload === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
  const answer = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text: answer,
    get json() {
      return JSON.parse(answer);
    },
  };
}

/** A request with the token of the sandbox's organization that must succeed; what it answered. */
export async function api(method, path, body) {
  const answer = await send(method, path, { body, token: credentials.access_token });
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.text === "" ? null : answer.json;
}

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

/** What the provider's own books say of a checkout's charges. */
export async function chargesOf(checkoutId) {
  const { status, text, json } = await send("GET", `/dev/charges?session_id=${checkoutId}`);
  assert.equal(status, 200, text);
  return json.items.map(({ amount, currency, outcome }) => ({ amount, currency, outcome }));
}

/** What the buyer decides on the challenge page of a charge. */
export const decide = (challengeUrl, decision) =>
  fetch(challengeUrl, { method: "POST", body: new URLSearchParams({ decision }), redirect: "manual" });

/** The error that a promise is refused with. */
export async function refusal(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  assert.fail("the call was expected to be refused");
}

/** Asserts some members of an answer; members that were not named may come with them. */
export function assertHas(actual, expected) {
  const named = Object.fromEntries(Object.keys(expected).map((name) => [name, actual[name]]));
  assert.deepEqual(named, expected);
}

export const idsOf = (items) => items.map(({ id }) => id);
