// What there is to sell, and checkouts of it, in a running sandbox.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: this looks at a running sandbox (CHECKSTAND_URL, CHECKSTAND_CREDENTIALS)`);
  }
  return value;
}

const baseUrl = required("CHECKSTAND_URL").replace(/\/+$/, "");

/** What `checkstand dev` wrote for the Polar dialect. */
export const credentials = JSON.parse(readFileSync(required("CHECKSTAND_CREDENTIALS"), "utf8")).polar;

export const send = (method, path, body, headers = {}) =>
  fetch(`${baseUrl}${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

/** A request with the token of the sandbox's organization that must succeed; what it answered. */
export async function api(method, path, body) {
  const answer = await send(method, path, body, { authorization: `Bearer ${credentials.access_token}` });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** A new checkout of a product, or of several. */
export const openCheckout = (product = credentials.product_id, more = {}) =>
  api("POST", "/v1/checkouts/", { products: [product].flat(), ...more });

const made = {};

/** A product that shows what others don't: with a custom field of each kind, or with seats. */
export const someProduct = (kind) => (made[kind] ??= kind === "seats" ? makeSeats() : makeEverything());

async function makeSeats() {
  const seatTiers = { tiers: [{ min_seats: 2, max_seats: 10, price_per_seat: 1500 }] };
  const { id } = await api("POST", "/v1/products/", {
    name: "Team plan",
    recurring_interval: "year",
    prices: [{ amount_type: "seat_based", seat_tiers: seatTiers }],
  });
  return id;
}

async function makeEverything() {
  const run = Date.now();
  const fields = {
    text: { form_label: "Your motto", form_help_text: "It is printed on the cover.", max_length: 40 },
    number: { form_label: "Shoe size", ge: 20, le: 50 },
    date: { form_label: "Date of arrival" },
    checkbox: { form_label: "I have read the terms of the organizer and agree to them, all of them" },
    select: {
      form_label: "Size of the shirt",
      options: [
        { value: "s", label: "Small" },
        { value: "l", label: "Large" },
      ],
    },
  };
  const attached = [];
  for (const [type, properties] of Object.entries(fields)) {
    const { id } = await api("POST", "/v1/custom-fields/", { type, slug: `${type}-${run}`, name: type, properties });
    attached.push({ custom_field_id: id, required: type !== "text" });
  }
  const { id } = await api("POST", "/v1/products/", {
    name: "A seat at the conference of people with long names for products",
    description: "Three days of talks.\nLunch is included, dinner is not.",
    prices: [{ amount_type: "fixed", price_amount: 123456 }],
    attached_custom_fields: attached,
  });
  return id;
}
