// What the SDKs make of answers that say they called too often. Not among the other tests, because it needs a server of its
// own whose limits are on: Checkstand__Polar__RateLimits=true.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

import { sdks } from "./sdks.mjs";
import { advance, api, refusal, send, tokens, unique } from "./support.mjs";

// Of 0.x there is no class for it; 1.x has one that says when to come back.
async function assertTooMany(sdk, promise, seconds) {
  const error = await refusal(promise);
  const described = `${error.constructor.name} ${error.statusCode} ${error.message}`;
  assert.equal(error.name, sdk.isStrict ? "SDKError" : "PolarRateLimitError", described);
  assert.equal(error.statusCode, 429, described);
  const after = sdk.isStrict ? error.headers.get("retry-after") : error.retryAfter;
  assert.ok(Number(after) > 0 && Number(after) <= seconds, `${after}`);
}

// Calls are counted by the minute of the service's clock: one that ends within a test would clear the count.
beforeEach(async () => {
  const { json } = await send("GET", "/dev/clock");
  await advance(60 - ((Date.parse(json.now) / 1000) % 60) + 0.01);
});

for (const sdk of sdks) {
  describe(`Limits with ${sdk.name}`, () => {
    test("A checkout is closed for half an hour after six confirmations in a minute", async () => {
      const { checkouts } = sdk.with();
      const secret = unique("polar_c_");
      const confirm = () => checkouts.clientConfirm(secret, { confirmationTokenId: tokens.approve });
      for (let i = 0; i < 6; i++) {
        assert.equal((await refusal(confirm())).statusCode, 404);
      }

      await assertTooMany(sdk, confirm(), 1800);
    });

    test("A token may call five hundred times a minute", async () => {
      const { token, organization_access_token: made } = await api("POST", "/v1/organization-access-tokens/", {
        comment: sdk.name,
        scopes: ["products:read"],
      });
      const { products } = sdk.with(token);
      for (let round = 0; round < 20; round++) {
        await Promise.all(Array.from({ length: 25 }, () => send("GET", "/v1/products/?limit=1", { token })));
      }

      await assertTooMany(sdk, products.list(), 60);
      await api("DELETE", `/v1/organization-access-tokens/${made.id}`);
    });
  });
}
