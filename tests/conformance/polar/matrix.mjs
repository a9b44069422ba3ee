#!/usr/bin/env node
// Installs versions of @polar-sh/sdk of the generation 0.x into a temporary folder and runs the seven operations of
// checkouts with each against a running sandbox, a fresh one: the oldest list everything, and know no prices by seats:
//
//   CHECKSTAND_URL=http://127.0.0.1:8090 CHECKSTAND_CREDENTIALS=/tmp/conformance/dev-credentials.json \
//     node tests/conformance/polar/matrix.mjs 0.29.3 0.34.9 0.38.1 0.41.5 0.45.2 0.48.1
//
// A line for each version; the exit code is the number of versions that did not get through. Not part of ./test.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { baseUrl, credentials, eventually, someEmail, tokens } from "./support.mjs";

const versions = process.argv.slice(2);
if (versions.length === 0) {
  console.error("usage: node matrix.mjs VERSION...");
  process.exit(2);
}

// What is bought in turn: each brings other parts of the answer's body.
const products = {
  fixed: credentials.product_id,
  custom: credentials.custom_price_product_id,
  free: credentials.free_product_id,
  recurring: credentials.recurring_product_id,
};

async function sevenOperations({ checkouts }, product) {
  const created = await checkouts.create({
    products: [product],
    customerEmail: someEmail(),
    customerBillingAddress: { country: "FR" },
    metadata: { whole: 1 },
  });
  const { id, clientSecret } = created;
  assert.deepEqual(await checkouts.get({ id }), created);
  // The oldest versions can't ask for an email address and walk through all checkouts.
  const found = [];
  for await (const page of await checkouts.list({ query: created.customerEmail, limit: 100 })) {
    found.push(...page.result.items.map((checkout) => checkout.id));
  }
  assert.ok(found.includes(id));
  await checkouts.update({ id, checkoutUpdate: { customerName: "Jane", discountId: null } });
  await checkouts.clientGet({ clientSecret });
  await checkouts.clientUpdate({ clientSecret, checkoutUpdatePublic: { customerName: "Joan" } });
  const confirmed = await checkouts.clientConfirm({
    clientSecret,
    checkoutConfirmStripe: { confirmationTokenId: tokens.approve },
  });
  assert.equal(confirmed.status, "confirmed");
  const ended = await eventually(
    () => checkouts.get({ id }),
    ({ status }) => status === "succeeded",
  );
  assert.equal(ended.status, "succeeded");
}

async function tryVersion(folder) {
  const require = createRequire(join(folder, "index.js"));
  const { Polar } = await import(pathToFileURL(require.resolve("@polar-sh/sdk")));
  const polar = new Polar({ accessToken: credentials.access_token, serverURL: baseUrl });
  const failures = [];
  for (const [what, product] of Object.entries(products)) {
    try {
      await sevenOperations(polar, product);
    } catch (error) {
      const reason = JSON.stringify(error.cause?.issues ?? error.body ?? "");
      failures.push(`${what}: ${error.message.slice(0, 200)} ${reason.slice(0, 2000)}`);
    }
  }
  return failures;
}

let failed = 0;
for (const version of versions) {
  const folder = mkdtempSync(join(tmpdir(), "polar-sdk-"));
  try {
    writeFileSync(join(folder, "package.json"), '{"private":true}');
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", `@polar-sh/sdk@${version}`], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const failures = await tryVersion(folder);
    console.log(`${version}: ${failures.length === 0 ? "all seven operations" : failures.join("\n  ")}`);
    failed += failures.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exit(failed);
