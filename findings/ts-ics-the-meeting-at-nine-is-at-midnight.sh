#!/usr/bin/env bash
# ts-ics 2.4.6: a meeting at nine on each first Monday of the month is at midnight, and the one
# with which it begins is not among them.
#
# Expected: RFC 5545, 3.3.10: what a rule does not say, such as the hour, "would be the same as
#   what is specified for DTSTART", and DTSTART is the first of the series that COUNT counts.
#   The README says that the library aims to be fully compliant with RFC 5545.
# Seen: days of the week in monthly rules come at 0:00. The first one is then before the
#   beginning at nine o'clock and is left out, and since COUNT counts what is left, one is added
#   at the end that does not belong to the series. Weekly rules with the same days have the
#   hour, as have monthly ones by the day of the month, and so the tests by dates pass.
# Second opinions, run below: rrule 2.8.1 and rrule-temporal 2.2.8.
# Source: found by comparing 3,000 generated rules, then run here.
# Our field: meetings of a residents' committee are on the first Monday at nine; who takes the
#   calendar up is called for midnight, not for the first meeting at all, and to one after
#   the last.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  ts-ics@2.4.6 rrule@2.8.1 rrule-temporal@2.2.8

cat >look.mjs <<'JS'
import { createRequire } from 'node:module';
import { RRuleTemporal } from 'rrule-temporal';
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from 'ts-ics';

const { rrulestr } = createRequire(import.meta.url)('rrule');
const time = (date) => date.toISOString().slice(5, 16);
const until = new Date(Date.UTC(2027, 11, 31));
const text = (start, rule) => `DTSTART:${start.toISOString().replace(/[-:]|\.\d+/g, '')}\nRRULE:${rule}`;
const libraries = [
  (start, rule) => rrulestr(text(start, rule)).all().map(time),
  (start, rule) => new RRuleTemporal({ rruleString: text(start, rule) }).all().map((date) => time(new Date(date.epochMilliseconds))),
  (start, rule) => extendByRecurrenceRule(convertIcsRecurrenceRule(undefined, { value: rule }), { start, end: until }).map(time),
];
let asDescribed = true;
for (const [first, rule, expected, described] of [
  ['2026-11-02', 'FREQ=MONTHLY;BYDAY=1MO;COUNT=3', '11-02T09:00 12-07T09:00 01-04T09:00', '12-07T00:00 01-04T00:00 02-01T00:00'],
  ['2026-11-02', 'FREQ=MONTHLY;BYDAY=MO;COUNT=3', '11-02T09:00 11-09T09:00 11-16T09:00', '11-09T00:00 11-16T00:00 11-23T00:00'],
  ['2026-11-02', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3', '11-02T09:00 11-09T09:00 11-16T09:00', '11-02T09:00 11-09T09:00 11-16T09:00'],
  ['2026-11-02', 'FREQ=MONTHLY;BYMONTHDAY=2;COUNT=3', '11-02T09:00 12-02T09:00 01-02T09:00', '11-02T09:00 12-02T09:00 01-02T09:00'],
]) {
  const start = new Date(`${first}T09:00:00Z`);
  const [one, two, seen] = libraries.map((library) => library(start, rule).join(' '));
  console.log(`${rule} from ${first}: expected ${expected} (others: ${one}; ${two})\n  seen ${seen}`);
  asDescribed &&= one === expected && two === expected && seen === described;
}
process.exit(asDescribed ? 0 : 1);
JS
TZ=UTC node look.mjs
