#!/usr/bin/env bash
# @lazy-cjk/zh2num 1.0.2: 1007 is written 千七, which the same library reads as 1700; and
# 一万二千亿 is 200,000,010,000, a sixth of what it says.
#
# Expected: what num2zh writes zh2num reads back; the comments above the two give 千百十七 for
#   1117 in both directions, and the README says that Chinese and Japanese are read. 一万二千亿
#   is 12,000 times 亿, a million million and two hundred thousand million more; that is how
#   the output of a province is told.
# Seen: num2zh writes in the Japanese way, without 零, in which 千七 is 1007; zh2num reads in the
#   Chinese way, in which 千七 is short for 一千七百. So of the numbers from 1 to 9,999 each
#   that ends in one figure after a round thousand comes back with a hundred times that
#   figure: 81 of them, and above likewise (20005 is read as 25000). Both are right by
#   themselves, and what has tens or hundreds is right in both directions, as the example is.
#   万 before 亿 is added to what 亿 multiplies instead of being multiplied with it.
# Second opinion, run below: nzh 1.0.14 in both directions.
# Source: found by reading back what two libraries write, then run here.
# Our field: numbers of documents, of households and sums are read from notices in characters
#   and written into them. A grant for 1007 households becomes one for 1700.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @lazy-cjk/zh2num@1.0.2 nzh@1.0.14

cat >look.cjs <<'JS'
const { num2zh, zh2num } = require('@lazy-cjk/zh2num');
const nzh = require('nzh/cn');

let asDescribed = true;
for (const [number, described] of [
  [1007, '千七 1700'],
  [1117, '千百十七 1117'],
  [1070, '千七十 1070'],
  [20_005, '二万五 25000'],
]) {
  const other = nzh.decodeS(nzh.encodeS(number));
  const seen = `${num2zh(number)} ${zh2num(num2zh(number))}`;
  console.log(`${number} written and read: expected ${number} (other: ${nzh.encodeS(number)} ${other}), seen ${seen}`);
  asDescribed &&= Number(other) === number && seen === described;
}
const there = Array.from({ length: 9999 }, (_, index) => index + 1);
const wrong = there.filter((number) => zh2num(num2zh(number)) !== number);
console.log(`1 to 9999 there and back: expected 0 wrong, seen ${wrong.length} (${wrong.slice(0, 3).join(', ')}, …)`);
asDescribed &&= wrong.length === 81 && wrong.every((number) => number % 1000 > 0 && number % 1000 < 10);

for (const [words, expected, described] of [
  ['一万二千亿', 1_200_000_000_000, 200_000_010_000],
  ['十二万亿', 12_000_000_000_000, 12_000_000_000_000],
  ['一千零七', 1007, 1007],
]) {
  const other = Number(nzh.decodeS(words));
  const seen = Number(zh2num(words));
  console.log(`${words}: expected ${expected} (other: ${other}), seen ${seen}`);
  asDescribed &&= other === expected && seen === described;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
