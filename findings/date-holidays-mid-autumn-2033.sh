#!/usr/bin/env bash
# date-holidays 3.37.0 (with date-chinese 2.1.4): in 2033 Mid-Autumn is a month late.
#
# Expected: the fifteenth day of the eighth lunar month, 8 September 2033. GB/T
#   33661-2017 (compilation of the Chinese calendar) lets a month be a leap month
#   only where thirteen months lie between two eleventh months, so the month
#   without a middle term that follows the seventh in 2033 is no leap month (the
#   leap month of that year is the eleventh). The READMEs of both
#   packages promise the Chinese calendar and name no years that are wrong.
# Seen: 7 October 2033 as public holiday of CN, and 30 October instead of 1 October
#   for the ninth of the ninth month in Taiwan. Of all days from 1949 to 2050
#   date-chinese differs from five lunar libraries on 119, all from 25 August to
#   21 December 2033; so neither a spot check nor this year's calendar shows it.
# Second opinions, run below: tyme4ts 1.5.2 and lunar-javascript 1.7.7.
# Source: found by comparing six lunar libraries day by day, then run here.
# Our field: rules for statutory holidays decide working days for time limits and
#   shifts, and visits to the old are planned years ahead for the ninth of the
#   ninth month; leases and pledges in agreements run past 2033.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  date-holidays@3.37.0 date-holidays-parser@3.4.7 date-chinese@2.1.4 \
  lunar-javascript@1.7.7 tyme4ts@1.5.2

cat >look.cjs <<'JS'
const Holidays = require('date-holidays').default ?? require('date-holidays');
const { Lunar } = require('lunar-javascript');
const { LunarDay } = require('tyme4ts');

const two = (number) => String(number).padStart(2, '0');
const byTyme = (year, month, day) => {
  const solar = LunarDay.fromYmd(year, month, day).getSolarDay();
  return `${solar.getYear()}-${two(solar.getMonth())}-${two(solar.getDay())}`;
};
const byLunar = (year, month, day) =>
  Lunar.fromYmd(year, month, day).getSolar().toYmd();
const byHolidays = (country, rule, year) =>
  new Holidays(country)
    .getHolidays(year)
    .find((holiday) => holiday.rule.startsWith(rule))
    .date.slice(0, 10);

const line = (mid, double, year) => `${year}: ${mid}, ${double}`;
const expected = [];
const other = [];
const seen = [];
for (const year of [2032, 2033, 2034]) {
  expected.push(line(byTyme(year, 8, 15), byTyme(year, 9, 9), year));
  other.push(line(byLunar(year, 8, 15), byLunar(year, 9, 9), year));
  seen.push(
    line(
      byHolidays('CN', 'chinese 08-0-15', year),
      byHolidays('TW', 'chinese 09-0-09', year),
      year,
    ),
  );
}
console.log('expected:', expected.join(' | '));
console.log('seen:', seen.join(' | '));
const asDescribed =
  expected.join() === other.join() &&
  expected[1] === '2033: 2033-09-08, 2033-10-01' &&
  seen[0] === expected[0] &&
  seen[2] === expected[2] &&
  seen[1] === '2033: 2033-10-07, 2033-10-30';
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
