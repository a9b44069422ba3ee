-- PUT /checkout/sessions/{id} with metadata and cart_items, one token for all requests.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

function init()
  local headers = common.json_headers(common.env("BENCH_TOKEN"))
  common.walk_ids("PUT", "/checkout/sessions/{id}", headers, common.body("update"))
end
