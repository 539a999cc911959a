#!/usr/bin/env bash
# ts-ics 2.4.6: on the last day of each month is on the 30th of March, and from the 31st of
# January "every month" goes to the 28th and stays there.
#
# Expected: 31 March, 30 April, 31 May. RFC 5545, 3.3.10: BYMONTHDAY=-1 is the last day of the
#   month (its example: -10 is the tenth to the last), and a date that does not exist, such as
#   30 February, is ignored: a monthly rule from the 31st comes in the months that have one.
#   The README says that the library aims to be fully compliant with RFC 5545.
# Seen: days counted from the end are taken one too far, -1 as if it were -2; and the month is
#   added to the date before, so that after 28 February the day is 28 for good: 28 March, 28 April.
#   No error, no warning. BYMONTHDAY=15 and 31 are right, and so is a monthly rule from any day up
#   to the 28th, as in the examples of the README and of the standard that its tests have.
# Second opinions, run below: rrule 2.8.1 and rrule-temporal 2.2.8.
# Source: found by comparing 3,000 generated rules, then run here.
# Our field: the accounts are laid open and signatures are closed on the last day of a month.
#   The calendar ends a day before the rule, and of a meeting on each 31st there is one on the 28th
#   for which nobody has called.
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
const day = (date) => date.toISOString().slice(5, 10);
const until = new Date(Date.UTC(2027, 11, 31));
const text = (start, rule) => `DTSTART:${start.toISOString().replace(/[-:]|\.\d+/g, '')}\nRRULE:${rule}`;
const libraries = [
  (start, rule) => rrulestr(text(start, rule)).all().map(day),
  (start, rule) => new RRuleTemporal({ rruleString: text(start, rule) }).all().map((date) => day(new Date(date.epochMilliseconds))),
  (start, rule) => extendByRecurrenceRule(convertIcsRecurrenceRule(undefined, { value: rule }), { start, end: until }).map(day),
];
let asDescribed = true;
for (const [first, rule, expected, described] of [
  ['2026-01-31', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4', '01-31 02-28 03-31 04-30', '02-27 03-30 04-29 05-30'],
  ['2026-01-31', 'FREQ=MONTHLY;COUNT=4', '01-31 03-31 05-31 07-31', '01-31 02-28 03-28 04-28'],
  ['2026-01-15', 'FREQ=MONTHLY;BYMONTHDAY=15;COUNT=4', '01-15 02-15 03-15 04-15', '01-15 02-15 03-15 04-15'],
  ['2026-01-28', 'FREQ=MONTHLY;COUNT=4', '01-28 02-28 03-28 04-28', '01-28 02-28 03-28 04-28'],
]) {
  const start = new Date(`${first}T09:00:00Z`);
  const [one, two, seen] = libraries.map((library) => library(start, rule).join(' '));
  console.log(`${rule} from ${first}: expected ${expected} (others: ${one}; ${two})\n  seen ${seen}`);
  asDescribed &&= one === expected && two === expected && seen === described;
}
process.exit(asDescribed ? 0 : 1);
JS
TZ=UTC node look.mjs
