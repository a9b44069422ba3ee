-- GET /checkout/sessions/{id}, one token for all requests.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

function init()
  common.walk_ids("GET", "/checkout/sessions/{id}", { ["Authorization"] = "Bearer " .. common.env("BENCH_TOKEN") })
end
