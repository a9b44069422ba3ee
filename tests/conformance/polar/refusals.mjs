// Which error class each generation of the SDK throws for an answer.
import assert from "node:assert/strict";

import { refusal } from "./support.mjs";

// By the error's word: the file of the class in 0.x and the names of the classes.
const classes = {
  ResourceNotFound: { status: 404, file: "resourcenotfound" },
  ExpiredCheckoutError: { status: 410, file: "expiredcheckouterror" },
  NotOpenCheckout: { status: 403, file: "notopencheckout" },
  AlreadyActiveSubscriptionError: { status: 403, file: "alreadyactivesubscriptionerror" },
  PaymentNotReady: { status: 403, file: "paymentnotready" },
  TrialAlreadyRedeemed: { status: 403, file: "trialalreadyredeemed" },
  PaymentError: { status: 400, file: "paymenterror" },
};

/** Asserts that a call is refused with the class that this SDK has for that error. `of` names the 1.x class for a 403. */
export async function assertRefused(sdk, promise, word, of) {
  const error = await refusal(promise);
  const { status, file } = classes[word];
  const name = sdk.isStrict ? word : (of ?? word);
  const described = `${error.constructor.name} ${error.statusCode} ${error.message} ${error.body ?? ""}`;
  assert.ok(error instanceof (await sdk.error(file, name)), described);
  assert.equal(error.statusCode, status, described);
  const body = sdk.isStrict ? JSON.parse(error.body) : error.error;
  assert.equal(body.error, word, described);
  assert.equal(typeof body.detail, "string", described);
  assert.notEqual(body.detail, "");
  return body;
}

/** Asserts a 422 that names these places, each as `body.products.0: missing`, in any order; nothing else. */
export async function assertInvalid(sdk, promise, ...complaints) {
  const error = await refusal(promise);
  const described = `${error.constructor.name} ${error.statusCode} ${error.message} ${error.body ?? ""}`;
  assert.ok(error instanceof (await sdk.error("httpvalidationerror", "HTTPValidationError")), described);
  assert.equal(error.statusCode, 422, described);
  const detail = sdk.isStrict ? error.detail : error.error.detail;
  assert.deepEqual(
    detail.map(({ loc, type }) => `${loc.join(".")}: ${type}`).toSorted(),
    complaints.toSorted(),
    described,
  );
  for (const { msg } of detail) {
    assert.equal(typeof msg, "string");
    assert.notEqual(msg, "");
  }
  return detail;
}

/** Asserts an error that the SDK has no class for; what its body says. */
export async function assertOther(sdk, promise, status) {
  const error = await refusal(promise);
  const described = `${error.constructor.name} ${error.statusCode} ${error.message} ${error.body ?? ""}`;
  const name = sdk.isStrict ? "SDKError" : "PolarClientError";
  assert.equal(error.name, name, described);
  assert.equal(error.statusCode, status, described);
  return JSON.parse(sdk.isStrict ? error.body : error.error);
}
