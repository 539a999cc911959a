#!/usr/bin/env bash
# number-to-chinese-words 1.0.20: 100,050,000 is written 一億, and 3,000,090,003 三十億零三:
# one to nine ten thousands after a round hundred million are left out.
#
# Expected: 一億零五萬 and 三十億零九萬零三. The README has large numbers (…萬零九百九十二) and
#   the capital characters for amounts among its examples, and says that 萬 and 億 go up
#   by ten thousand each.
# Seen: of the zeros between 億 and 萬 the digit before 萬 is taken for one of them and goes
#   with them. With ten times as much (一億零五十萬) it is right, and so are all numbers
#   below a hundred million, so that a test up to there passes.
# Second opinions, run below: nzh 1.0.14, and reading the words back.
# Source: found by reading back what four libraries write, then run here.
# Our field: the sum of an agreement, a receipt or a cheque stands in capital characters, and
#   a bill whose digits and characters differ is void (票据法, article 8). A road for
#   100,050,000 yuan is 壹億 in words, 50,000 yuan less.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  number-to-chinese-words@1.0.20 nzh@1.0.14

cat >look.cjs <<'JS'
const library = require('number-to-chinese-words');
const { cn } = require('nzh');

const converter = library.default ?? library;
const toWords = (number) => converter.toWords(number);
const places = { 十: 10, 百: 100, 千: 1000 };
const signs = { 萬: 10_000, 億: 100_000_000 };

/** The number that the words say: digits and places up to each great sign, added up. */
function read(words) {
  let whole = 0;
  let part = 0;
  let digit = 0;
  for (const character of words) {
    if (places[character]) {
      part += (digit || 1) * places[character];
      digit = 0;
    } else if (signs[character]) {
      whole += (part + digit) * signs[character];
      part = digit = 0;
    } else digit = '零一二三四五六七八九'.indexOf(character);
  }
  return whole + part + digit;
}
const cases = [
  [10_050_000, '一千零五萬', '一千零五萬'],
  [100_500_000, '一億零五十萬', '一億零五十萬'],
  [100_050_000, '一億零五萬', '一億'],
  [3_000_090_003, '三十億零九萬零三', '三十億零三'],
];
let asDescribed = true;
for (const [number, expected, wrong] of cases) {
  const other = cn.encodeS(number).replaceAll('亿', '億').replaceAll('万', '萬');
  console.log(`${number}  expected: ${expected}  seen: ${toWords(number)}  nzh: ${other}`);
  asDescribed &&= toWords(number) === wrong && read(expected) === number && read(other) === number;
}
const missing = [];
for (let tenThousands = 0; tenThousands <= 9999; tenThousands += 1) {
  const number = 100_000_000 + tenThousands * 10_000;
  if (read(toWords(number)) !== number) missing.push(tenThousands);
}
console.log(`ten thousands lost after 一億: expected: none  seen: ${missing.join(', ')}`);
asDescribed &&= missing.join() === '1,2,3,4,5,6,7,8,9';

// The labels for capital characters, as in the README.
converter.labels = {
  ...converter.labels,
  digits: [...'零壹貳參肆伍陸柒捌玖'],
  units: ['', ...'拾佰仟萬拾佰仟億拾佰仟兆拾佰仟京拾佰仟垓'],
};
console.log(`100050000  expected: 壹億零伍萬  seen: ${toWords(100_050_000)}`);
asDescribed &&= toWords(100_050_000) === '壹億' && toWords(100_500_000) === '壹億零伍拾萬';
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
