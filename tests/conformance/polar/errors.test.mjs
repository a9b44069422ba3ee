// The typed errors of each SDK that need no payment. Its name comes last but one: the clock is moved past a day here.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { assertInvalid, assertOther, assertRefused } from "./refusals.mjs";
import { newer10, older034, older049, sdks } from "./sdks.mjs";
import { advance, api, assertHas, credentials, refusal, send, tokens, unique, unknownId } from "./support.mjs";

for (const sdk of sdks) {
  const polar = sdk.with();
  const { checkouts } = polar;
  const create = (more = {}) => checkouts.create({ products: [credentials.product_id], ...more });

  describe(`Errors with ${sdk.name}`, () => {
    test("What is not there is a ResourceNotFound", async () => {
      for (const call of [
        () => checkouts.get(unknownId),
        () => checkouts.update(unknownId, { customerName: "J" }),
        () => checkouts.clientGet(unique("polar_c_")),
        () => checkouts.clientUpdate(unique("polar_c_"), { customerName: "J" }),
        () => checkouts.clientConfirm(unique("polar_c_"), { confirmationTokenId: tokens.approve }),
        () => checkouts.clientGet("with/a slash"),
        () => polar.products.get(unknownId),
        () => polar.discounts.get(unknownId),
        () => polar.customers.get(unknownId),
        () => polar.orders.get(unknownId),
        () => polar.subscriptions.get(unknownId),
        () => polar.checkoutLinks.get(unknownId),
        () => polar.customFields.get(unknownId),
        () => polar.webhooks.get(unknownId),
      ]) {
        await assertRefused(sdk, call(), "ResourceNotFound").catch((error) => {
          throw new Error(`${call}: ${error.message}`);
        });
      }
    });

    test("What belongs to another organization is a ResourceNotFound", async () => {
      const other = sdk.with(credentials.other_organization.access_token);
      const { id } = await create();

      await assertRefused(sdk, other.checkouts.get(id), "ResourceNotFound");
      await assertRefused(sdk, other.checkouts.update(id, {}), "ResourceNotFound");
      await assertRefused(sdk, other.products.get(credentials.product_id), "ResourceNotFound");
      assert.equal((await other.checkouts.list({ organizationId: credentials.organization_id })).items.length, 0);
      await assertInvalid(
        sdk,
        other.checkouts.create({ products: [credentials.product_id] }),
        "body.products.0: value_error",
      );
    });

    test("What breaks rules is an HTTPValidationError that names every place", async () => {
      await assertInvalid(sdk, create({ customerId: unknownId }), "body.customer_id: value_error");
      await assertInvalid(sdk, create({ discountId: unknownId }), "body.discount_id: value_error");
      await assertInvalid(sdk, checkouts.create({ products: [unknownId] }), "body.products.0: value_error");
      const { id, clientSecret } = await create();
      await assertInvalid(sdk, checkouts.update(id, { productId: unknownId }), "body.product_id: value_error");
      await assertInvalid(
        sdk,
        checkouts.clientUpdate(clientSecret, { discountCode: unique("nothing") }),
        "body.discount_code: value_error",
      );
      const error = await refusal(checkouts.get("nonsense"));
      assert.equal(error.statusCode, 422);
      const custom = await checkouts.create({ products: [credentials.custom_price_product_id] });
      const refused = await refusal(checkouts.clientUpdate(custom.clientSecret, { amount: 99_999_999_999 }));
      assert.equal(refused.statusCode, 422);
    });

    test("A token that is unknown, or none where one is needed, is a 401", async () => {
      const stranger = sdk.with("polar_oat_nobody");
      assertHas(await assertOther(sdk, stranger.checkouts.list(), 401), { error: "invalid_token" });
      if (sdk.isStrict) {
        assertHas(await assertOther(sdk, sdk.with(null).checkouts.list(), 401), { error: "Unauthorized" });
      }
      // The older generation sends no token here, the newer always does.
      const { clientSecret } = await create();
      const shown = stranger.checkouts.clientGet(clientSecret);
      if (sdk.isStrict) {
        assert.equal((await shown).clientSecret, clientSecret);
      } else {
        assertHas(await assertOther(sdk, shown, 401), { error: "invalid_token" });
      }
    });

    test("A checkout whose time is over is an ExpiredCheckoutError for the public", async () => {
      const { id, clientSecret } = await create();
      await advance(24 * 3600 + 1);

      await assertRefused(sdk, checkouts.clientGet(clientSecret), "ExpiredCheckoutError");
      await assertRefused(sdk, checkouts.clientUpdate(clientSecret, { customerName: "J" }), "ExpiredCheckoutError");
      const confirm = checkouts.clientConfirm(clientSecret, { confirmationTokenId: tokens.approve });
      await assertRefused(sdk, confirm, "ExpiredCheckoutError");
      assert.equal((await checkouts.get(id)).id, id);
    });
  });
}

describe("Errors of all generations", () => {
  test("An error is JSON of the vendor's form, whatever goes wrong", async () => {
    for (const [method, path, options] of [
      ["GET", "/v1/nothing", {}],
      ["GET", `/v1/checkouts/${unknownId}`, {}],
      ["POST", "/v1/checkouts/", { token: credentials.access_token, text: "{" }],
      ["POST", "/v1/checkouts/", { token: credentials.access_token, text: "[]" }],
    ]) {
      const { status, headers, json } = await send(method, path, options);
      assert.ok(status >= 400 && status < 500);
      assert.match(headers.get("content-type"), /^application\/json\b/);
      assert.ok("detail" in json);
    }
  });

  test("A token without the scope is told which one it lacks", async () => {
    const made = await send("POST", "/v1/organization-access-tokens/", {
      token: credentials.access_token,
      body: { comment: "reads products", scopes: ["products:read"] },
    });
    assert.equal(made.status, 201, made.text);
    for (const sdk of [older034, older049, newer10]) {
      const limited = sdk.with(made.json.token);
      await limited.products.list();
      const body = await refusal(limited.checkouts.create({ products: [credentials.product_id] }));
      assert.equal(body.statusCode, 403);
      assert.match(JSON.stringify(sdk.isStrict ? body.body : body.error), /insufficient_scope/);
    }
    await api("DELETE", `/v1/organization-access-tokens/${made.json.organization_access_token.id}`);
  });
});
