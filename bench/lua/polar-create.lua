-- POST /v1/checkouts/ of the sandbox's product, one token for all requests.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

common.create_checkouts()
