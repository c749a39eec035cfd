#!/usr/bin/env bash
# npm parse-prometheus-text-format 1.1.1: of a histogram or summary with several label sets one mixture is left, without
# any label.
#
# One would guess that the parser returns each label set with its buckets, sum and count, as it does for counters and gauges.
# All buckets go into one object, where the last line of each bound wins: of GET with 3 calls and POST with 1 the counts
# of POST are left, and bounds that only GET has beside them, so that a smaller bound can hold more calls than a larger one. Sum
# and count of those with labels are dropped. A space after the comma between two labels, which the format allows, ends all with an error.
#
# Why it matters: almost each histogram has a label (method, route, status). A test that reads /metrics through this package
# sees the last label set and takes it for the sum. Take _bucket, _sum and _count as plain lines: without "# TYPE" it does.
#
# Seen on 2026-11-30 with the version below, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . parse-prometheus-text-format@1.1.1

cat > probe.mjs <<'JS'
import parse from 'parse-prometheus-text-format';

const histogram = `calls_bucket{method="GET",le="0.1"} 1
calls_bucket{method="GET",le="0.5"} 2
calls_bucket{method="GET",le="+Inf"} 3
calls_sum{method="GET"} 2.5
calls_count{method="GET"} 3
calls_bucket{method="POST",le="0.1"} 1
calls_bucket{method="POST",le="+Inf"} 1
calls_sum{method="POST"} 0.05
calls_count{method="POST"} 1
`;
const summary = `took{quantile="0.5",method="GET"} 0.2
took_sum{method="GET"} 2.5
took_count{method="GET"} 3
took{quantile="0.5",method="POST"} 0.05
took_sum{method="POST"} 0.05
took_count{method="POST"} 1
`;
const show = (what, text) => {
  console.log(what);
  try {
    for (const family of parse(text)) {
      for (const metric of family.metrics) console.log(`  ${family.name} ${family.type} ${JSON.stringify(metric)}`);
    }
  } catch ({ message }) {
    console.log(`  ${message}`);
  }
};
show('counter, two methods', '# TYPE calls_total counter\ncalls_total{method="GET"} 3\ncalls_total{method="POST"} 1\n');
show('histogram, two methods', `# TYPE calls histogram\n${histogram}`);
show('summary, two methods', `# TYPE took summary\n${summary}`);
show('histogram without its TYPE', histogram);
show('a space before a comma', 'up{job="a" ,zone="b"} 1\n');
show('a space after a comma', 'up{job="a", zone="b"} 1\n');
JS

cat > expected <<'TXT'
counter, two methods
  calls_total COUNTER {"value":"3","labels":{"method":"GET"}}
  calls_total COUNTER {"value":"1","labels":{"method":"POST"}}
histogram, two methods
  calls HISTOGRAM {"buckets":{"0.1":"1","0.5":"2","+Inf":"1"}}
summary, two methods
  took SUMMARY {"quantiles":{"0.5":"0.05"}}
histogram without its TYPE
  calls_bucket UNTYPED {"value":"1","labels":{"method":"GET","le":"0.1"}}
  calls_bucket UNTYPED {"value":"2","labels":{"method":"GET","le":"0.5"}}
  calls_bucket UNTYPED {"value":"3","labels":{"method":"GET","le":"+Inf"}}
  calls_sum UNTYPED {"value":"2.5","labels":{"method":"GET"}}
  calls_count UNTYPED {"value":"3","labels":{"method":"GET"}}
  calls_bucket UNTYPED {"value":"1","labels":{"method":"POST","le":"0.1"}}
  calls_bucket UNTYPED {"value":"1","labels":{"method":"POST","le":"+Inf"}}
  calls_sum UNTYPED {"value":"0.05","labels":{"method":"POST"}}
  calls_count UNTYPED {"value":"1","labels":{"method":"POST"}}
a space before a comma
  up UNTYPED {"value":"1","labels":{"job":"a","zone":"b"}}
a space after a comma
  Encountered invalid line: up{job="a", zone="b"} 1
TXT
npm ls --depth=0
timeout 120 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
