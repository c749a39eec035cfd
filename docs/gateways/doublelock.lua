-- For HAProxy: asks Doublelock about a call. Only what it lets through gets X-Doublelock-Account.

local function all(values)
  return values and table.move(values, 0, #values, 1, {})
end

core.register_action("doublelock", { "http-req" }, function(txn)
  local body = txn.f:req_body()
  if #body ~= txn.f:req_body_size() then
    return txn:done(txn:reply({ status = 413 }))
  end
  local sent = txn.http:req_get_headers()
  local verdict = core.httpclient():post({
    url = "http://doublelock/",
    dst = "abns@doublelock",
    -- later than "timeout server" of that section, and on no connection that was used before:
    -- HAProxy's client asks again by itself where it hears nothing
    timeout = 60000,
    body = body,
    headers = {
      ["Connection"] = { "close" },
      ["X-Original-Method"] = { txn.f:method() },
      ["X-Original-URI"] = { txn.f:pathq() },
      ["X-Forwarded-For"] = { txn.f:src() },
      ["API-Key"] = all(sent["api-key"]),
      ["API-Sign"] = all(sent["api-sign"]),
      ["Content-Type"] = all(sent["content-type"]),
      ["Content-Encoding"] = all(sent["content-encoding"]),
    },
  })
  local function said(name)
    local value = (verdict.headers[name] or {})[0]
    return value ~= "" and value or nil
  end
  if verdict.status == 200 and said("x-doublelock-account") then
    for _, name in ipairs({ "Account", "Key", "Function", "Permissions", "Unlocked-Until" }) do
      local value = said("x-doublelock-" .. name:lower())
      if value then
        txn.http:req_set_header("X-Doublelock-" .. name, value)
      end
    end
    return
  end
  -- Refused: the envelope is the answer, with the status 200 that clients of such APIs expect.
  -- Anything else is a fault between HAProxy and Doublelock, and nothing is let through.
  local refused = verdict.status == 403
  txn:done(txn:reply({
    status = refused and 200 or 503,
    headers = {
      ["Content-Type"] = { "application/json" },
      ["Cache-Control"] = { "no-store" },
      ["Doublelock-Refusal"] = { said("doublelock-refusal") },
    },
    body = refused and verdict.body or '{"error":["EService:Unavailable"]}',
  }))
end)
