// For nginx with njs: asks Doublelock about a call. Only what it lets through reaches @api.

async function check(r) {
  if (!["POST", "PUT", "PATCH", "DELETE"].includes(r.method)) {
    r.return(405);
    return;
  }
  // without a body of its own a question has that of the call
  const verdict = await r.subrequest("/doublelock", { method: r.method });
  const said = (name) => verdict.headersOut[name] || "";
  if (verdict.status === 200 && said("X-Doublelock-Account")) {
    ["Account", "Key", "Function", "Permissions", "Unlocked-Until"].forEach((name) => {
      r.variables["doublelock_" + name.toLowerCase().replace("-", "_")] = said("X-Doublelock-" + name);
    });
    r.internalRedirect("@api");
    return;
  }
  // Refused: the envelope is the answer, with the status 200 that clients of such APIs expect.
  // Anything else is a fault between nginx and Doublelock, and nothing is let through.
  const refused = verdict.status === 403;
  r.headersOut["Content-Type"] = "application/json";
  r.headersOut["Cache-Control"] = "no-store";
  r.headersOut["Doublelock-Refusal"] = said("Doublelock-Refusal");
  r.return(refused ? 200 : 503, refused ? verdict.responseText : '{"error":["EService:Unavailable"]}');
}

export default { check };
