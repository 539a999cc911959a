#!/usr/bin/env bash
# ical.js 2.2.1: months in BYMONTH that do not stand in order lose dates.
#
# Expected: RFC 5545, 3.3.10: BYMONTH is a list of months; its order has no meaning
#   (the RFC only orders how the rule parts are applied). "First Monday of May,
#   January and September" is January, May, September of each year.
# Seen: from 5 January 2026 on the first Monday of May 2026 is missing altogether,
#   and dates run backwards (May 2027 before January 2027). The same months written
#   1,5,9 are right. Days in BYDAY and BYMONTHDAY may stand in any order.
# Second opinions, run below: rrule 2.8.1 and rrule-temporal 2.2.8. The start is
#   itself one of the dates.
# Source: found by comparing four libraries on generated rules, then run here.
# Our field: rules of shifts come from forms where people tick months in the order
#   of a school year (9, 10, 11, 12, 1 …) and from other programs; the last date
#   read is not the latest, and a shift is missing from the reader's calendar.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  ical.js@2.2.1 rrule@2.8.1 rrule-temporal@2.2.8

cat >look.mjs <<'JS'
import ICAL from 'ical.js';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';

const rule = (months) =>
  `FREQ=MONTHLY;UNTIL=20300101T000000Z;BYMONTH=${months};BYDAY=1MO`;
const day = (text) => String(text).slice(0, 10);

/** The dates of a rule as ical.js reads them. */
function byIcal(text) {
  const start = ICAL.Time.fromString('2026-01-05T09:00:00Z');
  const dates = ICAL.Recur.fromString(text).iterator(start);
  const found = [];
  for (let count = 0; count < 6; count += 1) found.push(day(dates.next()));
  return found.join(' ');
}

const lines = `DTSTART:20260105T090000Z\nRRULE:${rule('5,1,9')}`;
const first = rrule
  .rrulestr(lines)
  .all((date, index) => index < 6)
  .map((date) => day(date.toISOString()))
  .join(' ');
const second = new RRuleTemporal({ rruleString: lines })
  .all((date, index) => index < 6)
  .map(day)
  .join(' ');
const seen = byIcal(rule('5,1,9'));
const inOrder = byIcal(rule('1,5,9'));
console.log('expected:', first);
console.log('seen:', seen);
console.log('in order:', inOrder);
const asDescribed =
  first === second &&
  first === inOrder &&
  first === '2026-01-05 2026-05-04 2026-09-07 2027-01-04 2027-05-03 2027-09-06' &&
  seen === '2026-01-05 2026-09-07 2027-05-03 2027-01-04 2027-09-06 2028-05-01';
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
