// The standalone functions of the older generation: the same calls without a client object, with errors as values.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { older034, older049 } from "./sdks.mjs";
import { assertHas, credentials, someEmail, tokens, unknownId } from "./support.mjs";

for (const sdk of [older034, older049]) {
  describe(`Standalone functions of ${sdk.name}`, () => {
    const core = sdk.core();
    const call = async (name, request) => (await sdk.func(name))(core, request);
    const value = async (name, request) => {
      const result = await call(name, request);
      assert.ok(result.ok, `${name}: ${result.error?.message} ${result.error?.body ?? ""}`);
      return result.value;
    };

    test("The seven operations work as functions", async () => {
      const created = await value("checkoutsCreate", {
        products: [credentials.product_id],
        customerEmail: someEmail(),
        customerBillingAddress: { country: "FR" },
      });
      const { id, clientSecret } = created;
      assert.deepEqual(await value("checkoutsGet", { id }), created);
      const page = await value("checkoutsList", { query: created.customerEmail });
      assert.equal(page.result.items[0].id, id);
      assertHas(await value("checkoutsUpdate", { id, checkoutUpdate: { customerName: "Jane" } }), { customerName: "Jane" });
      assertHas(await value("checkoutsClientGet", { clientSecret }), { id, customerName: "Jane" });
      const update = { clientSecret, checkoutUpdatePublic: { customerName: "Joan" } };
      assertHas(await value("checkoutsClientUpdate", update), { customerName: "Joan" });
      const confirm = { clientSecret, checkoutConfirmStripe: { confirmationTokenId: tokens.approve } };
      assertHas(await value("checkoutsClientConfirm", confirm), { id, status: "confirmed" });
    });

    test("An error is a value", async () => {
      const result = await call("checkoutsGet", { id: unknownId });

      assert.equal(result.ok, false);
      assert.ok(result.error instanceof (await sdk.error("resourcenotfound", "ResourceNotFound")));
    });
  });
}
