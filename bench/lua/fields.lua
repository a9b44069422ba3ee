-- PUT /checkout/sessions/{id}/fields with a card, without a token.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

function init()
  common.walk_ids("PUT", "/checkout/sessions/{id}/fields", common.json_headers(), common.body("fields"))
end
