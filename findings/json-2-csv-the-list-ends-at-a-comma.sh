#!/usr/bin/env bash
# json-2-csv 5.6.0: after a cell that ends with a comma, at the end of its line, there are no
# more lines, whether there were two or two thousand.
#
# Expected: csv2json reads what json2csv has written. By RFC 4180, 2.6, a cell with a comma
#   stands within quotes, and the comma belongs to it; the README has "RFC 4180 Compliance"
#   and wrapped values in both directions among the features.
# Seen: where the last cell of a line is wrapped and its last character is a comma, the quote
#   after that comma is taken for the beginning of another cell, for before it there is a
#   comma: the value loses its end and has a quote in front, and the lines that follow are
#   gone. No error. In any other column, with a space after the comma, in the last line of the
#   file and at the beginning of a cell a comma does no harm.
# Second opinions, run below: csv-parse 7.0.3 and papaparse 5.7.1 read the same file whole.
# Source: found by reading back generated tables, then read and run here.
# Our field: the last column of an export is the remark, and remarks break off with a comma. A list
#   of 2,000 reports is taken over as 1, and the import says that it has gone through.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  json-2-csv@5.6.0 csv-parse@7.0.3 papaparse@5.7.1

cat >look.cjs <<'JS'
const { parse } = require('csv-parse/sync');
const { csv2json, json2csv } = require('json-2-csv');
const papa = require('papaparse');

const others = [(csv) => parse(csv, { columns: true }), (csv) => papa.parse(csv, { header: true }).data];
const rest = Array.from({ length: 1998 }, (_, index) => ({ report: `north ${index}`, remark: 'done' }));
let asDescribed = true;
for (const [name, rows, described, first] of [
  ['ends with a comma', [{ report: 'hall', remark: 'lamps, benches,' }, { report: 'school', remark: 'done' }, ...rest], 1, '"lamps, benches'],
  ['in another column', [{ report: 'hall, school,', remark: 'done' }, { report: 'school', remark: 'done' }, ...rest], 2000, 'done'],
  ['begins with a comma', [{ report: 'hall', remark: ', lamps, benches' }, { report: 'school', remark: 'done' }, ...rest], 2000, ', lamps, benches'],
  ['without a comma', [{ report: 'hall', remark: 'lamps' }, { report: 'school', remark: 'done' }, ...rest], 2000, 'lamps'],
]) {
  const csv = json2csv(rows);
  const told = others.map((read) => read(csv));
  const seen = csv2json(csv);
  console.log(`${name}: expected ${rows.length} rows, ${JSON.stringify(rows[0].remark)} (others: ${told.map((list) => list.length).join(', ')} rows), seen ${seen.length}, ${JSON.stringify(seen[0].remark)}`);
  asDescribed &&=
    told.every((list) => JSON.stringify(list) === JSON.stringify(rows)) && seen.length === described && seen[0].remark === first;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
