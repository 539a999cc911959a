#!/usr/bin/env bash
# seededshuffle 0.2.0: the first of the list stays first twice as often as is fair, and
# two keys that begin alike draw the same order, whatever stands behind.
#
# Expected: with a shuffle each of five names comes first in one of five draws, and
#   another key is another draw. The README says "shuffle an array by seed/key", that a
#   key of text becomes a number, and gives sentences as examples of keys.
# Seen: counted over all 233,280 states that its generator has, the first of five names
#   stays first in 41 of 100 draws and the last comes first in 20. Of a key the codes of
#   its characters are written one after the other as a decimal number, of which
#   JavaScript keeps some 16 digits: three characters of Chinese, eight of a date.
#   荆州区第一次抽签 and 荆州区第二次抽签 draw the same people in the same order.
# Second opinions, run below: knuth-shuffle-seeded 1.0.6 and shuffle-seed 1.1.6 with the
#   same keys (numbers for the shares: one draw of five, within a point).
# Source: found by counting what four shuffles with a key do, then read and run here.
# Our field: people for a council, or households for a plot, are drawn by a key that was
#   told beforehand (a date, a number of the lottery), so that all can draw again. Who
#   stands first in the list is the one who was entered first; and the draw of the
#   second round is known from the first.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  seededshuffle@0.2.0 knuth-shuffle-seeded@1.0.6 shuffle-seed@1.1.6

cat >look.cjs <<'JS'
const seeded = require('seededshuffle');
const knuth = require('knuth-shuffle-seeded');
const other = require('shuffle-seed');

const shuffles = {
  seededshuffle: (names, key) => seeded.shuffle(names, key, true),
  'knuth-shuffle-seeded': (names, key) => knuth([...names], key),
  'shuffle-seed': (names, key) => other.shuffle([...names], key),
};

/** In how many of 100 draws each of five names comes first, by the number of draws. */
function firstPlaces(shuffle, draws) {
  const names = ['甲', '乙', '丙', '丁', '戊'];
  const count = names.map(() => 0);
  for (let key = 1; key <= draws; key += 1) count[names.indexOf(shuffle(names, key)[0])] += 1;
  return count.map((one) => (100 * one) / draws);
}
/** Whether two keys give the same order of twelve names. */
function alike(shuffle, [one, two]) {
  const names = [...'甲乙丙丁戊己庚辛壬癸子丑'];
  return shuffle(names, one).join('') === shuffle(names, two).join('');
}

const keys = [
  ['荆州区第一次抽签', '荆州区第二次抽签'],
  ['2026-03-14', '2026-03-15'],
  ['a1', 'a2'],
];
const rows = Object.entries(shuffles).map(([name, shuffle]) => ({
  name,
  shares: firstPlaces(shuffle, name === 'seededshuffle' ? 233_280 : 20_000),
  same: keys.map((pair) => alike(shuffle, pair)),
}));
console.log('expected: each first in 20 of 100 draws, and no two keys alike');
for (const { name, shares, same } of rows)
  console.log(`${name}: ${shares.map((share) => share.toFixed(1)).join(' ')}; alike: ${same.join(' ')}`);
const [seen, ...others] = rows;
const asDescribed =
  seen.shares.map(Math.round).join(' ') === '41 10 13 16 20' &&
  seen.same.join(' ') === 'true true false' &&
  others.every(
    ({ shares, same }) => shares.every((share) => Math.abs(share - 20) < 1) && !same.includes(true),
  );
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
