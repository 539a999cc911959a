#!/usr/bin/env bash
# moment-business-time 2.0.0: from nine to half past nine in the morning are minus three
# hours of working time, where there is a break at noon.
#
# Expected: workingDiff() counts only working time between two moments, and a day may have a
#   lunch break: the README's example has ['09:30:00', '12:00:00', '13:00:00', '17:00:00'].
#   With 9 to 12 and 13 to 17 o'clock it is 30 minutes from 9:00 to 9:30, and 90 from 11:00
#   to 14:30 less the hour of the break is 150.
# Seen: whatever part of the day begins after the end counts backwards: from 9:30 to 13:00
#   are 210 minutes, so the half hour becomes -180, and a day and an hour (9:00 to 10:00 on
#   the next day) are 300 minutes and not 480. What ends after the break is right, and so is
#   every week without breaks; addWorkingTime() is right, so the due date is, too.
# Second opinions, run below: dayjs-business-time 1.0.4 with the same hours, and every
#   minute looked at by hand (isWorkingTime of the library itself, in steps of a minute).
# Source: found by comparing three libraries over generated spans, then read and run here.
# Our field: how long a report waited is told in working hours, for each office and on the
#   public page. Offices close at noon nearly everywhere in China. What was answered in a
#   morning lowers the sum, and the quicker the answer, the more.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  moment-business-time@2.0.0 moment@2.30.1 dayjs-business-time@1.0.4 dayjs@1.11.23

cat >look.cjs <<'JS'
const dayjs = require('dayjs');
const moment = require('moment-business-time');

dayjs.extend(require('dayjs-business-time'));
const parts = [
  { start: '09:00:00', end: '12:00:00' },
  { start: '13:00:00', end: '17:00:00' },
];
const [monday, tuesday, wednesday, thursday, friday] = Array(5).fill(parts);
dayjs.setBusinessTime({ sunday: null, monday, tuesday, wednesday, thursday, friday, saturday: null });
const hours = ['09:00:00', '12:00:00', '13:00:00', '17:00:00'];
moment.updateLocale('en', { workinghours: { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null } });

/** By looking at every minute whether it lies in working time (half a minute in, away from the edges). */
function byMinutes(from, to) {
  let minutes = 0;
  for (const minute = moment(from).add(30, 'seconds'); minute.isBefore(to); minute.add(1, 'minute')) {
    if (minute.isWorkingTime()) minutes += 1;
  }
  return minutes;
}
// All in the week of Monday, 30 November 2026.
const cases = [
  ['2026-11-30T09:00', '2026-11-30T09:30', 30, -180],
  ['2026-11-30T09:00', '2026-11-30T11:00', 120, 0],
  ['2026-11-30T11:00', '2026-11-30T14:30', 150, 150],
  ['2026-11-30T14:00', '2026-11-30T16:00', 120, 120],
  ['2026-11-30T09:00', '2026-12-01T10:00', 480, 300],
  ['2026-11-30T09:00', '2026-12-01T15:00', 720, 720],
];
let asDescribed = true;
for (const [from, to, expected, described] of cases) {
  const seen = moment(to).workingDiff(moment(from), 'minutes');
  const other = Math.abs(dayjs(to).businessMinutesDiff(dayjs(from)));
  const counted = byMinutes(from, to);
  console.log(`${from} to ${to}: expected ${expected} minutes (others: ${other}, ${counted}), seen ${seen}`);
  asDescribed &&= seen === described && other === expected && counted === expected;
}
const due = moment('2026-11-30T09:00').addWorkingTime(480, 'minutes').format('YYYY-MM-DDTHH:mm');
console.log(`480 minutes after 2026-11-30T09:00: ${due}`);
process.exit(asDescribed && due === '2026-12-01T10:00' ? 0 : 1);
JS
TZ=Asia/Shanghai node look.cjs
