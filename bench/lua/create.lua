-- POST /checkout/sessions, one token for all requests.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

wrk.method = "POST"
wrk.path = "/checkout/sessions"
wrk.headers = common.json_headers(common.env("BENCH_TOKEN"))
wrk.body = common.body("session")
