-- One buyer after the other: POST /checkout/sessions, PUT .../fields, POST /transactions. A third of the requests each.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

-- wrk does not say which request an answer belongs to, so a session is paid only when so many requests were sent after
-- its card that the card's answer has arrived: sixteen for each connection of a thread.
local lag = 512

local headers = common.json_headers(common.env("BENCH_TOKEN"))
local create, fields, pay
local opened, opened_at, opened_to = {}, 1, 0
local carded, carded_at, carded_to = {}, 1, 0
local sent = 0

function init()
  create = wrk.format("POST", "/checkout/sessions", headers, common.body("session"))
  fields = common.template(
    wrk.format("PUT", "/checkout/sessions/{id}/fields", common.json_headers(), common.body("fields")), "{id}")
  -- The mark has the length of an id, so that Content-Length is right.
  pay = common.template(
    wrk.format("POST", "/transactions", headers, common.body("transaction")), "00000000-0000-0000-0000-000000000000")
end

function request()
  sent = sent + 1
  local waiting = carded[carded_at]
  if waiting and sent - waiting.sent >= lag then
    carded[carded_at], carded_at = nil, carded_at + 1
    return pay(waiting.id)
  end
  local id = opened[opened_at]
  if id then
    opened[opened_at], opened_at = nil, opened_at + 1
    carded_to = carded_to + 1
    carded[carded_to] = { id = id, sent = sent }
    return fields(id)
  end
  return create
end

function response(status, _, body)
  if status ~= 201 then return end
  local id = body:match('^{"type":"checkout%-session","id":"(%x+%-%x+%-%x+%-%x+%-%x+)"')
  if id then
    opened_to = opened_to + 1
    opened[opened_to] = id
  end
end
