#!/usr/bin/env bash
# string-metric 0.3.3: by n-grams 王 and 李 are at distance 0, and 王 is farther from 王五 than
# from 李.
#
# Expected: a distance is 0 for what is the same and greatest, here 1, for what has nothing in
#   common; so Kondrak (2005), whose measure this is, and the README, which has as its example
#   that a text is nearer to a similar one than to one without a common letter.
# Seen: where one of the two is shorter than n (2 unless told), equal characters are counted and
#   their share is handed out as the distance: none in common is 0, half in common 0.5. It
#   is the likeness, not the distance. Texts of two characters or more are right, as in the
#   examples; with n = 3 names of two characters go the same way: 东门 and 西街 are 0. The
#   library in Java to which the README refers has the same lines.
# Second opinions, run below: NormalizedLevenshtein of the same package, and its own NGram with
#   both texts written twice.
# Source: found by asking which of its measures are 0 for different texts, then read and run
#   here.
# Our field: surnames, letters of houses and many given names are of one character. Entries of a
#   register at distance 0 are put together as one person's.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact string-metric@0.3.3

cat >look.cjs <<'JS'
const { NGram, NormalizedLevenshtein } = require('string-metric');

const other = new NormalizedLevenshtein();
const nothing = (one, two) => [...one].every((character) => !two.includes(character));
let asDescribed = true;
for (const [n, one, two, described] of [
  [2, '王', '李', 0],
  [2, '王', '王五', 0.5],
  [2, '李明', '王', 0],
  [2, '李明', '王五', 1],
  [3, '东门', '西街', 0],
  [2, '东门', '西街', 1],
]) {
  const measure = new NGram(n);
  const seen = measure.distance(one, two);
  const expected = nothing(one, two) ? 1 : other.distance(one, two);
  const twice = measure.distance(one + one, two + two);
  console.log(`${one} and ${two} by ${n}: expected ${expected} (other: ${other.distance(one, two)}; written twice: ${twice}), seen ${seen}`);
  asDescribed &&= other.distance(one, two) === expected && seen === described && (!nothing(one, two) || n === 3 || twice === 1);
}
const nearest = (names, name) => [...names].sort((a, b) => new NGram().distance(name, a) - new NGram().distance(name, b))[0];
console.log(`nearest to 王 of 王五 and 李: expected 王五, seen ${nearest(['王五', '李'], '王')}`);
process.exit(asDescribed && nearest(['王五', '李'], '王') === '李' ? 0 : 1);
JS
node look.cjs
