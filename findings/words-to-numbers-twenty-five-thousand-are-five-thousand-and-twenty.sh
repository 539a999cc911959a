#!/usr/bin/env bash
# words-to-numbers 1.5.1 and @insomnia-dev/words-to-numbers 2.2.0: twenty five thousand are
# 5,020, and two hundred fifty thousand 50,200.
#
# Expected: 25,000 and 250,000. The README has "twenty thousand five hundred and sixty nine" for
#   20,569 among its examples, and sums of several words before hundred and million.
# Seen: thousand multiplies the word before it and not all that stand before: five thousand, and
#   the twenty comes on top. One word before thousand is right, as in all examples, and so is
#   everything up to ten thousand; of the numbers from 10,000 to 99,999, as another library
#   writes them, about four of five are wrong, and above nearly all. No error: it is a number.
# Second opinion, run below: numbered 1.1.0, and the number that the words were made from by
#   number-to-words 1.2.4.
# Source: found by reading back what another library had written, then run here. Issues 25 and
#   34 of the first one's repository (2018 and 2021, open).
# Our field: sums in English agreements and minutes are in words, for foreigners who live in the
#   district as well. A fund of twenty five thousand is taken over with a fifth of it.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact words-to-numbers@1.5.1 \
  @insomnia-dev/words-to-numbers@2.2.0 numbered@1.1.0 number-to-words@1.2.4

cat >look.cjs <<'JS'
const fork = require('@insomnia-dev/words-to-numbers');
const { toWords } = require('number-to-words');
const numbered = require('numbered');
const { wordsToNumbers } = require('words-to-numbers');

const byFork = fork.wordsToNumbers ?? fork.default ?? fork;
const written = (number) => toWords(number).replace(/[-,]/g, ' ').replace(/ +/g, ' ');
let asDescribed = true;
for (const [words, expected, described] of [
  ['twenty five thousand', 25_000, 5020],
  ['two hundred fifty thousand', 250_000, 50_200],
  ['two hundred and fifty thousand', 250_000, 50_200],
  ['twenty thousand five hundred and sixty nine', 20_569, 20_569],
  ['twelve thousand five hundred', 12_500, 12_500],
]) {
  const [other, ...seen] = [numbered.parse, wordsToNumbers, byFork].map((read) => Number(read(words)));
  console.log(`${words}: expected ${expected} (numbered: ${other}), seen ${seen.join(' and ')}`);
  asDescribed &&= other === expected && seen.every((number) => number === described);
}
for (const [from, to, least, most] of [
  [1, 9999, 0, 0],
  [10_000, 99_999, 0.7, 0.9],
  [100_000, 999_999, 0.9, 1],
]) {
  const numbers = Array.from({ length: 1000 }, (_, index) => Math.round(from + ((to - from) * index) / 999));
  const wrong = [numbered.parse, wordsToNumbers, byFork].map(
    (read) => numbers.filter((number) => Number(read(written(number))) !== number).length,
  );
  console.log(`1,000 numbers from ${from} to ${to}: expected 0 wrong (numbered: ${wrong[0]}), seen ${wrong[1]} and ${wrong[2]}`);
  asDescribed &&= wrong[0] === 0 && wrong.slice(1).every((count) => count >= least * 1000 && count <= most * 1000);
}
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
