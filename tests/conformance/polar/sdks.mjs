// The vendor's SDKs behind one face, so that a test is written once and run with each. Nothing of them is changed: the
// generation 0.x takes and answers camel case and parses strictly; 1.x takes and answers the wire's own names.
import * as current from "polar-1.0/2026-10";

import { baseUrl, credentials } from "./support.mjs";

// Maps whose keys are the caller's own.
const free = new Set(["metadata", "customerMetadata", "customer_metadata", "customFieldData", "custom_field_data"]);
const freeByOwnKeys = new Set(["prices", "payment_processor_metadata", "paymentProcessorMetadata"]);

function renamed(value, rename) {
  if (Array.isArray(value)) {
    return value.map((item) => renamed(item, rename));
  }
  if (value === null || typeof value !== "object" || value instanceof Date) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      rename(key),
      free.has(key)
        ? inner
        : freeByOwnKeys.has(key) && inner !== null && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).map(([own, held]) => [own, renamed(held, rename)]))
          : renamed(inner, rename),
    ]),
  );
}

const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An answer of 1.x as 0.x names things; times stay text. */
export const inCamelCase = (value) => renamed(value, camel);
export const inSnakeCase = (value) => renamed(value, snake);

// The nouns, each with the word that 0.x wraps the body of an update in.
const nouns = {
  products: "productUpdate",
  discounts: "discountUpdate",
  customers: "customerUpdate",
  orders: "orderUpdate",
  subscriptions: "subscriptionUpdate",
  checkoutLinks: "checkoutLinkUpdate",
  customFields: "customFieldUpdate",
  organizations: "organizationUpdate",
};

async function pagesOf(listing) {
  const pages = [];
  for await (const page of await listing) {
    pages.push(page.result);
  }
  return pages;
}

function older(polar, organizationLists) {
  const crud = (service, update, list = "list") => ({
    list: async (query = {}) => (await service[list](query)).result,
    all: async (query = {}) => (await pagesOf(service[list](query))).flatMap(({ items }) => items),
    create: (body) => service.create(body),
    get: (id) => service.get({ id }),
    update: (id, body) => service.update({ id, [update]: body }),
    delete: (id) => service.delete({ id }),
  });
  const of = (name) => crud(polar[name], nouns[name], name === "organizations" ? organizationLists : "list");
  return {
    ...Object.fromEntries(Object.keys(nouns).map((name) => [name, of(name)])),
    subscriptions: { ...of("subscriptions"), revoke: (id) => polar.subscriptions.revoke({ id }) },
    customers: {
      ...of("customers"),
      getExternal: (externalId) => polar.customers.getExternal({ externalId }),
      updateExternal: (externalId, body) =>
        polar.customers.updateExternal({ externalId, customerUpdateExternalID: body }),
      deleteExternal: (externalId) => polar.customers.deleteExternal({ externalId }),
      getState: (id) => polar.customers.getState({ id }),
    },
    checkouts: {
      ...crud(polar.checkouts, "checkoutUpdate"),
      clientGet: (clientSecret) => polar.checkouts.clientGet({ clientSecret }),
      clientUpdate: (clientSecret, checkoutUpdatePublic) =>
        polar.checkouts.clientUpdate({ clientSecret, checkoutUpdatePublic }),
      clientConfirm: (clientSecret, checkoutConfirmStripe) =>
        polar.checkouts.clientConfirm({ clientSecret, checkoutConfirmStripe }),
    },
    webhooks: {
      list: async (query = {}) => (await polar.webhooks.listWebhookEndpoints(query)).result,
      all: async (query = {}) =>
        (await pagesOf(polar.webhooks.listWebhookEndpoints(query))).flatMap(({ items }) => items),
      create: (body) => polar.webhooks.createWebhookEndpoint(body),
      get: (id) => polar.webhooks.getWebhookEndpoint({ id }),
      update: (id, webhookEndpointUpdate) => polar.webhooks.updateWebhookEndpoint({ id, webhookEndpointUpdate }),
      delete: (id) => polar.webhooks.deleteWebhookEndpoint({ id }),
      resetSecret: (id) => polar.webhooks.resetWebhookEndpointSecret({ id }),
      deliveries: async (query = {}) => (await polar.webhooks.listWebhookDeliveries(query)).result,
      redeliver: (id) => polar.webhooks.redeliverWebhookEvent({ id }),
    },
  };
}

function newer(polar) {
  const ask = async (promise) => inCamelCase(await promise);
  async function everything(items) {
    const all = [];
    for await (const item of items) {
      all.push(inCamelCase(item));
    }
    return all;
  }
  const crud = (service) => ({
    list: (query = {}) => ask(service.list(inSnakeCase(query))),
    all: (query = {}) => everything(service.iterList(inSnakeCase(query))),
    create: (body) => ask(service.create(inSnakeCase(body))),
    get: (id) => ask(service.get(id)),
    update: (id, body) => ask(service.update(id, inSnakeCase(body))),
    delete: (id) => service.delete(id),
  });
  return {
    ...Object.fromEntries(Object.keys(nouns).map((name) => [name, crud(polar[name])])),
    subscriptions: { ...crud(polar.subscriptions), revoke: (id) => ask(polar.subscriptions.revoke(id)) },
    customers: {
      ...crud(polar.customers),
      getExternal: (externalId) => ask(polar.customers.getExternal(externalId)),
      updateExternal: (externalId, body) => ask(polar.customers.updateExternal(externalId, inSnakeCase(body))),
      deleteExternal: (externalId) => polar.customers.deleteExternal(externalId),
      getState: (id) => ask(polar.customers.getState(id)),
    },
    checkouts: {
      ...crud(polar.checkouts),
      clientGet: (secret) => ask(polar.checkouts.clientGet(secret)),
      clientUpdate: (secret, body) => ask(polar.checkouts.clientUpdate(secret, inSnakeCase(body))),
      clientConfirm: (secret, body) => ask(polar.checkouts.clientConfirm(secret, inSnakeCase(body))),
    },
    webhooks: {
      list: (query = {}) => ask(polar.webhooks.listWebhookEndpoints(inSnakeCase(query))),
      all: (query = {}) => everything(polar.webhooks.iterListWebhookEndpoints(inSnakeCase(query))),
      create: (body) => ask(polar.webhooks.createWebhookEndpoint(inSnakeCase(body))),
      get: (id) => ask(polar.webhooks.getWebhookEndpoint(id)),
      update: (id, body) => ask(polar.webhooks.updateWebhookEndpoint(id, inSnakeCase(body))),
      delete: (id) => polar.webhooks.deleteWebhookEndpoint(id),
      resetSecret: (id) => ask(polar.webhooks.resetWebhookEndpointSecret(id)),
      deliveries: (query = {}) => ask(polar.webhooks.listWebhookDeliveries(inSnakeCase(query))),
      redeliver: (id) => polar.webhooks.redeliverWebhookEvent(id),
    },
  };
}

async function generation0(version) {
  const from = (path) => import(`polar-${version}${path}`);
  const [{ Polar }, { PolarCore }, { validateEvent }] = await Promise.all([
    from(""),
    from("/core.js"),
    from("/webhooks.js"),
  ]);
  const organizationLists = typeof new Polar().organizations.list === "function" ? "list" : "listOrganizations";
  const options = (token, url = baseUrl) => ({ accessToken: token ?? undefined, serverURL: url });
  return {
    name: `@polar-sh/sdk ${version}`,
    version,
    isStrict: true,
    with: (token = credentials.access_token, url) => older(new Polar(options(token, url)), organizationLists),
    core: (token = credentials.access_token) => new PolarCore(options(token)),
    func: async (name) => (await from(`/funcs/${name}.js`))[name],
    error: async (file, name) => (await from(`/models/errors/${file}.js`))[name],
    validateEvent: async (body, headers, secret) => validateEvent(body, headers, secret),
  };
}

function generation1(version, { createPolar, webhooks, errors }) {
  return {
    name: `@polar-sh/sdk ${version}`,
    version,
    isStrict: false,
    with: (token = credentials.access_token, url = baseUrl) =>
      newer(createPolar({ accessToken: token ?? "", baseUrl: url })),
    error: async (file, name) => errors[name] ?? current[name],
    validateEvent: async (body, headers, secret) => inCamelCase(await webhooks.validateEvent(body, headers, secret)),
  };
}

export const older034 = await generation0("0.34");
export const older049 = await generation0("0.49");
export const newer10 = generation1("1.0", current);
export const sdks = [older034, older049, newer10];
