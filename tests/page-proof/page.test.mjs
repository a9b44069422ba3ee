// The hosted page in a browser: every state that it can be in, at the width of a telephone and of a desktop, in light
// and dark. Nothing breaks a rule of axe, nothing has to be scrolled sideways, the keyboard reaches everything.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";

import { keepPicture, launch, violationsOf } from "./browser.mjs";
import { api, credentials, openCheckout, send, someProduct } from "./sandbox.mjs";

const looks = [
  { width: 320, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
];

/** Types what a buyer in a country types, and the card. */
async function fill(page, { number = "4242 4242 4242 4242", country = "FR" } = {}) {
  await page.getByLabel("Email address").fill("jane@example.com");
  await page.getByLabel("Country").selectOption(country);
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel("Expiry date").fill("12 / 35");
  await page.getByLabel("Security code").fill("123");
}

const pay = (page) => page.locator("button.pay").click();

async function payWith(page, number) {
  await fill(page, { number });
  await pay(page);
}

/** A server of a seller's on a port of its own, which is an origin of its own. */
async function listen(handle) {
  const server = createServer(handle);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Keeps the browser on a page that leads on at once. */
const stay = (page, next) => page.route(next, (route) => route.fulfill({ status: 204 }));

// Each state, and how a buyer comes to it.
const states = {
  "the form": async (page) => {
    await page.goto((await openCheckout()).url);
  },
  "the form with everything": async (page) => {
    await page.goto((await openCheckout(await someProduct("everything"))).url);
  },
  "the form of several products": async (page) => {
    const { product_id: once, custom_price_product_id: custom, recurring_product_id: recurring } = credentials;
    await page.goto((await openCheckout([once, custom, recurring])).url);
  },
  "the form of a custom price": async (page) => {
    await page.goto((await openCheckout(credentials.custom_price_product_id)).url);
  },
  "the form of seats": async (page) => {
    await page.goto((await openCheckout(await someProduct("seats"))).url);
  },
  "the form of something free": async (page) => {
    await page.goto((await openCheckout(credentials.free_product_id)).url);
  },
  "the form of a subscription with a trial": async (page) => {
    const trial = { trial_interval: "day", trial_interval_count: 14 };
    await page.goto((await openCheckout(credentials.recurring_product_id, trial)).url);
  },
  "the form of a business": async (page) => {
    const business = { is_business_customer: true, customer_billing_address: { country: "US" } };
    const more = { ...business, return_url: "https://shop.example/" };
    await page.goto((await openCheckout(credentials.product_id, more)).url);
  },
  "the form with a discount": async (page) => {
    const { id } = await api("POST", "/v1/discounts/", {
      name: "A tenth",
      code: `TENTH${Date.now()}`,
      type: "percentage",
      basis_points: 1000,
      duration: "once",
    });
    await page.goto((await openCheckout(credentials.product_id, { discount_id: id })).url);
  },
  "a form with mistakes": async (page) => {
    await page.goto((await openCheckout(await someProduct("everything"))).url);
    await page.evaluate(() => document.querySelector("form").setAttribute("novalidate", ""));
    await page.getByLabel("Email address").fill("nonsense");
    await page.getByLabel("Card number").fill("4242 4242 4242 4241");
    await pay(page);
    await page.getByRole("alert").waitFor();
  },
  "a declined card": async (page) => {
    await page.goto((await openCheckout()).url);
    await payWith(page, "4000000000009995");
    await page.getByRole("alert").waitFor();
  },
  "a challenge": async (page) => {
    await stay(page, "**/dev/challenges/**");
    await page.goto((await openCheckout()).url);
    await payWith(page, "4000002760003184");
    await page.getByText("Confirm your payment").first().waitFor();
  },
  "the test bank": async (page) => {
    await page.goto((await openCheckout()).url);
    await payWith(page, "4000002760003184");
    await page.waitForURL("**/dev/challenges/**");
  },
  "a payment under way": async (page) => {
    await stay(page, "**?wait");
    await page.goto((await openCheckout()).url);
    await payWith(page, "4000000000000077");
    await page.getByText("Please don't pay again").first().waitFor();
  },
  "the receipt": async (page) => {
    await page.goto((await openCheckout()).url);
    await payWith(page, "4242424242424242");
    await page.getByText("Thank you").first().waitFor();
  },
  "the receipt that leads to the seller": async (page) => {
    const thanks = "https://shop.example/thanks";
    await stay(page, thanks);
    await page.goto((await openCheckout(credentials.product_id, { success_url: thanks })).url);
    await payWith(page, "4242424242424242");
    await page.getByText("Continue to the seller").first().waitFor();
  },
  "an address that leads nowhere": async (page) => {
    await page.goto(new URL("/checkout/polar_c_nothing", (await openCheckout()).url).href);
  },
};

describe("The hosted page", () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  async function open({ width, height = 800, colorScheme }) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: "en" });
    context.setDefaultTimeout(10_000);
    return context.newPage();
  }

  for (const [name, reach] of Object.entries(states)) {
    test(`${name} is accessible and fits at every width, in light and dark`, async () => {
      const found = [];
      for (const look of looks) {
        const page = await open(look);
        await reach(page);
        const where = `${look.width} ${look.colorScheme}`;
        found.push(...(await violationsOf(page)).map((violation) => `${where}: ${violation}`));
        const wide = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        if (wide > 0) {
          found.push(`${where}: scrolls sideways by ${wide} px`);
        }
        await keepPicture(page, `${name.replaceAll(" ", "-")}.${look.width}.${look.colorScheme}`);
        await page.context().close();
      }
      assert.equal(found.join("\n"), "");
    });
  }

  test("A payment that is decided later is shown by itself", async () => {
    const page = await open({ width: 800, colorScheme: "light" });
    await page.goto((await openCheckout()).url);
    await fill(page, { number: "4000000000000077" });
    await page.locator("button.pay").click({ noWaitAfter: true });
    await page.waitForResponse((response) => response.request().method() === "GET");
    await send("POST", "/dev/clock", { advance_seconds: 11 });

    await page.waitForURL("**/confirmation");
    await page.getByText("Thank you").first().waitFor();
    await page.context().close();
  });

  // A shop with a language in its address sends the buyer on, to another host at times.
  test("A seller's page that leads on to another host is reached after a payment", async () => {
    const page = await open({ width: 800, colorScheme: "light" });
    const shop = await listen((request, response) => response.writeHead(302, { location: `${other.url}/en` }).end());
    const other = await listen((request, response) => response.end("Thanks from the shop"));
    await page.goto((await openCheckout(credentials.product_id, { success_url: `${shop.url}/thanks` })).url);
    await payWith(page, "4242424242424242");

    await page.waitForURL(`${other.url}/en`);
    await page.context().close();
    shop.close();
    other.close();
  });

  test("The keyboard reaches everything in the order in which it is read, and is seen to", async () => {
    const page = await open({ width: 1280, colorScheme: "light" });
    await page.goto((await openCheckout(await someProduct("everything"), { return_url: "https://shop.example/" })).url);
    const wanted = await page.evaluate(() =>
      [...document.querySelectorAll("a[href], input:not([type=hidden]), select, textarea, button")]
        .filter((element) => element.tabIndex >= 0)
        .map((element) => element.id || element.textContent.trim() || element.name),
    );

    const reached = [];
    // A date has a stop for each of its parts.
    for (let i = 0; i < 2 * wanted.length && reached.at(-1) !== wanted.at(-1); i++) {
      await page.keyboard.press("Tab");
      const { name, outline } = await page.evaluate(() => {
        const element = document.activeElement;
        return {
          name: element.id || element.textContent.trim() || element.name,
          outline: parseFloat(getComputedStyle(element).outlineWidth),
        };
      });
      assert.ok(outline >= 2, `${name} does not show that it has the focus.`);
      if (reached.at(-1) !== name) {
        reached.push(name);
      }
    }
    assert.deepEqual(reached, wanted);
    await page.context().close();
  });

  test("It can be read at four times the size", async () => {
    // 1280 pixels at 400 % are 320 of CSS, and a fourth of the height.
    const page = await open({ width: 320, height: 256, colorScheme: "light" });
    await page.goto((await openCheckout(await someProduct("everything"))).url);
    for (const label of ["Email address", "Card number"]) {
      await page.getByLabel(label).scrollIntoViewIfNeeded();
      assert.ok(await page.getByLabel(label).isVisible());
    }
    await page.context().close();
  });
});
