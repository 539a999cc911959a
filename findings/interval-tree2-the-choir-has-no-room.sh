#!/usr/bin/env bash
# interval-tree2 1.1.0: from eight to thirteen o'clock the room is free, though the choir has it
# from nine to eleven; asked for ten o'clock it is taken.
#
# Expected: search by a range gives the intervals that overlap with it (README, API), among
#   them those that lie inside, so what is found at a moment within the range is found in
#   the range.
# Seen: where the range begins before all that is in the tree, the place of "nothing before"
#   is -1, and cutting a list from -1 on takes its last one only. With the choir from 9 to 11
#   and chess from 14 to 16 there is nothing from 8 to 13, and chess alone from 8 to 18. Of a
#   range that begins later than the first booking, and of a moment, nearly all answers are
#   right, and so are the README's. Of 2,000 days with four bookings nearly every fifth has
#   another answer than by hand.
# Second opinions, run below: @flatten-js/interval-tree 2.0.3, node-interval-tree 2.1.2, and
#   the tree itself asked for every half hour of the range.
# Source: found by holding ranges against counting, then run here. Issues 8 and 9 of its
#   repository (2016, open) have ranges with results missing.
# Our field: rooms, things to lend and shifts are booked by asking what overlaps. The shorter
#   the booking and the longer the wish, the surer it is given away twice.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  interval-tree2@1.1.0 @flatten-js/interval-tree@2.0.3 node-interval-tree@2.1.2

cat >look.mjs <<'JS'
import { IntervalTree as Flatten } from '@flatten-js/interval-tree';
import { createRequire } from 'node:module';
import second from 'node-interval-tree';

const IntervalTree = createRequire(import.meta.url)('interval-tree2');
const NodeTree = second.default ?? second;
const noon = 12;
const inOrder = (names) => [...names].sort().join(', ') || 'none';
const trees = {
  'interval-tree2': (bookings) => {
    const tree = new IntervalTree(noon);
    bookings.forEach(([from, to, name]) => tree.add(from, to, name));
    return (...range) => tree.search(...range).map(({ id }) => id);
  },
  '@flatten-js/interval-tree': (bookings) => {
    const tree = new Flatten();
    bookings.forEach(([from, to, name]) => tree.insert([from, to], name));
    return (...range) => tree.search(range);
  },
  'node-interval-tree': (bookings) => {
    const tree = new NodeTree();
    bookings.forEach(([from, to, name]) => tree.insert(from, to, name));
    return (...range) => tree.search(...range);
  },
};
const byHand = (bookings) => (from, to) => bookings.filter(([begin, end]) => begin < to && end > from).map(([, , name]) => name);

const choir = [9, 11, 'choir'];
const chess = [14, 16, 'chess'];
let asDescribed = true;
for (const [bookings, range, described] of [
  [[choir, chess], [8, 13], 'none'],
  [[choir, chess], [8, 18], 'chess'],
  [[choir, chess], [10, 18], 'chess, choir'],
  [[choir], [8, 18], 'choir'],
]) {
  const expected = inOrder(byHand(bookings)(...range));
  const [seen, ...others] = Object.values(trees).map((make) => inOrder(make(bookings)(...range)));
  const tree = trees['interval-tree2'](bookings);
  const halfHours = Array.from({ length: 2 * (range[1] - range[0]) - 1 }, (_, index) => range[0] + (index + 1) / 2);
  const byMoments = inOrder(new Set(halfHours.flatMap((moment) => tree(moment))));
  console.log(`${bookings.map(([from, to, name]) => `${name} ${from}-${to}`).join(', ')}; ${range.join(' to ')}: expected ${expected} (others: ${others.join('; ')}; by moments: ${byMoments}), seen ${seen}`);
  asDescribed &&= [...others, byMoments].every((other) => other === expected) && seen === described;
}

// Days with four bookings, always the same ones; a wish never begins or ends with a booking.
let state = 20_160_302;
const next = (below) => (state = (state * 48_271) % 2_147_483_647) % below;
const short = Object.fromEntries(Object.keys(trees).map((name) => [name, 0]));
for (let day = 0; day < 2000; day += 1) {
  const bookings = Array.from({ length: 4 }, (_, index) => {
    const from = 7 + next(12);
    return [from, from + 1 + next(3), `b${index}`];
  });
  const from = 6.5 + next(12);
  const wish = [from, from + 2 + next(4)];
  const expected = inOrder(byHand(bookings)(...wish));
  for (const [name, make] of Object.entries(trees)) if (inOrder(make(bookings)(...wish)) !== expected) short[name] += 1;
}
console.log(`2,000 days with another answer than by hand: ${JSON.stringify(short)}`);
asDescribed &&= Object.entries(short).every(([name, days]) => (name === 'interval-tree2' ? days > 100 : days === 0));
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
