#!/usr/bin/env bash
# duration-fns 3.0.2: from New Year's Eve to New Year's Day it is one year, less eleven
# months and thirty days, and whoever is 65 is 66.
#
# Expected: between(start, end) is "the difference between two dates" as a duration: no more
#   years or months than have passed, and added to the start (apply()) it gives the end.
#   Whoever was born on 1 December 1960 is 65 on 30 November 2026. Durations of mixed signs
#   are not in ISO 8601-1, which the strings follow; Temporal refuses them.
# Seen: year is taken from year, month from month, day from day, and nothing is carried. So
#   31 December to 1 January is P1Y-11M-30D, 15 January to 10 February P1M-5D, 1 December
#   1960 to 30 November 2026 P66Y-1M29D: .years and .months are how often the calendar on
#   the wall was changed, not what has passed. normalize() leaves days below 0 as they are.
#   And from 29 February to the 28th of the next year P1Y-1D leads to the 27th. Where day
#   and month of the end are no smaller ones all is right, as in the README's example and
#   the tests.
# Second opinions, run below: luxon 3.7.2, and Temporal by temporal-polyfill 1.0.8.
# Source: found by comparing it with two others over pairs of days, then read and run here.
# Our field: since when is this report open, how long has somebody lived here, is she of age
#   for the subsidy: .years >= 66 lets in everybody of that year's birth from January on.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  duration-fns@3.0.2 luxon@3.7.2 temporal-polyfill@1.0.8

cat >look.mjs <<'JS'
import { createRequire } from 'node:module';
import { apply, between, normalize, toString } from 'duration-fns';
import { Temporal } from 'temporal-polyfill';

const { DateTime } = createRequire(import.meta.url)('luxon');
function byTemporal(start, end) {
  return Temporal.PlainDate.from(start).until(end, { largestUnit: 'year' }).toString();
}
function byLuxon(start, end) {
  const zone = { zone: 'utc' };
  const { years, months, days } = DateTime.fromISO(end, zone)
    .diff(DateTime.fromISO(start, zone), ['years', 'months', 'days'])
    .toObject();
  const part = (count, letter) => (count === 0 ? '' : `${count}${letter}`);
  return `P${part(years, 'Y')}${part(months, 'M')}${part(days, 'D')}`;
}
let asDescribed = true;
// Start, end, expected, what is seen, the same normalized; of the last Luxon says a year, as 29
// February plus a year is the 28th, and what is seen leads elsewhere.
for (const [start, end, expected, described, normalized, to = end, byOther = expected] of [
  ['2026-01-15', '2026-02-20', 'P1M5D', 'P1M5D', 'P1M5D'],
  ['2026-01-15', '2026-02-10', 'P26D', 'P1M-5D', 'P1M-5D'],
  ['2026-11-30', '2026-12-01', 'P1D', 'P1M-29D', 'P1M-29D'],
  ['2026-12-31', '2027-01-01', 'P1D', 'P1Y-11M-30D', 'P1M-30D'],
  ['1960-12-01', '2026-11-30', 'P65Y11M29D', 'P66Y-1M29D', 'P65Y11M29D'],
  ['2024-02-29', '2025-02-28', 'P11M30D', 'P1Y-1D', 'P1Y-2D', '2025-02-27', 'P1Y'],
]) {
  const duration = between(start, end);
  const seen = toString(duration);
  const again = toString(normalize(duration, start));
  const reached = apply(start, duration).toISOString().slice(0, 10);
  const others = [byTemporal(start, end), byLuxon(start, end)];
  console.log(`${start} to ${end}: expected ${expected} (others: ${others.join(', ')})`);
  console.log(`  seen ${seen}, normalized ${again}, added to the start ${reached}`);
  asDescribed &&=
    others[0] === expected &&
    others[1] === byOther &&
    seen === described &&
    again === normalized &&
    reached === to;
}
process.exit(asDescribed ? 0 : 1);
JS
TZ=UTC node look.mjs
