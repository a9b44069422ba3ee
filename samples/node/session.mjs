// Opens a checkout session with the vendor's SDK, puts a card on it as a browser would, shows it, deletes it.
import { readFileSync } from "node:fs";
import { Gr4vy, withToken } from "@gr4vy/sdk";

const file = process.argv[2] ?? "data/dev-credentials.json";
const { base_url: serverURL, gr4vy: credentials } = JSON.parse(readFileSync(file, "utf8"));
const { checkoutSessions } = new Gr4vy({
  serverURL,
  merchantAccountId: credentials.merchant_account_id,
  bearerAuth: withToken({ privateKey: credentials.private_key }),
});

const { id, expiresAt } = await checkoutSessions.create({ amount: 1299, currency: "USD", metadata: { order: "1042" } });
console.log(`opened ${id}, ends ${expiresAt.toISOString()}`);

const card = { method: "card", number: "4111111111111111", expiration_date: "12/35", security_code: "123" };
const headers = { "Content-Type": "application/json" };
const body = JSON.stringify({ payment_method: card });
const fields = await fetch(`${serverURL}/checkout/sessions/${id}/fields`, { method: "PUT", headers, body });
console.log(`card: ${fields.status}`);

const { paymentMethod } = await checkoutSessions.get(id);
console.log(`shows ${paymentMethod.scheme} ending in ${paymentMethod.label}`);

await checkoutSessions.delete(id);
console.log("deleted");
