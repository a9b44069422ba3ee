// Webhooks: endpoints are kept with each SDK, and each delivery is verified and parsed by the SDKs' own validateEvent.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";

import { assertRefused } from "./refusals.mjs";
import { newer10, older034, older049, sdks } from "./sdks.mjs";
import { api, assertHas, credentials, eventually, idsOf, send, someEmail, tokens, unique } from "./support.mjs";

// What this server sends. An older SDK throws for a type that it doesn't know, so a seller subscribes to what the SDK knows.
const everyType = [
  "checkout.created",
  "checkout.updated",
  "checkout.expired",
  "order.created",
  "order.updated",
  "order.paid",
  "subscription.created",
  "subscription.active",
  "subscription.updated",
  "subscription.canceled",
  "subscription.uncanceled",
  "subscription.revoked",
  "customer.created",
  "customer.updated",
  "customer.deleted",
  "customer.state_changed",
  "product.created",
  "product.updated",
  "discount.created",
  "discount.updated",
  "discount.deleted",
  "organization.updated",
];
const unknownTo = {
  [older034.name]: ["checkout.expired", "discount.created", "discount.updated", "discount.deleted"],
  [older049.name]: ["discount.created", "discount.updated", "discount.deleted"],
  [newer10.name]: [],
};

/** A receiver on this machine; `received` grows with each delivery. */
async function receiver() {
  const received = [];
  const answers = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      received.push({ body, headers: request.headers, method: request.method, type: JSON.parse(body).type });
      response.statusCode = answers.shift() ?? 200;
      response.end();
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}/hooks`;
  return { url, received, answers, close: () => new Promise((resolve) => server.close(resolve)) };
}

for (const sdk of sdks) {
  const { webhooks } = sdk.with();

  describe(`Webhook endpoints with ${sdk.name}`, () => {
    test("An endpoint is made, read, listed, changed and removed", async () => {
      const url = `https://shop.example/${unique("hook")}`;
      const created = await webhooks.create({ url, format: "raw", events: ["checkout.created"], secret: unique("secret") });
      assertHas(created, { url, format: "raw", events: ["checkout.created"], organizationId: credentials.organization_id });
      assert.deepEqual(await webhooks.get(created.id), created);
      assert.ok(idsOf(await webhooks.all({ limit: 100 })).includes(created.id));
      assertHas(await webhooks.update(created.id, { events: ["order.paid", "order.created"] }), {
        url,
        events: ["order.paid", "order.created"],
      });
      const { secret } = await webhooks.resetSecret(created.id);
      assert.notEqual(secret, created.secret);
      await webhooks.delete(created.id);
      await assertRefused(sdk, webhooks.get(created.id), "ResourceNotFound");
    });
  });
}

describe("Deliveries", () => {
  let hooks;
  let endpoint;
  before(async () => {
    hooks = await receiver();
    endpoint = await older049.with().webhooks.create({
      url: hooks.url,
      format: "raw",
      events: everyType.filter((type) => !unknownTo[older049.name].includes(type)),
    });
    // The SDK's own list of types ends before the server's.
    await api("PATCH", `/v1/webhooks/endpoints/${endpoint.id}`, { events: everyType });
    await causeEverything();
    await eventually(
      async () => hooks.received.length,
      () => new Set(hooks.received.map(({ type }) => type)).size === everyType.length,
    );
  });
  after(async () => {
    await api("DELETE", `/v1/webhooks/endpoints/${endpoint.id}`);
    await hooks.close();
  });

  for (const type of everyType) {
    for (const sdk of sdks.filter(({ name }) => !unknownTo[name].includes(type))) {
      test(`${type} is verified and parsed by ${sdk.name}`, async () => {
        const deliveries = hooks.received.filter((delivery) => delivery.type === type);
        assert.ok(deliveries.length > 0, "nothing of this type was delivered");
        for (const { body, headers } of deliveries) {
          const event = await sdk.validateEvent(body, headers, endpoint.secret);
          assert.equal(event.type, type);
          assert.ok(event.data.id);
        }
      });
    }
  }

  for (const sdk of sdks) {
    test(`A delivery that was changed on its way is refused by ${sdk.name}`, async () => {
      const [{ body, headers }] = hooks.received;
      await assert.rejects(sdk.validateEvent(body.replace("{", "{ "), headers, endpoint.secret));
      await assert.rejects(sdk.validateEvent(body, headers, `${endpoint.secret}x`));
    });
  }

  test("A delivery has the headers of Standard Webhooks", () => {
    for (const { headers, method } of hooks.received) {
      assert.equal(method, "POST");
      assert.match(headers["content-type"], /^application\/json\b/);
      assert.match(headers["webhook-id"], /^[0-9a-f-]{36}$/);
      assert.match(headers["webhook-timestamp"], /^\d{10}$/);
      assert.match(headers["webhook-signature"], /^v1,[A-Za-z0-9+/]+=*$/);
    }
  });

  for (const sdk of sdks) {
    test(`Deliveries are listed, and one is delivered again, with ${sdk.name}`, async () => {
      const { webhooks } = sdk.with();
      const { items } = await webhooks.deliveries({ endpointId: endpoint.id, limit: 5 });
      assert.ok(items.length > 0);
      const { webhookEvent, succeeded, httpCode } = items[0];
      assert.deepEqual([succeeded, httpCode], [true, 200]);

      const before = hooks.received.length;
      await webhooks.redeliver(webhookEvent.id);
      const again = await eventually(
        async () => hooks.received.slice(before).some(({ headers }) => headers["webhook-id"] === webhookEvent.id),
        (arrived) => arrived,
      );
      assert.ok(again);
    });
  }
});

/** Does all that events tell of. */
async function causeEverything() {
  const { checkouts, products, discounts, customers, subscriptions, organizations } = older049.with();
  const product = await products.create({
    name: unique("Book"),
    recurringInterval: null,
    prices: [{ amountType: "fixed", priceAmount: 1500, priceCurrency: "usd" }],
  });
  await products.update(product.id, { description: "Changed" });
  const discount = await discounts.create({ name: "Off", type: "percentage", duration: "once", basisPoints: 1000 });
  await discounts.update(discount.id, { name: "Less" });
  const email = someEmail();
  const checkout = await checkouts.create({ products: [product.id], customerEmail: email, discountId: discount.id });
  await checkouts.create({ products: [product.id], customerEmail: email });
  await pay(checkout);
  await discounts.delete(discount.id);

  const recurring = await checkouts.create({ products: [credentials.recurring_product_id], customerEmail: email });
  const { customerId } = await pay(recurring);
  const [{ id }] = (await subscriptions.list({ customerId })).items;
  await subscriptions.update(id, { cancelAtPeriodEnd: true });
  await subscriptions.update(id, { cancelAtPeriodEnd: false });
  await subscriptions.revoke(id);
  await customers.update(customerId, { name: "Other" });
  await customers.delete(customerId);
  const { name } = await organizations.get(credentials.organization_id);
  await organizations.update(credentials.organization_id, { name: `${name}!` });
  await organizations.update(credentials.organization_id, { name });
  await expireOne(product.id);
}

async function pay({ id, clientSecret }) {
  const { checkouts } = older049.with();
  await checkouts.clientConfirm(clientSecret, {
    confirmationTokenId: tokens.approve,
    customerBillingAddress: { country: "FR" },
  });
  return eventually(
    () => checkouts.get(id),
    ({ status }) => status === "succeeded",
  );
}

async function expireOne(productId) {
  await older049.with().checkouts.create({ products: [productId] });
  const moved = await send("POST", "/dev/clock", { body: { advance_seconds: 24 * 3600 + 1 } });
  assert.equal(moved.status, 200, moved.text);
}
