#!/usr/bin/env bash
# lunar-calendar 0.1.4: in China, from 1986 to 1991, the Dragon Boat Festival falls on day
# 4.958333333333329 of the fifth month, which is no festival and has no name.
#
# Expected: solarToLunar(year, month, day) takes no hours and gives lunarDay, a number from
#   1 to 30, with lunarDayName, for 1891 to 2100 by the README. 18 June 1988 was the fifth
#   of the fifth month, Dragon Boat Festival.
# Seen: days are counted as hours since New Year over 24, by the clock of the zone. China
#   had summer time from 1986 to 1991, so on 896 days of these six years an hour is missing:
#   lunarDay is a fraction, lunarDayName and lunarFestival are not there, in the month view
#   as well. The same in 1919 and in the 1940s. With the zone UTC all is right,
#   and so is the way back, lunarToSolar, in both.
# Second opinions, run below: tyme4ts 1.5.2, lunar-javascript 1.7.7, and the library itself
#   with the zone UTC.
# Source: found by running nine libraries over all days of 1901 to 2099 in the zone of
#   Shanghai, then read and run here.
# Our field: the old go by the lunar day, and so do those who greet them on their birthday.
#   Whoever was born in one of these six summers has a birthday without a name.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  lunar-calendar@0.1.4 tyme4ts@1.5.2 lunar-javascript@1.7.7

cat >look.cjs <<'JS'
const calendar = require('lunar-calendar');
const { Solar } = require('lunar-javascript');
const { SolarDay } = require('tyme4ts');

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
let asDescribed = true;
// Year, month, day; lunar day; what is seen in the zone of Shanghai; the festival.
for (const [date, expected, described, festival] of [
  [[1985, 6, 22], 5, 5, '端午节'],
  [[1986, 9, 18], 15, 15, '中秋节'],
  [[1988, 6, 18], 5, 4.958333333333329, '端午节'],
  [[1990, 6, 1], 9, 8.958333333333329, undefined],
  [[1991, 9, 22], 15, 15, '中秋节'],
  [[1992, 6, 5], 5, 5, '端午节'],
]) {
  const seen = calendar.solarToLunar(...date);
  const others = [SolarDay.fromYmd(...date).getLunarDay().getDay(), Solar.fromYmd(...date).getLunar().getDay()];
  console.log(`${zone}, ${date.join('-')}: expected ${expected} (others: ${others.join(', ')})`);
  console.log(`  seen ${seen.lunarDay}, ${seen.lunarDayName}, ${seen.lunarFestival}`);
  const broken = zone !== 'UTC' && described !== expected;
  asDescribed &&=
    others.every((other) => other === expected) &&
    Math.abs(seen.lunarDay - (broken ? described : expected)) < 1e-9 &&
    (seen.lunarDayName === undefined) === broken &&
    seen.lunarFestival === (broken ? undefined : festival);
}
let parts = 0;
for (let time = Date.UTC(1986, 0, 1); time < Date.UTC(1992, 0, 1); time += 86_400_000) {
  const [year, month, day] = new Date(time).toISOString().slice(0, 10).split('-').map(Number);
  if (!Number.isInteger(calendar.solarToLunar(year, month, day).lunarDay)) parts += 1;
}
const back = Object.values(calendar.lunarToSolar(1988, 5, 5)).join('-');
console.log(`${zone}: days with a fraction from 1986 to 1991: ${parts}; back: ${back}`);
asDescribed &&= parts === (zone === 'UTC' ? 0 : 896) && back === '1988-6-18';
process.exit(asDescribed ? 0 : 1);
JS
TZ=UTC node look.cjs
TZ=Asia/Shanghai node look.cjs
