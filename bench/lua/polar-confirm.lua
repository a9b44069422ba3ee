-- POST /v1/checkouts/client/{client_secret}/confirm, each checkout once: charged by the test provider.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

function init()
  local secrets, at = common.share(common.env("BENCH_IDS")), 0
  local fill = common.template(
    wrk.format("POST", "/v1/checkouts/client/{id}/confirm", common.json_headers(), common.body("confirm")), "{id}")
  function request()
    at = at + 1
    if at > #secrets then
      at, ran_out = 1, true
      wrk.thread:stop()
    end
    return fill(secrets[at])
  end
end
