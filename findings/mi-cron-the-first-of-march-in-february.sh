#!/usr/bin/env bash
# @cheap-glitch/mi-cron 1.0.1: what is to run in March to May by name runs in February to
# April, and what is to run on the 31st runs on 3 March and 1 May as well.
#
# Expected: crontab(5): months are 1 to 12 or names, of which mar is 3; an entry runs when
#   the fields for day and month both match the current time, so the 31st comes seven
#   times a year. The README promises standard cron expressions, with ranges of names
#   (mon-fri) among its examples, and shows that January is 1 in what it reads.
# Seen: names of months are numbered from 0 while numbers are taken as they are: mar-may is
#   read as 2, 3, 4, without a word. Names of days are right, for they begin at 0 by rights.
#   And a day that a month does not have is handed to JavaScript's Date, which goes on to
#   the next month: 31 February is 3 March, 31 April is 1 May.
# Second opinions, run below: cron-parser 5.10.5 and cron-schedule 6.0.0.
# Source: found by comparing the next dates of seven libraries for 25 expressions, then
#   run here.
# Our field: the yearly review of an agreement, the call for proposals in March, the
#   accounts on the last day: a reminder that comes a month early closes a vote early, and
#   one on 3 March is sent for a month that has none.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @cheap-glitch/mi-cron@1.0.1 cron-parser@5.10.5 cron-schedule@6.0.0

cat >look.cjs <<'JS'
const { parseCron } = require('@cheap-glitch/mi-cron');
const { CronExpressionParser } = require('cron-parser');
const { parseCronExpression } = require('cron-schedule');

const from = new Date('2026-01-01T00:00:00Z');
const many = 4;
const libraries = {
  'mi-cron': (expression) => {
    const dates = [];
    for (let date = from; dates.length < many; dates.push(date)) date = parseCron.nextDate(expression, date);
    return dates;
  },
  'cron-parser': (expression) => {
    const dates = CronExpressionParser.parse(expression, { currentDate: from, tz: 'UTC' });
    return Array.from({ length: many }, () => dates.next().toDate());
  },
  'cron-schedule': (expression) => parseCronExpression(expression).getNextDates(many, from),
};
const cases = [
  ['0 9 1 3-5 *', '2026-03-01 2026-04-01 2026-05-01 2027-03-01', undefined],
  [
    '0 9 1 mar-may *',
    '2026-03-01 2026-04-01 2026-05-01 2027-03-01',
    '2026-02-01 2026-03-01 2026-04-01 2027-02-01',
  ],
  [
    '0 9 31 * *',
    '2026-01-31 2026-03-31 2026-05-31 2026-07-31',
    '2026-01-31 2026-03-03 2026-03-31 2026-05-01',
  ],
];
let asDescribed = true;
for (const [expression, expected, wrong] of cases) {
  console.log(`${expression}\n  expected: ${expected}`);
  for (const [name, next] of Object.entries(libraries)) {
    const seen = next(expression)
      .map((date) => date.toISOString().slice(0, 10))
      .join(' ');
    console.log(`  seen:     ${seen}  (${name})`);
    asDescribed &&= seen === (name === 'mi-cron' ? (wrong ?? expected) : expected);
  }
}
process.exit(asDescribed ? 0 : 1);
JS
TZ=UTC node look.cjs
