-- GET /v1/checkouts/, 20 a page, the first pages round and round.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

function init()
  local page, pages = 0, 50
  local fill = common.template(
    wrk.format("GET", "/v1/checkouts/?limit=20&page={id}",
      { ["Authorization"] = "Bearer " .. common.env("BENCH_TOKEN") }), "{id}")
  function request()
    page = page % pages + 1
    return fill(page)
  end
end
