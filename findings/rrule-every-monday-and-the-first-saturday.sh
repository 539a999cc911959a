#!/usr/bin/env bash
# rrule 2.8.1 and rrule-rust 3.1.1: "every Monday and the first Saturday of the month" has
# no date at all.
#
# Expected: RFC 5545, 3.3.10: BYDAY is a list of days, each of which may have a number
#   before it; in a monthly rule MO is every Monday and 1SA the first Saturday. The two
#   together are both, as two numbered days (1MO,1SA) or two plain ones (MO,SA) are.
# Seen: a day must be in the plain part of the list and in the numbered part. Monday and
#   Saturday exclude each other, so nothing is left; of "every Monday and the first one"
#   only the first is left. No error, no warning.
# Second opinions, run below: rrule-temporal 2.2.8 and ical.js 2.2.1.
# Source: found by comparing three libraries on generated rules, then run here. Issue 71
#   of rrule (2014, open) has the same of Monday and the last Wednesday.
# Our field: a reading room is kept open every Monday, and on the first Saturday for those
#   who work; a program for calendars built on either library shows an empty series, and
#   two libraries of different languages agree on it.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  rrule@2.8.1 rrule-rust@3.1.1 rrule-temporal@2.2.8 ical.js@2.2.1

cat >look.mjs <<'JS'
import { createRequire } from 'node:module';
import ICAL from 'ical.js';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';

const { RRuleSet } = createRequire(import.meta.url)('rrule-rust');
const rule = (days) => `FREQ=MONTHLY;UNTIL=20260228T090000Z;BYDAY=${days}`;
const lines = (first, days) => `DTSTART:${first.replaceAll('-', '')}T090000Z\nRRULE:${rule(days)}`;
const monthAndDay = (text) => String(text).slice(5, 10);
const two = (number) => String(number).padStart(2, '0');

const libraries = {
  rrule: (first, days) => rrule.rrulestr(lines(first, days)).all().map((date) => monthAndDay(date.toISOString())),
  'rrule-rust': (first, days) =>
    RRuleSet.fromString(lines(first, days)).all().map(({ month, day }) => `${two(month)}-${two(day)}`),
  'rrule-temporal': (first, days) => new RRuleTemporal({ rruleString: lines(first, days) }).all().map(monthAndDay),
  'ical.js': (first, days) => {
    const dates = ICAL.Recur.fromString(rule(days)).iterator(ICAL.Time.fromString(`${first}T09:00:00Z`));
    const found = [];
    for (let date = dates.next(); date; date = dates.next()) found.push(monthAndDay(date));
    return found;
  },
};
const mondays = '01-05 01-12 01-19 01-26 02-02 02-09 02-16 02-23';
const both = '01-03 01-05 01-12 01-19 01-26 02-02 02-07 02-09 02-16 02-23';
const cases = [
  ['2026-01-03', 'MO,1SA', both, ''],
  ['2026-01-05', 'MO,1MO', mondays, '01-05 02-02'],
  ['2026-01-03', '1SA,1MO', '01-03 01-05 02-02 02-07', '01-03 01-05 02-02 02-07'],
  ['2026-01-05', 'MO', mondays, mondays],
];
let asDescribed = true;
for (const [first, days, expected, described] of cases) {
  console.log(`BYDAY=${days}\n  expected:       ${expected}`);
  for (const [name, read] of Object.entries(libraries)) {
    const seen = read(first, days).join(' ');
    console.log(`  ${`${name}:`.padEnd(16)}${seen || 'no date'}`);
    asDescribed &&= seen === (name === 'rrule' || name === 'rrule-rust' ? described : expected);
  }
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
