#!/usr/bin/env bash
# Reading a log of signed calls from CSV: Papa Parse gives one column two types, three others round the nonce.
#
# One would guess that "turn numbers into numbers" treats a column alike, or keeps digits that a number cannot hold. csv-parse 7.0.3 (cast), d3-dsv 3.0.1 (autoType) and csvtojson 2.0.10
# (checkType) round a nonce of 19 digits, so two calls have one nonce. Papa Parse 5.7.1 (dynamicTyping) leaves such a value a string, but makes the one of 13 digits in the
# row above a number: sorting and === then go by type. All four take the zero off the code 081804.
#
# Why it matters: an owner who looks for a doubled nonce or a wrong code in such an export sees one that was never sent. Read everything as text; quoting
# a value does not keep it text, as the last row shows.
#
# Seen on 2026-11-28 with the versions named, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . papaparse@5.7.1 csv-parse@7.0.3 d3-dsv@3.0.1 csvtojson@2.0.10

cat > probe.mjs <<'JS'
import Papa from 'papaparse';
import { parse } from 'csv-parse/sync';
import { autoType, csvParse } from 'd3-dsv';
import csvtojson from 'csvtojson';

const text = 'nonce,otp\n1616492376594,123456\n1616492376594123456,081804\n"1616492376594123457","081804"\n';
const rows = {
  'Papa Parse': Papa.parse(text, { header: true, dynamicTyping: true, skipEmptyLines: true }).data,
  'csv-parse': parse(text, { columns: true, cast: true }),
  'd3-dsv': csvParse(text, autoType),
  csvtojson: await csvtojson({ checkType: true }).fromString(text),
};
for (const [library, calls] of Object.entries(rows)) {
  console.log(`${library}: ${calls.map(({ nonce, otp }) => `${typeof nonce} ${nonce}, ${typeof otp} ${otp}`).join('; ')}`);
}
JS

cat > expected <<'TXT'
Papa Parse: number 1616492376594, number 123456; string 1616492376594123456, number 81804; string 1616492376594123457, number 81804
csv-parse: number 1616492376594, number 123456; number 1616492376594123500, number 81804; number 1616492376594123500, number 81804
d3-dsv: number 1616492376594, number 123456; number 1616492376594123500, number 81804; number 1616492376594123500, number 81804
csvtojson: number 1616492376594, number 123456; number 1616492376594123500, number 81804; number 1616492376594123500, number 81804
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
