// Lists of transactions through the newer SDK: pages in both directions, and every filter.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import {
  advance,
  api,
  assertRefused,
  capture,
  cards,
  gr4vy,
  idsOf,
  ofSession,
  pagesOf,
  payCard,
  payWith,
  sessionWith,
  unique,
} from "./payments.mjs";
import { assertError, assertNames, unknownId } from "./support.mjs";

const { transactions } = gr4vy;

describe("Pages", () => {
  const buyerExternalIdentifier = unique("pages");
  const made = [];

  before(async () => {
    for (let i = 0; i < 7; i++) {
      made.unshift((await payCard(cards.approved, { buyerExternalIdentifier, amount: 1000 + i })).id);
    }
  });

  const page = async (more) => (await transactions.list({ buyerExternalIdentifier, ...more })).result;

  test("The SDK goes through all pages, newest first", async () => {
    const pages = await pagesOf(transactions.list({ buyerExternalIdentifier, limit: 3 }));

    assert.deepEqual(
      pages.map((items) => items.length),
      [3, 3, 1],
    );
    assert.deepEqual(idsOf(pages.flat()), made);
  });

  test("A page that holds everything has no cursors", async () => {
    for (const limit of [7, 20, 100]) {
      const { items, nextCursor, previousCursor, limit: told } = await page({ limit });
      assert.deepEqual(idsOf(items), made);
      assert.deepEqual([nextCursor, previousCursor, told], [null, null, limit]);
    }
  });

  test("Without a limit a page has 20 at most", async () => {
    assert.equal((await page({})).limit, 20);
  });

  test("Cursors lead to the end and back again, over the same pages", async () => {
    for (const limit of [1, 2, 3, 5, 6]) {
      const forth = [];
      let here = await page({ limit });
      assert.equal(here.previousCursor, null);
      forth.push(idsOf(here.items));
      while (here.nextCursor) {
        here = await page({ limit, cursor: here.nextCursor });
        forth.push(idsOf(here.items));
      }

      assert.deepEqual(forth.flat(), made);

      const back = [forth.at(-1)];
      while (here.previousCursor) {
        here = await page({ limit, cursor: here.previousCursor });
        assert.notEqual(here.nextCursor, null);
        back.unshift(idsOf(here.items));
      }

      assert.deepEqual(back, forth);
    }
  });

  test("A transaction that is made meanwhile moves nothing behind a cursor", async () => {
    const { nextCursor } = await page({ limit: 3 });
    const { id } = await payCard(cards.approved, { buyerExternalIdentifier });
    const { items, previousCursor } = await page({ limit: 3, cursor: nextCursor });

    assert.deepEqual(idsOf(items), made.slice(3, 6));
    assert.deepEqual(idsOf((await page({ limit: 3, cursor: previousCursor })).items), made.slice(0, 3));
    made.unshift(id);
    assert.deepEqual(idsOf((await page({})).items), made);
  });

  test("An item is the transaction, without what only the whole of it shows", async () => {
    const { items } = await page({ limit: 1 });
    const whole = await transactions.get(items[0].id);

    for (const [name, value] of Object.entries(items[0])) {
      assert.deepEqual(value, whole[name], name);
    }

    assert.equal("intentOutcome" in items[0], false);
  });

  test("A limit out of its bounds and a cursor of nobody are typed 400s", async () => {
    for (const limit of [0, 101, -1]) {
      assertNames((await assertRefused(page({ limit }), 400)).details, "limit", "query");
    }

    for (const cursor of ["nonsense", "a b"]) {
      assertNames((await assertRefused(page({ cursor }), 400)).details, "cursor", "query");
    }
  });

  test("A parameter that the vendor does not have is a 400 or is ignored, never a fault", async () => {
    const { status } = await api("GET", "/transactions?colour=red");

    assert.ok([200, 400].includes(status));
  });
});

describe("Filters", () => {
  const mark = unique("filters");
  const email = `${unique("john")}@example.com`;
  const made = {};
  let start;
  let middle;
  let end;

  before(async () => {
    const pay = (name, number, more) =>
      payCard(number, { metadata: { mark, name, colour: "red" }, ...more }).then((paid) => (made[name] = paid));
    const now = async () => (await payCard()).createdAt;
    start = await now();
    await advance(2);
    await pay("plain", cards.approved, { amount: 1000, externalIdentifier: `${mark}-1`, country: "US" });
    await pay("declined", cards.declined, { amount: 2000, currency: "EUR", country: "DE", paymentSource: "moto" });
    await advance(2);
    middle = await now();
    await advance(2);
    await pay("captured", "5555555555554444", { amount: 3000, intent: "capture", currency: "GBP", country: "GB" });
    await pay("subsequent", "378282246310005", {
      amount: 4000,
      paymentSource: "recurring",
      isSubsequentPayment: true,
      merchantInitiated: true,
    });
    await pay("ofBuyer", cards.approved, {
      amount: 5000,
      buyerExternalIdentifier: `${mark}-buyer`,
      buyer: { displayName: `Jane ${mark}`, billingDetails: { firstName: "Jane", emailAddress: email } },
    });
    const sessionId = await sessionWith("6011111111111117");
    made.ofSession = await payWith(ofSession(sessionId), { amount: 6000, metadata: { mark, name: "ofSession" } });
    await transactions.refunds.create({ amount: 1 }, made.captured.id);
    await advance(2);
    end = await now();
  });

  /** The names of what is found, among the transactions of these tests unless the filter finds its own. */
  async function found(filter, own = false) {
    const metadata = [JSON.stringify({ mark })];
    const items = (await pagesOf(transactions.list({ ...(own ? {} : { metadata }), ...filter }))).flat();
    return items.map(({ id }) => Object.keys(made).find((name) => made[name].id === id) ?? id).sort();
  }

  const all = ["captured", "declined", "ofBuyer", "ofSession", "plain", "subsequent"];
  const but = (...names) => all.filter((name) => !names.includes(name));

  test("metadata finds what has all its pairs", async () => {
    assert.deepEqual(await found({}), all);
    assert.deepEqual(await found({ metadata: [JSON.stringify({ mark, name: "plain" })] }), ["plain"]);
    assert.deepEqual(
      await found({ metadata: [JSON.stringify({ mark }), JSON.stringify({ colour: "red" })] }),
      but("ofSession"),
    );
    assert.deepEqual(await found({ metadata: [JSON.stringify({ mark, colour: "blue" })] }), []);
  });

  test("id, reconciliation_id, external_identifier and checkout_session_id find one", async () => {
    const { plain, ofSession: session } = made;

    assert.deepEqual(await found({ id: plain.id }, true), ["plain"]);
    assert.deepEqual(await found({ reconciliationId: plain.reconciliationId }, true), ["plain"]);
    assert.deepEqual(await found({ externalIdentifier: `${mark}-1` }, true), ["plain"]);
    assert.deepEqual(await found({ checkoutSessionId: session.checkoutSessionId }, true), ["ofSession"]);
    assert.deepEqual(await found({ id: unknownId }, true), []);
    assert.deepEqual(await found({ checkoutSessionId: unknownId }, true), []);
    assert.deepEqual(await found({ reconciliationId: "0" }, true), []);
  });

  test("payment_service_transaction_id finds one", async () => {
    const { paymentServiceTransactionId } = made.plain;

    assert.deepEqual(await found({ paymentServiceTransactionId }, true), ["plain"]);
  });

  test("status finds any of those that are named", async () => {
    assert.deepEqual(await found({ status: ["authorization_declined"] }), ["declined"]);
    assert.deepEqual(await found({ status: ["capture_succeeded", "authorization_declined"] }), [
      "captured",
      "declined",
    ]);
    assert.deepEqual(await found({ status: ["authorization_voided"] }), []);
  });

  test("Amounts are bounds, both inclusive", async () => {
    assert.deepEqual(await found({ amountEq: 3000 }), ["captured"]);
    assert.deepEqual(await found({ amountLte: 2000 }), ["declined", "plain"]);
    assert.deepEqual(await found({ amountGte: 5000 }), ["ofBuyer", "ofSession"]);
    assert.deepEqual(await found({ amountGte: 2000, amountLte: 3000 }), ["captured", "declined"]);
    assert.deepEqual(await found({ amountEq: 0 }), []);
  });

  test("Times are bounds, both inclusive", async () => {
    assert.deepEqual(await found({ createdAtGte: start, createdAtLte: end }), all);
    assert.deepEqual(await found({ createdAtLte: middle }), ["declined", "plain"]);
    assert.deepEqual(await found({ createdAtGte: middle }), but("declined", "plain"));
    assert.deepEqual(await found({ createdAtGte: end }), []);
    const { createdAt } = made.captured;
    assert.ok((await found({ createdAtGte: createdAt, createdAtLte: createdAt })).includes("captured"));
    assert.deepEqual(await found({ updatedAtLte: middle }), ["declined", "plain"]);
    assert.deepEqual(await found({ updatedAtGte: middle }), but("declined", "plain"));

    await advance(2);
    await transactions.update({ metadata: { mark, name: "plain", colour: "red" } }, made.plain.id);
    await capture(made.plain.id);
    assert.deepEqual(await found({ updatedAtGte: end }), ["plain"]);
  });

  test("currency and country find any of those that are named", async () => {
    assert.deepEqual(await found({ currency: ["EUR"] }), ["declined"]);
    assert.deepEqual(await found({ currency: ["EUR", "GBP"] }), ["captured", "declined"]);
    assert.deepEqual(await found({ country: ["US"] }), ["plain"]);
    assert.deepEqual(await found({ country: ["DE", "GB"] }), ["captured", "declined"]);
  });

  test("payment_service_id finds any of those that are named", async () => {
    const { id } = made.plain.paymentService;

    assert.deepEqual(await found({ paymentServiceId: [unknownId, id] }), all);
    assert.deepEqual(await found({ paymentServiceId: [unknownId] }), []);
  });

  test("What a card shows finds it", async () => {
    const { fingerprint } = made.captured.paymentMethod;

    assert.deepEqual(await found({ paymentMethodLabel: "1111" }), ["ofBuyer", "plain"]);
    assert.deepEqual(await found({ paymentMethodScheme: ["mastercard"] }), ["captured"]);
    assert.deepEqual(await found({ paymentMethodScheme: ["amex", "discover"] }), ["ofSession", "subsequent"]);
    assert.deepEqual(await found({ paymentMethodScheme: ["jcb"] }), []);
    assert.deepEqual(await found({ paymentMethodFingerprint: fingerprint }), ["captured"]);
    assert.deepEqual(await found({ paymentMethodBin: "378282" }), ["subsequent"]);
    assert.deepEqual(await found({ paymentMethodId: unknownId }), []);
    assert.deepEqual(await found({ paymentMethodCountry: "US" }), []);
  });

  test("method finds cards, which is all that there are", async () => {
    assert.deepEqual(await found({ method: ["card"] }), all);
    assert.deepEqual(await found({ method: ["paypal", "card"] }), all);
    assert.deepEqual(await found({ method: ["paypal"] }), []);
  });

  test("error_code finds any of those that are named", async () => {
    assert.deepEqual(await found({ errorCode: ["issuer_decline", "insufficient_funds"] }), ["declined"]);
    assert.deepEqual(await found({ errorCode: ["suspected_fraud"] }), []);
  });

  test("has_refunds divides them", async () => {
    assert.deepEqual(await found({ hasRefunds: true }), ["captured"]);
    assert.deepEqual(await found({ hasRefunds: false }), but("captured"));
  });

  test("is_subsequent_payment and merchant_initiated divide them", async () => {
    for (const name of ["isSubsequentPayment", "merchantInitiated"]) {
      assert.deepEqual(await found({ [name]: true }), ["subsequent"]);
      assert.deepEqual(await found({ [name]: false }), but("subsequent"));
    }
  });

  test("payment_source finds any of those that are named", async () => {
    assert.deepEqual(await found({ paymentSource: ["moto", "recurring"] }), ["declined", "subsequent"]);
    assert.deepEqual(await found({ paymentSource: ["ecommerce"] }), but("declined", "subsequent"));
    assert.deepEqual(await found({ paymentSource: ["installment"] }), []);
  });

  test("What is said of a buyer finds the payment", async () => {
    assert.deepEqual(await found({ buyerExternalIdentifier: `${mark}-buyer` }, true), ["ofBuyer"]);
    assert.deepEqual(await found({ buyerEmailAddress: email.toUpperCase() }, true), ["ofBuyer"]);
    assert.deepEqual(await found({ buyerSearch: [`jane ${mark}`] }, true), ["ofBuyer"]);
    assert.deepEqual(await found({ buyerSearch: [email, "JANE"] }, true), ["ofBuyer"]);
    assert.deepEqual(await found({ buyerSearch: [email, "nobody of this name"] }, true), []);
    assert.deepEqual(await found({ buyerId: unknownId }, true), []);
  });

  test("search looks into ids and buyers", async () => {
    const { plain, ofSession: session } = made;

    assert.deepEqual(await found({ search: plain.id }, true), ["plain"]);
    assert.deepEqual(await found({ search: session.checkoutSessionId }, true), ["ofSession"]);
    assert.deepEqual(await found({ search: `${mark}-1` }, true), ["plain"]);
    assert.deepEqual(await found({ search: email }, true), ["ofBuyer"]);
    assert.deepEqual(await found({ search: unique("nothing") }, true), []);
  });

  test("What no payment here ever has finds nothing, and its absence finds everything", async () => {
    for (const name of ["pendingReview", "disputed"]) {
      assert.deepEqual(await found({ [name]: true }), []);
      assert.deepEqual(await found({ [name]: false }), all);
    }

    assert.deepEqual(await found({ ipAddress: "8.8.8.8" }), []);
  });

  test("Nulls filter nothing", async () => {
    const names = [
      "search",
      "buyerId",
      "status",
      "amountEq",
      "currency",
      "createdAtGte",
      "hasRefunds",
      "checkoutSessionId",
    ];

    assert.deepEqual(await found(Object.fromEntries(names.map((name) => [name, null]))), all);
  });

  test("All that is said must hold", async () => {
    assert.deepEqual(await found({ currency: ["USD"], amountGte: 4000, paymentSource: ["ecommerce"] }), [
      "ofBuyer",
      "ofSession",
    ]);
    assert.deepEqual(await found({ currency: ["EUR"], status: ["authorization_succeeded"] }), []);
  });

  for (const [name, query] of [
    ["id", "id=nonsense"],
    ["amount_eq", "amount_eq=ten"],
    ["status", "status=paid"],
    ["created_at_gte", "created_at_gte=yesterday"],
    ["has_refunds", "has_refunds=perhaps"],
    ["currency", "currency=usd"],
    ["checkout_session_id", "checkout_session_id=1"],
  ]) {
    test(`A bad ${name} is a 400 that names it`, async () => {
      const { details } = assertError(await api("GET", `/transactions?${query}`), 400);

      assert.ok(
        details.some(({ location, pointer }) => location === "query" && pointer.startsWith(name)),
        JSON.stringify(details),
      );
    });
  }
});
