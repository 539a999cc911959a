#!/usr/bin/env bash
# hare-niemeyer 3.0.0: of five seats for three lists with as many votes each, four are given;
# and of five for ten million votes a party "undefined" gets one.
#
# Expected: five. The method of the largest remainder gives every seat: first the whole ones of
#   each quota, then what is left by the remainders. The README says that where remainders are
#   equal and seats not enough the script draws by lot who gets them, which is the default.
# Seen: the loop that gives the drawn seats asks each time how many are still left, and goes on
#   only as long as it has given fewer than that; of two to be drawn one is given. And the
#   remainders are sorted as texts: one of 0.0000005 is written 5e-7, and as a text that is
#   greater than 0.9999995, so that the seat belongs to nobody and is given to a party whose
#   name is undefined. With one seat to be drawn, as in the README's example, and with
#   remainders above a millionth the sum is right.
# Second opinions, run below: sainte-lague 3.0.0 of the same author (another method, all seats),
#   and the quotas by hand.
# Source: found by adding up 20,000 generated elections, then read and run here. Issue 7 of its
#   repository (2022) has the lot, of which another script tells.
# Our field: seats of a committee, places of a sample by district, slots of a hall: the method
#   for all of them. The protocol says five, the list has four names.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact hare-niemeyer@3.0.0 sainte-lague@3.0.0

cat >look.mjs <<'JS'
import hareNiemeyer from 'hare-niemeyer';
import sainteLague from 'sainte-lague';

/** Whole seats of the quotas, and how many are left for the remainders, in whole numbers. */
function byHand(votes, seats) {
  const all = Object.values(votes).reduce((sum, count) => sum + count);
  const whole = Object.values(votes).map((count) => Math.floor((count * seats) / all));
  return { whole, left: seats - whole.reduce((sum, count) => sum + count) };
}
const given = (parliament) => Object.values(parliament).reduce((sum, count) => sum + count, 0);
const shown = (parliament) => Object.entries(parliament).map(([name, count]) => `${name} ${count}`).join(', ');

let asDescribed = true;
for (const [votes, seats, described] of [
  [{ north: 100, south: 100, lake: 100 }, 4, 'north 2, south 1, lake 1'],
  [{ north: 100, south: 100, lake: 100 }, 5, 'north 2, south 1, lake 1'],
  [{ north: 100, south: 100, lake: 100, hill: 100 }, 7, 'north 2, south 2, lake 1, hill 1'],
  [{ north: 2_000_001, south: 3_999_999, lake: 4_000_000 }, 5, 'north 1, south 1, lake 2, undefined NaN'],
  [{ north: 200_001, south: 399_999, lake: 400_000 }, 5, 'north 1, south 2, lake 2'],
]) {
  const { whole, left } = byHand(votes, seats);
  const other = given(sainteLague(votes, seats, { draw: true }));
  const parliament = hareNiemeyer(votes, seats);
  console.log(`${shown(votes)}: expected ${seats} (${whole.join(' + ')} and ${left} by remainder; sainte-lague gives ${other}), seen ${given(parliament)}: ${shown(parliament)}`);
  const right = seats === 4 || votes.north === 200_001;
  asDescribed &&= other === seats && shown(parliament) === described && (given(parliament) === seats) === right;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
