-- What the load scripts share: their inputs, and the one line that bench/run reads.
-- Inputs come from the environment: BENCH_TOKEN (a bearer token), BENCH_TOKENS (a file of tokens),
-- BENCH_IDS (a file of session ids or client secrets), BENCH_PRODUCT (a product's id), BENCH_THREADS (wrk's -t).

local bodies = debug.getinfo(1, "S").source:match("^@(.*/)") .. "../bodies/"

local common = {}

function common.env(name)
  return os.getenv(name) or error(name .. " is not set")
end

function common.body(name)
  local file = assert(io.open(bodies .. name .. ".json"))
  local body = file:read("*a"):gsub("%s+$", "")
  file:close()
  return body
end

function common.json_headers(token)
  local headers = { ["Content-Type"] = "application/json" }
  if token then headers["Authorization"] = "Bearer " .. token end
  return headers
end

-- POST /v1/checkouts/ of the product BENCH_PRODUCT.
function common.create_checkouts()
  wrk.method = "POST"
  wrk.path = "/v1/checkouts/"
  wrk.headers = common.json_headers(common.env("BENCH_TOKEN"))
  wrk.body = common.body("checkout"):gsub("{product}", common.env("BENCH_PRODUCT"))
end

-- The lines of a file that belong to this thread; no other thread gets them. Call it in init.
function common.share(file)
  local threads, lines, number = tonumber(common.env("BENCH_THREADS")), {}, 0
  for line in io.lines(file) do
    if number % threads == thread_index then lines[#lines + 1] = line end
    number = number + 1
  end
  assert(#lines > 0, file .. " has too few lines")
  return lines
end

-- A function that fills a request's one `mark` with a value: the request is formatted once, not for each send.
function common.template(request, mark)
  local from, to = request:find(mark, 1, true)
  local before, after = request:sub(1, from - 1), request:sub(to + 1)
  return function(value) return before .. value .. after end
end

-- Sends `method path body` over this thread's ids, round and round; `path` has the mark {id}.
function common.walk_ids(method, path, headers, body)
  local ids, at = common.share(common.env("BENCH_IDS")), 0
  local fill = common.template(wrk.format(method, path, headers, body), "{id}")
  function request()
    at = at % #ids + 1
    return fill(ids[at])
  end
end

-- Each token is sent once. A thread that has none left stops, and the run counts as failed.
function common.fresh_tokens()
  local tokens, at = common.share(common.env("BENCH_TOKENS")), 0
  return function()
    at = at + 1
    if at > #tokens then
      at, ran_out = 1, true
      wrk.thread:stop()
    end
    return tokens[at]
  end
end

local threads = {}

function setup(thread)
  thread:set("thread_index", #threads)
  threads[#threads + 1] = thread
end

-- wrk counts answers of 400 and above itself. A `response` function would see every status, but parsing each answer
-- in Lua takes cores from the server; bench/run checks the exact status with one request before the load instead.
function done(summary, latency)
  local errors, out_of_tokens = summary.errors, 0
  for _, thread in ipairs(threads) do
    if thread:get("ran_out") then out_of_tokens = out_of_tokens + 1 end
  end
  print(string.format(
    "RESULT rps=%.1f p50_us=%d p99_us=%d requests=%d non2xx=%d socket_errors=%d out_of_tokens=%d",
    summary.requests / summary.duration * 1e6, latency:percentile(50), latency:percentile(99), summary.requests,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, out_of_tokens))
end

return common
