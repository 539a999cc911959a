#!/usr/bin/env bash
# deck 0.0.4 and @algorithm.ts/shuffle 4.0.3: of two names the second always comes first,
# and of any number of names nobody stays where they stood.
#
# Expected: a uniform shuffle ("uniform shuffle" says the README of deck, "Knuth-Shuffle"
#   that of the other): each of the 24 orders of four names once in 24 draws. In Knuth's
#   algorithm P (The Art of Computer Programming, 3.4.2) what is swapped at place j is
#   drawn from 1 to j, and j itself is among them: a name may stay. The README of deck
#   shows [1, 2, 3, 4] shuffled to [1, 4, 2, 3].
# Seen: the place itself is never drawn, so every name must move, and only the orders that
#   are one round of all names come out: 6 of 24, each four times as often as is fair, and
#   of two names one order only. That of the README of deck is none of them. A test that
#   each name comes to other places, or that the names are all there, passes.
# Second opinions, run below: shuffle-list 1.0.0 and knuth-shuffle-seeded 1.0.6. Of the 24
#   orders of a fair shuffle each comes 500 times of 12,000 (350 to 650 are let pass).
# Source: found by counting the orders of eight shuffles, then read and run here.
# Our field: lots are drawn between two proposals with as many votes, or for who speaks
#   first: the lot falls on the one who was entered later, every time. And whoever heads
#   the list of a draw of any size knows that somebody else will be first.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  deck@0.0.4 @algorithm.ts/shuffle@4.0.3 shuffle-list@1.0.0 knuth-shuffle-seeded@1.0.6

cat >look.mjs <<'JS'
import { knuthShuffle } from '@algorithm.ts/shuffle';
import deck from 'deck';
import knuth from 'knuth-shuffle-seeded';
import list from 'shuffle-list';

const inPlace = (names) => {
  knuthShuffle(names);
  return names;
};
const shuffles = [
  ['deck', (names) => deck.shuffle(names), false],
  ['@algorithm.ts/shuffle', inPlace, false],
  ['shuffle-list', (names) => list(names), true],
  ['knuth-shuffle-seeded', (names) => knuth(names), true],
];

/** How often each order comes out of so many draws. */
function orders(shuffle, names, draws) {
  const count = new Map();
  for (let draw = 0; draw < draws; draw += 1) {
    const order = shuffle([...names]).join('');
    count.set(order, (count.get(order) ?? 0) + 1);
  }
  return count;
}
/** Whether no name of this order stands where it stood. */
const nobodyStays = (order, names) => [...order].every((name, place) => name !== names[place]);

let asDescribed = true;
for (const [library, shuffle, fair] of shuffles) {
  const two = orders(shuffle, ['甲', '乙'], 2000);
  const names = ['甲', '乙', '丙', '丁'];
  const four = orders(shuffle, names, 12_000);
  const kept = [...four.keys()].filter((order) => !nobodyStays(order, names));
  const [stay, change] = ['甲乙', '乙甲'].map((order) => two.get(order) ?? 0);
  console.log(`${library}: of two names 甲乙 ${stay} times, 乙甲 ${change} times;`);
  console.log(`  of four ${four.size} orders (expected 24),`);
  console.log(`  ${kept.length} in which somebody stays (expected 15)`);
  const often = [...four.values()];
  asDescribed &&= fair
    ? two.size === 2 && four.size === 24 && Math.min(...often) > 350 && Math.max(...often) < 650
    : two.get('乙甲') === 2000 && four.size === 6 && kept.length === 0 && Math.min(...often) > 1700;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
