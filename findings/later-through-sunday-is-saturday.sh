#!/usr/bin/env bash
# @breejs/later 4.2.0 (in Bree): from Friday through Sunday is Saturday only, and the
# seventh day of a crontab is Saturday.
#
# Expected: in a crontab's day of week 0 and 7 are Sunday, or names (crontab(5)), so 6,7
#   and 5-7 have a Sunday in them, and FRI-SUN is three days for whoever reads names at
#   all. The README has "every 30 mins Sat - Sun" among the schedules it supports; words
#   such as "on Friday through Sunday" are read or, where they are not understood, .error
#   is where in the text.
# Seen: Sunday is 1 and Saturday 7 inside, and a range is counted upwards, so one that ends
#   on Sunday has no day at all: FRI-SUN, SAT-SUN and "Friday through Sunday" become an
#   empty list, which then runs on Saturdays. 7 is made 8 and cut to Saturday: 1-7, every
#   day, has no Sunday, and 7 alone is every Saturday. Nothing is refused; .error is -1.
# Second opinions, run below: cron-parser 5.10.5 and cron-schedule 6.0.0.
# Source: found by running crontab lines with several readers, then run here. That 7 is not
#   Sunday is issue 152 of bunkat/later (2016, open), which this is the kept fork of.
# Our field: what happens at the weekend is set by a line like these: the text message with
#   Sunday's duty, opening a ballot from Friday through Sunday. It comes a day early, or on
#   one day of three.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @breejs/later@4.2.0 cron-parser@5.10.5 cron-schedule@6.0.0

cat >look.mjs <<'JS'
import later from '@breejs/later';
import { CronExpressionParser } from 'cron-parser';
import { parseCronExpression } from 'cron-schedule';

const monday = new Date('2026-11-30T00:00:00Z');
const nextMonday = new Date('2026-12-07T00:00:00Z');
const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** The days of this one week, Monday to Sunday, on which something runs. */
const days = (dates) =>
  dates
    .filter((date) => date < nextMonday)
    .map((date) => names[date.getUTCDay()])
    .join(' ');
const many = Array.from({ length: 8 });

function byCronParser(line) {
  const lines = CronExpressionParser.parse(line, { currentDate: monday, tz: 'UTC' });
  return days(many.map(() => lines.next().toDate()));
}
const byCronSchedule = (line) => days(parseCronExpression(line).getNextDates(8, monday));
const byLater = (schedule) => days(later.schedule(schedule).next(8, monday));

const lines = [
  ['0 9 * * 0', 'Sun', 'Sun'],
  ['0 9 * * SUN', 'Sun', 'Sun'],
  ['0 9 * * 1-5', 'Mon Tue Wed Thu Fri', 'Mon Tue Wed Thu Fri'],
  ['0 9 * * 7', 'Sun', 'Sat'],
  ['0 9 * * 5-7', 'Fri Sat Sun', 'Fri Sat'],
  ['0 9 * * 1-7', 'Mon Tue Wed Thu Fri Sat Sun', 'Mon Tue Wed Thu Fri Sat'],
];
let asDescribed = true;
for (const [line, expected, described] of lines) {
  const seen = byLater(later.parse.cron(line));
  const others = [byCronParser(line), byCronSchedule(line)];
  console.log(`${line}: expected ${expected} (others: ${others.join('; ')}), seen ${seen}`);
  asDescribed &&= seen === described && others.every((other) => other === expected);
}
const ranges = [
  ['0 9 * * FRI-SUN', later.parse.cron('0 9 * * FRI-SUN'), 'Fri Sat Sun', 'Sat'],
  ['0 9 * * SAT-SUN', later.parse.cron('0 9 * * SAT-SUN'), 'Sat Sun', 'Sat'],
  ['0 9 * * FRI-SAT', later.parse.cron('0 9 * * FRI-SAT'), 'Fri Sat', 'Fri Sat'],
];
for (const [from, expected, described] of [
  ['Friday through Sunday', 'Fri Sat Sun', 'Sat'],
  ['Thursday through Saturday', 'Thu Fri Sat', 'Thu Fri Sat'],
]) {
  const parsed = later.parse.text(`at 9:00 am on ${from}`);
  asDescribed &&= parsed.error === -1;
  ranges.push([`at 9:00 am on ${from}`, parsed, expected, described]);
}
for (const [line, schedule, expected, described] of ranges) {
  const seen = byLater(schedule);
  console.log(`${line}: expected ${expected}, seen ${seen}`);
  asDescribed &&= seen === described;
}
process.exit(asDescribed ? 0 : 1);
JS
TZ=UTC node look.mjs
