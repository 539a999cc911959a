#!/usr/bin/env bash
# dayjs-business-days2 1.4.0: the next business day after 30 September is 6 October, which
# by the same library is a holiday.
#
# Expected: nextBusinessDay() and prevBusinessDay() give the next day for which
#   isBusinessDay() is true, however far it is, as businessDaysAdd(1) does. The README
#   names no limit, and takes holidays and additional working days just as China has them.
# Seen: the search ends after six days and hands out the day it stands on, without a word.
#   Holidays of a few days pass; the longest of a Chinese plan are seven to nine days in a
#   row (1 to 7 October and 15 to 23 February 2026, the State Council's notice for 2026).
# Second opinions, run below: the library's own isBusinessDay and businessDaysAdd, and
#   luxon-business-days 3.0.1.
# Source: found by comparing all its functions with counting by hand over September and
#   October, then run here. moment-business-days, which it goes back to, had the same
#   limit until pull request 68 of its repository (2019) made it an option.
# Our field: what comes in before the long holidays is due, called back or shown at the
#   counter on the next working day: the date told to people is one on which all is shut.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  dayjs-business-days2@1.4.0 dayjs@1.11.23 luxon-business-days@3.0.1 luxon@3.7.2

cat >look.mjs <<'JS'
import dayjs from 'dayjs';
import businessDays from 'dayjs-business-days2';
import luxon from 'luxon-business-days';

/** The days from one to the other. */
function span(first, last) {
  const days = [];
  for (let day = dayjs(first); !day.isAfter(last); day = day.add(1, 'day')) days.push(day.format('YYYY-MM-DD'));
  return days;
}
const holidays = [
  ...span('2026-02-15', '2026-02-23'),
  ...span('2026-05-01', '2026-05-05'),
  ...span('2026-10-01', '2026-10-07'),
];
const worked = ['2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
const format = 'YYYY-MM-DD';
dayjs.extend(businessDays.default ?? businessDays, {
  holidays,
  holidayFormat: format,
  additionalWorkingDays: worked,
  additionalWorkingDayFormat: format,
});

/** By luxon-business-days: the next business day, or the one before. */
function byLuxon(day, step) {
  const date = luxon.DateTime.fromISO(day);
  date.setupBusiness({
    businessDays: [1, 2, 3, 4, 5, 6, 7],
    holidayMatchers: [
      (one) => holidays.includes(one.toISODate()) || (one.weekday > 5 && !worked.includes(one.toISODate())),
    ],
  });
  return (step > 0 ? date.plusBusiness({ days: 1 }) : date.minusBusiness({ days: 1 })).toISODate();
}
const cases = [
  ['2026-02-14', 1, '2026-02-24', '2026-02-20'],
  ['2026-02-24', -1, '2026-02-14', '2026-02-18'],
  ['2026-04-30', 1, '2026-05-06', '2026-05-06'],
  ['2026-09-30', 1, '2026-10-08', '2026-10-06'],
  ['2026-10-08', -1, '2026-09-30', '2026-10-02'],
];
let asDescribed = true;
for (const [day, step, expected, described] of cases) {
  const seen = step > 0 ? dayjs(day).nextBusinessDay() : dayjs(day).prevBusinessDay();
  const others = [dayjs(day).businessDaysAdd(step).format(format), byLuxon(day, step)];
  console.log(`${step > 0 ? 'after' : 'before'} ${day} expected: ${expected} (others: ${others.join(', ')})`);
  console.log(`  seen: ${seen.format(format)}, a business day: ${seen.isBusinessDay()}`);
  asDescribed &&=
    others.every((other) => other === expected) &&
    seen.format(format) === described &&
    seen.isBusinessDay() === (described === expected);
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
