// The browser, and the axe that it is looked at with.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The levels A and AA up to WCAG 2.2, and what axe's authors advise beyond.
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Where distributions put it; CHECKSTAND_CHROMIUM says another place. */
function pathOfBrowser() {
  const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const path = process.env.CHECKSTAND_CHROMIUM ?? known.find(existsSync);
  if (!path) {
    throw new Error("Chromium is missing: install it (Debian: chromium), or say where it is in CHECKSTAND_CHROMIUM.");
  }
  return path;
}

export const launch = () =>
  chromium.launch({
    executablePath: pathOfBrowser(),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** What axe finds on a page, each as the rule with the elements that break it. */
export async function violationsOf(page) {
  // As a developer's tool: the page itself runs no scripts.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }),
    rules,
  );
  return violations.map(({ id, help, nodes }) =>
    [`${id}: ${help}`, ...nodes.map(({ html, failureSummary }) => `    ${html}\n    ${failureSummary}`)].join("\n"),
  );
}

/** Keeps a picture of the whole page where CHECKSTAND_SHOTS says, when it says so. */
export async function keepPicture(page, name) {
  if (process.env.CHECKSTAND_SHOTS) {
    await page.screenshot({ path: join(process.env.CHECKSTAND_SHOTS, `${name}.png`), fullPage: true });
  }
}
