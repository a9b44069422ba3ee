-- POST /transactions with a card in the request: fills a store with transactions.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local common = require("common")

wrk.method = "POST"
wrk.path = "/transactions"
wrk.headers = common.json_headers(common.env("BENCH_TOKEN"))
wrk.body = common.body("card-transaction")
