-- POST /checkout/sessions, a token of its own for every request.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

function init()
  local next_token = common.fresh_tokens()
  local fill = common.template(
    wrk.format("POST", "/checkout/sessions", common.json_headers("{token}"), common.body("session")), "{token}")
  function request() return fill(next_token()) end
end
