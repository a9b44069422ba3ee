-- POST /echo of the floor: the same body as create.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

wrk.method = "POST"
wrk.path = "/echo"
wrk.headers = common.json_headers()
wrk.body = common.body("session")
