// Signs in with the demo account, measures the 2FA settings page, prints the scores and fails below the bar.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [base, password, chromium] = process.argv.slice(2);
const BAR = 95;
const CATEGORIES = ["accessibility", "best-practices", "performance"];

const cookies = new Map();
const keep = (answer) => {
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
    cookies.set(name, value);
  }
};
const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

const get = async (path) => {
  const answer = await fetch(base + path, { headers: { cookie: cookie() }, redirect: "manual" });
  keep(answer);
  return answer.text();
};

const post = async (path, page, fields) => {
  const [token] = page.match(/<input type="hidden" name="[^"]*csrf[^"]*" value="[^"]*">/i);
  const [, name, value] = token.match(/name="([^"]*)" value="([^"]*)"/);
  const answer = await fetch(base + path, {
    method: "POST",
    headers: { cookie: cookie(), origin: base },
    body: new URLSearchParams([[name, value], ...fields]),
    redirect: "manual",
  });
  keep(answer);
  return answer;
};

const signIn = await get("/sign-in");
const answer = await post("/sign-in", signIn, [["userName", "demo"], ["password", password]]);
if (answer.status !== 303) throw new Error(`signing in was answered with ${answer.status}`);
for (let number = 1; number <= 12; number++) {
  const form = await get("/api-keys/new");
  const [, permission] = form.match(/name="permission"[^>]*value="([^"]*)"/);
  await post("/api-keys", form, [["description", `Robot ${number}`], ["permission", permission]]);
}

const chrome = await launch({
  chromePath: chromium,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let missed = false;
try {
  for (const form of ["desktop", "mobile"]) {
    const isDesktop = form === "desktop";
    const result = await lighthouse(`${base}/security/two-factor`, {
      port: chrome.port,
      logLevel: "error",
      onlyCategories: CATEGORIES,
      extraHeaders: { cookie: cookie() },
      disableStorageReset: true,
      formFactor: form,
      screenEmulation: isDesktop ? { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1 } : undefined,
      throttling: isDesktop
        ? { rttMs: 40, throughputKbps: 10240, cpuSlowdownMultiplier: 1, requestLatencyMs: 0, downloadThroughputKbps: 0, uploadThroughputKbps: 0 }
        : undefined,
    });
    const report = result.lhr;
    if (!report.finalDisplayedUrl.endsWith("/security/two-factor")) throw new Error(`measured ${report.finalDisplayedUrl}`);
    for (const id of CATEGORIES) {
      const category = report.categories[id];
      const score = Math.round(category.score * 100);
      missed ||= score < BAR;
      console.log(`${form.padEnd(8)} ${id.padEnd(15)} ${String(score).padStart(3)}  ${score < BAR ? "under" : "at least"} ${BAR}`);
      for (const { id: audit, weight } of category.auditRefs) {
        const { score: part, title, displayValue } = report.audits[audit];
        if (weight > 0 && part !== null && part < 0.9) console.log(`         ${audit}: ${title} ${displayValue ?? ""}`);
      }
    }
  }
} finally {
  chrome.kill();
}
process.exitCode = missed ? 1 : 0;
