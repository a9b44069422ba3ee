// What the conformance tests share: where the server is, its credentials, raw requests and the error envelope.
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
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

/** What `checkstand dev` wrote for the Gr4vy dialect: merchant_account_id, private_key, key_id. */
export const credentials = JSON.parse(readFileSync(required("CHECKSTAND_CREDENTIALS"), "utf8")).gr4vy;

export const privateKey = credentials.private_key;

/** An id that no session has. */
export const unknownId = "8724fd24-5489-4a5d-90fd-0604df7d3b83";

export const fingerprint = /^[0-9a-f]{64}$/;
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const errorCodes = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  409: "duplicate_record",
  425: "too_early",
  429: "too_many_requests",
  500: "server_error",
  502: "bad_gateway",
  504: "gateway_timeout",
};

const errorMessages = {
  400: "Request failed validation",
  401: "No valid API authentication found",
};

/** A P-521 key in the form the SDKs take, which the server has never seen. */
export function unknownPrivateKey() {
  return generateKeyPairSync("ec", {
    namedCurve: "P-521",
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  }).privateKey;
}

/** The claims of a token, not verified. */
export function claimsOf(token) {
  return JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString("utf8"));
}

/** The service's time in milliseconds: its test clock where it has one, otherwise ours. */
export async function serviceTime() {
  const response = await fetch(`${baseUrl}/dev/clock`);
  if (response.status !== 200) {
    await response.body?.cancel();
    return Date.now();
  }
  return Date.parse((await response.json()).now);
}

/** Asserts that a session ends `seconds` from now, give or take a minute. */
export async function assertExpiresIn(expiresAt, seconds) {
  assert.ok(expiresAt instanceof Date && !Number.isNaN(expiresAt.valueOf()), "expiresAt is a date");
  const left = (expiresAt.valueOf() - (await serviceTime())) / 1000;
  assert.ok(Math.abs(left - seconds) <= 60, `the session ends in about ${seconds} s, not in ${left} s`);
}

/**
 * A request as something other than an SDK makes it: no header but those given.
 * `body` is sent as JSON, `text` as it is.
 */
export async function send(method, path, { body, text, token, headers = {} } = {}) {
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(baseUrl + path, {
    method,
    body: payload,
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

export function putFields(sessionId, paymentMethod, { token, ...rest } = {}) {
  return send("PUT", `/checkout/sessions/${sessionId}/fields`, {
    body: { payment_method: paymentMethod, ...rest },
    token,
  });
}

export function card(number = "4111111111111111", more = {}) {
  return { method: "card", number, expiration_date: "12/35", security_code: "123", ...more };
}

/** Asserts that a parsed body is the vendor's error envelope; a code or message of null stands for any. */
export function assertEnvelope(body, status, { code = errorCodes[status], message = errorMessages[status] } = {}) {
  assert.equal(typeof body, "object");
  assert.equal(body.type, "error");
  assert.equal(body.status, status);
  assert.equal(typeof body.code, "string");
  assert.equal(body.code, code ?? body.code);
  assert.equal(typeof body.message, "string");
  assert.notEqual(body.message, "");
  assert.equal(body.message, message ?? body.message);
  assertDetails(body.details);
}

export function assertDetails(details) {
  assert.ok(Array.isArray(details), "details is an array");
  for (const detail of details) {
    assert.ok(["query", "body", "path", "header", "unknown"].includes(detail.location), `location ${detail.location}`);
    assert.equal(typeof detail.pointer, "string");
    assert.equal(typeof detail.message, "string");
    assert.equal(typeof detail.type, "string");
    assert.notEqual(detail.message, "");
    assert.notEqual(detail.type, "");
  }
}

/** Asserts that a raw answer is an error in the envelope, and returns its body. */
export function assertError(response, status, expected) {
  assert.equal(response.status, status, response.text);
  assert.match(response.headers.get("content-type") ?? "", /^application\/json\b/);
  const body = response.json;
  assertEnvelope(body, status, expected);
  return body;
}

/** Asserts that one detail names this place. */
export function assertNames(details, pointer, location = "body") {
  assert.ok(
    details.some((detail) => detail.pointer === pointer && detail.location === location),
    `${location} ${pointer} is named in ${JSON.stringify(details)}`,
  );
}

/** Asserts that everything in `expected` comes back as it was sent; members that were not sent may come with it. */
export function assertEchoes(actual, expected, at = "session") {
  if (Array.isArray(expected)) {
    assert.ok(Array.isArray(actual), `${at} is an array`);
    assert.equal(actual.length, expected.length, `${at} has ${expected.length} items`);
    expected.forEach((item, index) => assertEchoes(actual[index], item, `${at}[${index}]`));
  } else if (expected !== null && typeof expected === "object" && Object.getPrototypeOf(expected) === Object.prototype) {
    assert.equal(typeof actual, "object", `${at} is an object`);
    assert.notEqual(actual, null, `${at} is there`);
    for (const [key, value] of Object.entries(expected)) {
      assertEchoes(actual[key], value, `${at}.${key}`);
    }
  } else if (expected instanceof Date) {
    assert.equal(actual?.toISOString(), expected.toISOString(), at);
  } else {
    assert.deepEqual(actual, expected, at);
  }
}

/** The error that a promise is refused with. */
export async function refusal(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  assert.fail("the call was expected to be refused");
}
