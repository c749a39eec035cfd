#!/usr/bin/env python3
"""200 parallel sign-ins with made-up names for 30 seconds, and signed calls beside them.

    benchmarks/flood.py port user password [process]

The calls come from four programs that each send the next one when the last was answered, in a process of their own.
They are measured alone, beside the flood, and alone again, after a warm-up that has some of both. Ends with status 1 when a bar is missed: 0.6 of the rate
alone, 99 % within 100 ms, none refused. The warm-up goes on until the compilers of the process are quiet. The proxy that is trusted says that each flooder has an address of its own.
"""
import base64, hashlib, hmac, html, http.client, json, multiprocessing, re, subprocess, sys, threading, time, urllib.parse

PORT, USER, PASSWORD = int(sys.argv[1]), sys.argv[2], sys.argv[3]
FLOODERS, PROGRAMS = 200, 4
PROCESS = sys.argv[4] if len(sys.argv) > 4 else None
ALONE, BESIDE, WARM_UP, MOST_WARM_UPS = 10, 30, 15, 8
QUIET = 2
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{PORT}"}


class Browser:
    def __init__(self, address="127.0.0.1"):
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
        self.headers = {"X-Forwarded-For": address}
        self.token = ""

    def ask(self, method, path, fields=None):
        body = urllib.parse.urlencode(fields, doseq=True) if fields else None
        headers = dict(self.headers, **(FORM if fields else {}))
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        cookies = [c.split(";")[0] for c in answer.headers.get_all("Set-Cookie") or []]
        if cookies:
            kept = dict(c.split("=", 1) for c in self.headers.get("Cookie", "").split("; ") if "=" in c)
            kept.update(c.split("=", 1) for c in cookies)
            self.headers["Cookie"] = "; ".join(f"{n}={v}" for n, v in kept.items())
        token = re.search(r'name="_csrf" value="([^"]*)"', text)
        if token:
            self.token = html.unescape(token.group(1))
        return answer, text

    def send(self, path, fields):
        return self.ask("POST", path, dict(fields, _csrf=self.token))


def keys():
    """The public keys and secrets of new keys, one for each program."""
    browser = Browser()
    browser.ask("GET", "/sign-in")
    answer, _ = browser.send("/sign-in", {"userName": USER, "password": PASSWORD})
    if "sign-in" in answer.headers.get("Location", "sign-in"):
        sys.exit("could not sign in")
    made = []
    for number in range(PROGRAMS):
        browser.ask("GET", "/api-keys/new")
        _, page = browser.send(
            "/api-keys", {"description": f"Flood {time.time()} {number}", "permission": "query-funds"})
        made.append([re.search(f'id="{name}"[^>]*>([^<]*)<', page).group(1).strip() for name in ("public-key", "secret")])
    return made


def program(key, until, latencies, refused):
    public, secret = key[0], base64.b64decode(key[1])
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
    path = "/0/private/Balance"
    nonce = time.time_ns() // 1000
    while time.time() < until:
        nonce += 1
        body = f"nonce={nonce}".encode()
        digest = hashlib.sha256(str(nonce).encode() + body).digest()
        sign = base64.b64encode(hmac.new(secret, path.encode() + digest, hashlib.sha512).digest()).decode()
        start = time.perf_counter()
        connection.request("POST", path, body, {"API-Key": public, "API-Sign": sign, "Content-Type": FORM["Content-Type"]})
        answer = connection.getresponse()
        text = answer.read()
        latencies.append(time.perf_counter() - start)
        if answer.status != 200 or json.loads(text)["error"]:
            refused.append(f"{answer.status} {text[:80]!r}")


def measure(made, seconds, result):
    """In a process of its own, so that the flooders' work does not hold it up."""
    latencies, refused = [], []
    until = time.time() + seconds
    start = time.time()
    threads = [threading.Thread(target=program, args=(key, until, latencies, refused)) for key in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    result.put((len(latencies) / (time.time() - start), sorted(latencies), refused))


def calls(made, seconds):
    result = multiprocessing.Queue()
    process = multiprocessing.Process(target=measure, args=(made, seconds, result))
    process.start()
    measured = result.get()
    process.join()
    return measured


def flooder(number, until, answers):
    browser = Browser(f"203.0.{number // 250}.{number % 250 + 1}")
    turn = 0
    while time.time() < until:
        try:
            if not browser.token:
                browser.ask("GET", "/sign-in")
            turn += 1
            start = time.time()
            answer, _ = browser.send("/sign-in", {"userName": f"made-up-{number}-{turn}", "password": "a guess of mine"})
            answers.append((answer.status, time.time() - start))
        except (OSError, http.client.HTTPException) as failed:
            answers.append((type(failed).__name__, 0))
            browser.connection.close()


def flood(seconds):
    answers, until = [], time.time() + seconds
    threads = [threading.Thread(target=flooder, args=(n, until, answers), daemon=True) for n in range(FLOODERS)]
    for thread in threads:
        thread.start()
    return threads, answers


def compiled():
    """Seconds that the compilers of the process have worked."""
    told = subprocess.run(["jstat", "-compiler", PROCESS], capture_output=True, text=True, check=True).stdout
    return float(told.splitlines()[1].split()[3])


def warm_up(made):
    for _ in range(MOST_WARM_UPS if PROCESS else 1):
        before = compiled() if PROCESS else 0
        warm, _ = flood(WARM_UP)
        calls(made, WARM_UP)
        for thread in warm:
            thread.join(60)
        calls(made, WARM_UP)
        if PROCESS and compiled() - before < QUIET:
            return
        print(f"compilers: {compiled() - before}", file=sys.stderr)
    print("the compilers were not quiet: read the rates with care")


def told(name, measured):
    rate, latencies, refused = measured
    at = lambda share: latencies[min(len(latencies) - 1, int(len(latencies) * share))] * 1000
    print(f"| {name} | {rate:.0f}/s | {at(.5):.1f} ms | {at(.99):.1f} ms | {latencies[-1] * 1000:.0f} ms | {len(refused)} |", flush=True)
    return rate, at(.99), refused


if __name__ == "__main__":
    made = keys()
    warm_up(made)
    print("| signed calls, 4 programs | rate | median | 99 % | slowest | refused |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    before, _, _ = told("alone", calls(made, ALONE))
    threads, answers = flood(BESIDE)
    rate, slow, refused = told(f"beside {FLOODERS} sign-ins", calls(made, BESIDE))
    for thread in threads:
        thread.join(60)
    after, _, _ = told("alone again", calls(made, ALONE))
    alone = (before + after) / 2
    kinds = {kind: len([1 for each, _ in answers if each == kind]) for kind in sorted({a for a, _ in answers}, key=str)}
    longest = max((wait for _, wait in answers), default=0)
    print(f"\nsign-ins answered {kinds}, the slowest in {longest:.1f} s; load {open('/proc/loadavg').read().split()[0]}")
    print(f"ratio {rate / alone:.2f} (bar 0.60), 99 % in {slow:.0f} ms (bar 100), {len(refused)} refused")
    for each in sorted(set(refused))[:3]:
        print("refused:", each)
    sys.exit(0 if rate / alone >= 0.6 and slow <= 100 and not refused else 1)
