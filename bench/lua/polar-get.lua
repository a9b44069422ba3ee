-- GET /v1/checkouts/client/{client_secret}, as a browser does: no token.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

function init()
  common.walk_ids("GET", "/v1/checkouts/client/{id}", {})
end
