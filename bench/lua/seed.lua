-- Creates sessions like create.lua and appends their ids to BENCH_IDS.0, BENCH_IDS.1, ..., a file a thread.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

wrk.method = "POST"
wrk.path = "/checkout/sessions"
wrk.headers = common.json_headers(common.env("BENCH_TOKEN"))
wrk.body = common.body("session")

local ids

function init()
  ids = assert(io.open(common.env("BENCH_IDS") .. "." .. thread_index, "a"))
end

function response(status, _, body)
  local id = body:match('"id"%s*:%s*"(%x+%-%x+%-%x+%-%x+%-%x+)"')
  if status == 201 and id then ids:write(id, "\n") end
end
