-- GET /checkout/sessions/{id} of one session, a token of its own for every request.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

function init()
  local next_token, id = common.fresh_tokens(), common.share(common.env("BENCH_IDS"))[1]
  local fill = common.template(
    wrk.format("GET", "/checkout/sessions/" .. id, { ["Authorization"] = "Bearer {token}" }), "{token}")
  function request() return fill(next_token()) end
end
