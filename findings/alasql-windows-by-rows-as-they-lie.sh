#!/usr/bin/env bash
# alasql 4.19.1: window functions count by the rows as they happen to lie, and take a
# column that is not among those selected for empty.
#
# Expected: SQL:2003 and after: ROW_NUMBER() OVER (PARTITION BY household ORDER BY day)
#   numbers the rows of each household by day, wherever they stand; what SUM adds up
#   need not be selected. The maintainer names ROW_NUMBER with PARTITION BY as the one
#   that works (issue 2408).
# Seen: the number begins anew whenever the household is another one than in the row
#   before, and ORDER BY within OVER is not looked at. With the reports as they come in,
#   every row is number 1, so "the first report of each household" is every report. SUM
#   of hours is 0 unless hours are selected, too. A table sorted beforehand, or one with
#   all columns, is right, as in every example.
# Second opinion, run below: SQLite by sql.js 1.17.0.
# Source: found by running the same queries in both, then run here.
# Our field: lists of reports or shifts taken from tables are boiled down in the browser:
#   the last state of each report, the first three of a queue, the hours of a household.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  alasql@4.19.1 sql.js@1.17.0

cat >look.cjs <<'JS'
const alasql = require('alasql');
const initSqlJs = require('sql.js');

const rows = [
  { household: '1-201', day: 3, hours: 1 },
  { household: '1-202', day: 2, hours: 2 },
  { household: '1-201', day: 1, hours: 3 },
  { household: '1-202', day: 4, hours: 4 },
];
const number = 'ROW_NUMBER() OVER (PARTITION BY household ORDER BY day)';
const sum = 'SUM(hours) OVER (PARTITION BY household)';
const cases = [
  [`SELECT household, day, ${number} AS n FROM ?`, '1 1 1 1'],
  [`SELECT household, day, ROW_NUMBER() OVER (ORDER BY day) AS n FROM ?`, '1 2 3 4'],
  [`SELECT household, day, ${sum} AS n FROM ?`, '0 0 0 0'],
  [`SELECT household, day, hours, ${sum} AS n FROM ?`, '4 6 4 6'],
];
/** The numbers in the order of the rows above, told apart by their day. */
const told = (found) => rows.map(({ day }) => found.find((one) => one.day === day).n).join(' ');

async function main() {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run('CREATE TABLE t (household TEXT, day INTEGER, hours INTEGER)');
  for (const row of rows) database.run('INSERT INTO t VALUES (?, ?, ?)', Object.values(row));
  const bySqlite = (query) => {
    const [{ columns, values }] = database.exec(query.replace('?', 't'));
    return values.map((value) => Object.fromEntries(columns.map((column, index) => [column, value[index]])));
  };
  let asDescribed = true;
  for (const [query, described] of cases) {
    const expected = told(bySqlite(query));
    const seen = told(alasql(query, [rows]));
    console.log(`${query}\n  expected: ${expected}\n  seen:     ${seen}`);
    asDescribed &&= seen === described && (expected === seen) === query.includes('day, hours');
  }
  process.exit(asDescribed ? 0 : 1);
}
void main();
JS
node look.cjs
