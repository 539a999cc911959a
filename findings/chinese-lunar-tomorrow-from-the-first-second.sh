#!/usr/bin/env bash
# chinese-lunar 0.1.4: at breakfast on New Year's Day it is the second already, since from
# one second after midnight on the lunar day is tomorrow's.
#
# Expected: solarToLunar(date) gives the lunar day of a moment; the README calls it with
#   new Date(). A day of the lunar calendar goes from midnight to midnight by the clock of
#   Beijing, as the other one does (GB/T 33661-2017).
# Seen: the days since New Year are rounded up. Exactly at midnight, as in the tests, the day
#   is right; at any other time it is the next: on 16 February 2026 the evening before New
#   Year, the 29th of the last month, is a 30th that this month has not, and on the 17th
#   from 0:00:01 it is the second of the first month. Asked twice, once with the date and
#   once with the time, the same day has two names.
# Second opinions, run below: tyme4ts 1.5.2, lunisolar 2.6.0 and Intl of Node, at each hour.
# Source: found by running nine libraries over all days of 1901 to 2099, once at noon, then
#   read and run here.
# Our field: beside the date of a notice stands the lunar one, and who greets people on
#   their lunar birthday asks in the morning whose it is today: it is yesterday's greeting
#   that is left out, or tomorrow's that is sent.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  chinese-lunar@0.1.4 tyme4ts@1.5.2 lunisolar@2.6.0

cat >look.cjs <<'JS'
const chineseLunar = require('chinese-lunar');
const lunisolar = require('lunisolar');
const { SolarTime } = require('tyme4ts');

function byTyme([year, month, day], [hour, minute, second]) {
  const lunar = SolarTime.fromYmdHms(year, month, day, hour, minute, second).getLunarHour().getLunarDay();
  return `${lunar.getLunarMonth().getMonth()}/${lunar.getDay()}`;
}
const intl = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric' });

let asDescribed = true;
// The date; its lunar day; what is seen after midnight.
for (const [date, expected, next] of [
  [[2026, 2, 16], '12/29', '12/30'],
  [[2026, 2, 17], '1/1', '1/2'],
  [[2026, 9, 25], '8/15', '8/16'],
  [[2026, 11, 30], '10/22', '10/23'],
]) {
  for (const time of [
    [0, 0, 0],
    [0, 0, 1],
    [8, 0, 0],
    [12, 0, 0],
    [20, 0, 0],
  ]) {
    const [year, month, day] = date;
    const moment = new Date(year, month - 1, day, ...time);
    const { lunar } = lunisolar(moment);
    const others = [byTyme(date, time), `${lunar.month}/${lunar.day}`, intl.format(moment)];
    const found = chineseLunar.solarToLunar(moment);
    const seen = `${found.month}/${found.day}`;
    console.log(`${date.join('-')} ${time.join(':')}: expected ${expected} (others: ${others.join(', ')}), seen ${seen}`);
    asDescribed &&=
      others.every((other) => other === expected) && seen === (time.join('') === '000' ? expected : next);
  }
}
process.exit(asDescribed ? 0 : 1);
JS
TZ=Asia/Shanghai node look.cjs
