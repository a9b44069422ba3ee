-- Creates checkouts like polar-create.lua and appends their client secrets to BENCH_IDS.0, BENCH_IDS.1, ..., a file a
-- thread.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

common.create_checkouts()

local ids

function init()
  ids = assert(io.open(common.env("BENCH_IDS") .. "." .. thread_index, "a"))
end

function response(status, _, body)
  local secret = body:match('"client_secret":"([%w_]+)"')
  if status == 201 and secret then ids:write(secret, "\n") end
end
