#!/usr/bin/env bash
# chinese-numbers-converter 2.3.1: 一亿二千万, a hundred and twenty million, is a million
# million and twenty million.
#
# Expected: 120,000,000. The README says that whole numbers in characters, in capital ones
#   and with digits between are read, and that 亿 is the greatest sign that it knows.
# Seen: 万 after 亿 multiplies what came before it once more: 一亿二千万 is 1,000,020,000,000,
#   and 1亿2000万 is 1,000,000,000,000. Of 600 numbers that have both signs and are written
#   by a rule 600 are wrong. With 亿 alone and with 万 alone all is right, and these are the
#   examples. No error, no warning.
# Second opinions, run below: nzh 1.0.14, and the number that the words were made from.
# Source: found by reading numbers back that another library had written, then run here.
#   Issue 5 of its repository (2018, closed) has 一百六十八萬, which is right now.
# Our field: budgets of towns and lists of public works are copied out of notices in
#   characters, agreements name the sum in capitals. From a hundred million on the sum is
#   ten thousand times what it was, and a budget is never used up.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  chinese-numbers-converter@2.3.1 nzh@1.0.14

cat >look.cjs <<'JS'
const converter = require('chinese-numbers-converter');
const { cn } = require('nzh');

const ChineseNumber = converter.ChineseNumber ?? converter;
const read = (words) => new ChineseNumber(words).toInteger();
const cases = [
  ['一百二十亿零五', 12_000_000_005, 12_000_000_005],
  ['一千二百万', 12_000_000, 12_000_000],
  ['一亿二千万', 120_000_000, 1_000_020_000_000],
  ['十二亿三千万', 1_230_000_000, 12_000_030_000_000],
  ['壹亿贰仟叁佰万元整', 123_000_000, 1_000_023_000_000],
  ['1亿2000万', 120_000_000, 1_000_000_000_000],
];
let asDescribed = true;
for (const [words, expected, wrong] of cases) {
  console.log(`${words}  expected: ${expected}  seen: ${read(words)}`);
  asDescribed &&= read(words) === wrong;
}

// From 一亿零二百五十万 to 三十亿五千万, written by nzh and read back by both.
let wrong = 0;
let wrongByOther = 0;
let all = 0;
for (let hundredMillions = 1; hundredMillions <= 30; hundredMillions += 1)
  for (let step = 1; step <= 20; step += 1) {
    const number = hundredMillions * 100_000_000 + step * 2_500_000;
    const words = cn.encodeS(number);
    all += 1;
    if (read(words) !== number) wrong += 1;
    if (cn.decodeS(words) !== number) wrongByOther += 1;
  }
console.log(`wrong of ${all}: expected: 0  seen: ${wrong}  nzh: ${wrongByOther}`);
asDescribed &&= wrong === all && wrongByOther === 0;
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
