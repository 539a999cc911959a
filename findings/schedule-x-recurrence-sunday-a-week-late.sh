#!/usr/bin/env bash
# @schedule-x/event-recurrence 4.8.0: every second week on Monday and Sunday, and the Sunday
# comes in the week that is free.
#
# Expected: in RFC 5545, 3.3.10, the week of a rule begins on the day in WKST, which "is
#   significant" for weekly rules with an interval and BYDAY, and "the default value is MO".
#   Its example (3.8.5.3), Tuesday and Sunday of every second week from 5 August 1997, has
#   5, 10, 19, 24 August for MO and 5, 17, 19, 31 for SU. The documentation says that the
#   plugin follows iCalendar in part, and has every second week as its first example.
# Seen: without WKST the week begins on Sunday, also when the calendar is set to begin it on
#   Monday (firstDayOfWeek 1). Duty from Monday, 2 November 2026, ending on the Sunday of
#   the same week, is on Sunday the 15th. With WKST=MO written out all is right, and so are
#   rules without Sunday, or of every week.
# Second opinions, run below: rrule 2.8.1 and rrule-temporal 2.2.8.
# Source: found by comparing generated rules, then read and run here. WKST is read since
#   pull request 911 of its repository.
# Our field: rosters. Two neighbours take the weeks in turn; in the calendar on the wall the
#   Sunday goes to the one who is off, and whoever subscribes to the same rule on the phone
#   has it the other way.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @schedule-x/event-recurrence@4.8.0 @schedule-x/calendar@4.9.1 preact@10.29.8 \
  @preact/signals@2.11.4 temporal-polyfill@0.3.2 rrule@2.8.1 rrule-temporal@2.2.8

cat >look.mjs <<'JS'
import 'temporal-polyfill/global';
import { createRequire } from 'node:module';

const { Temporal } = globalThis;
const require = createRequire(import.meta.url);
const { rrulestr } = require('rrule');
// All that the calendar asks of a page before it is drawn.
globalThis.document = { querySelector: () => null };
const { createCalendar, createViewMonthGrid } = require('@schedule-x/calendar');
const { createEventRecurrencePlugin } = require('@schedule-x/event-recurrence');
const { RRuleTemporal } = await import('rrule-temporal');

function byScheduleX(first, rule, firstDayOfWeek) {
  const start = Temporal.PlainDate.from(first);
  const calendar = createCalendar(
    {
      views: [createViewMonthGrid()],
      selectedDate: start,
      firstDayOfWeek,
      events: [{ id: 'duty', title: 'duty', start, end: start, rrule: rule }],
    },
    [createEventRecurrencePlugin()],
  );
  return calendar.$app.calendarEvents.list.value.map(({ start: day }) => day.toString());
}
const text = (first, rule) => `DTSTART:${first.replaceAll('-', '')}T000000Z\nRRULE:${rule}`;
const byRrule = (first, rule) =>
  rrulestr(text(first, rule))
    .all()
    .map((date) => date.toISOString().slice(0, 10));
const byTemporal = (first, rule) =>
  new RRuleTemporal({ rruleString: text(first, rule) }).all().map((date) => date.toPlainDate().toString());

const days = (month, ...numbers) => numbers.map((day) => `${month}-${String(day).padStart(2, '0')}`).join(' ');
const august = (...numbers) => days('1997-08', ...numbers);
const november = (...numbers) => days('2026-11', ...numbers);
const everySecond = 'FREQ=WEEKLY;INTERVAL=2;COUNT=4';
let asDescribed = true;
for (const [first, rule, expected, described] of [
  ['1997-08-05', `${everySecond};BYDAY=TU,SU;WKST=MO`, august(5, 10, 19, 24), august(5, 10, 19, 24)],
  ['1997-08-05', `${everySecond};BYDAY=TU,SU;WKST=SU`, august(5, 17, 19, 31), august(5, 17, 19, 31)],
  ['1997-08-05', `${everySecond};BYDAY=TU,SU`, august(5, 10, 19, 24), august(5, 17, 19, 31)],
  ['2026-11-02', `${everySecond};BYDAY=MO,SU`, november(2, 8, 16, 22), november(2, 15, 16, 29)],
  ['2026-11-02', `${everySecond};BYDAY=MO,SA`, november(2, 7, 16, 21), november(2, 7, 16, 21)],
  ['2026-11-02', 'FREQ=WEEKLY;COUNT=4;BYDAY=MO,SU', november(2, 8, 9, 15), november(2, 8, 9, 15)],
]) {
  const others = [byRrule, byTemporal].map((library) => library(first, rule).join(' '));
  const seen = [1, 7].map((firstDayOfWeek) => byScheduleX(first, rule, firstDayOfWeek).join(' '));
  console.log(`${rule}\n  expected ${expected} (others: ${others.join('; ')})\n  seen ${seen.join('; ')}`);
  asDescribed &&=
    others.every((other) => other === expected) && seen.every((dates) => dates === described);
}
process.exit(asDescribed ? 0 : 1);
JS
TZ=Asia/Shanghai node look.mjs
