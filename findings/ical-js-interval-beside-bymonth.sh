#!/usr/bin/env bash
# ical.js 2.2.1: a monthly rule with BYMONTH loses its INTERVAL.
#
# Expected: RFC 5545, 3.3.10: INTERVAL says at which intervals the rule repeats,
#   and in a monthly rule BYMONTH only limits. "Every second month from March, but
#   not in January, February, July and August" is March, May, September, November.
# Seen: every month that BYMONTH names, as if INTERVAL were 1. Without BYMONTH the
#   same rule is right, so a test of INTERVAL and a test of BYMONTH both pass.
# Second opinions, run below: rrule 2.8.1 and rrule-temporal 2.2.8. The start is
#   itself one of the dates, as the RFC asks; the months stand in order.
# Source: found by comparing four libraries on generated rules, then run here.
# Our field: volunteers' shifts and residents' councils meet every second month
#   and rest in the hot months and at the Spring Festival; a calendar program built
#   on ical.js shows twice the dates that the portal planned.
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

const rule =
  'FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYMONTHDAY=2;BYMONTH=3,4,5,6,9,10,11,12';
const day = (text) => String(text).slice(0, 10);

/** The dates of a rule as ical.js reads them. */
function byIcal(text) {
  const start = ICAL.Time.fromString('2026-03-02T09:00:00Z');
  const dates = ICAL.Recur.fromString(text).iterator(start);
  const found = [];
  for (let count = 0; count < 6; count += 1) found.push(day(dates.next()));
  return found.join(' ');
}

const lines = `DTSTART:20260302T090000Z\nRRULE:${rule}`;
const first = rrule
  .rrulestr(lines)
  .all()
  .map((date) => day(date.toISOString()))
  .join(' ');
const second = new RRuleTemporal({ rruleString: lines }).all().map(day).join(' ');
const seen = byIcal(rule);
const alone = byIcal('FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYMONTHDAY=2');
console.log('expected:', first);
console.log('seen:', seen);
console.log('without BYMONTH:', alone);
const asDescribed =
  first === second &&
  first === '2026-03-02 2026-05-02 2026-09-02 2026-11-02 2027-03-02 2027-05-02' &&
  seen === '2026-03-02 2026-04-02 2026-05-02 2026-06-02 2026-09-02 2026-10-02' &&
  alone === '2026-03-02 2026-05-02 2026-07-02 2026-09-02 2026-11-02 2027-01-02';
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
