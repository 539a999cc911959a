#!/usr/bin/env bash
# dayjs-recur 1.0.1: "every January" has no day at all, and "Monday and wed" are the Mondays.
#
# Expected: names, long or short. The README has every("January").monthsOfYear() for "any
#   date that is in January of any year", every(["Jan", "february"]) as month names that "also
#   work", and every(["Monday", "wed"]).daysOfWeek() as its example for names of days.
# Seen: no name of a month is known, and of those of days only the long ones. What is not
#   known is no error: it matches nothing, and next to a name that is known it drops out of
#   the list. Numbers are right (0 for January), and so are long names of days, and the
#   rules of weeks and intervals. moment-recur, from which the code and the text of the README
#   were taken over, knows them all.
# Second opinions, run below: moment-recur 1.0.7, dayjs-recur with numbers, and all days looked
#   at by hand.
# Source: found by running 24 rules in both libraries, then run here.
# Our field: the yearly plan (the clean-up in April, the accounts in January) and rosters
#   (Monday and wed) are written down by name. The one is never due, and on Wednesdays nobody
#   comes.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  dayjs-recur@1.0.1 dayjs@1.11.18 moment-recur@1.0.7 moment@2.30.1

cat >look.cjs <<'JS'
const dayjs = require('dayjs');
const recur = require('dayjs-recur');
const moment = require('moment');
require('moment-recur');

dayjs.extend(recur.default ?? recur);
const days = [];
for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2028, 0, 1); day += 86_400_000) {
  days.push(new Date(day).toISOString().slice(0, 10));
}
const monthOf = (day) => Number(day.slice(5, 7)) - 1;
const weekdayOf = (day) => new Date(`${day}T00:00:00Z`).getUTCDay();

let asDescribed = true;
for (const [text, rule, numbered, byHand, described] of [
  ['every January', (make) => make().every('January').monthsOfYear(), (make) => make().every(0).monthsOfYear(), (day) => monthOf(day) === 0, 0],
  ['Jan and february', (make) => make().every(['Jan', 'february'], 'monthsOfYear'), (make) => make().every([0, 1]).monthsOfYear(), (day) => monthOf(day) < 2, 0],
  ['Monday and wed', (make) => make().every(['Monday', 'wed']).daysOfWeek(), (make) => make().every([1, 3]).daysOfWeek(), (day) => [1, 3].includes(weekdayOf(day)), 104],
  ['Monday and Wednesday', (make) => make().every(['Monday', 'Wednesday']).daysOfWeek(), (make) => make().every([1, 3]).daysOfWeek(), (day) => [1, 3].includes(weekdayOf(day)), 208],
]) {
  const count = (recurrence) => days.filter((day) => recurrence.matches(day)).length;
  const expected = days.filter(byHand).length;
  const [other, byNumber, seen] = [count(rule(() => moment.recur())), count(numbered(() => dayjs.recur())), count(rule(() => dayjs.recur()))];
  console.log(`${text}, days in 2026 and 2027: expected ${expected} (moment-recur ${other}, by numbers ${byNumber}), seen ${seen}`);
  asDescribed &&= other === expected && byNumber === expected && seen === described;
}
process.exit(asDescribed ? 0 : 1);
JS
TZ=Asia/Shanghai node look.cjs
