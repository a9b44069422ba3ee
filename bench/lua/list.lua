-- GET /transactions, 20 a page, at the cursors of BENCH_IDS round and round.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

function init()
  common.walk_ids("GET", "/transactions?limit=20&cursor={id}",
    { ["Authorization"] = "Bearer " .. common.env("BENCH_TOKEN") })
end
