#!/usr/bin/env bash
# hare-niemeyer 3.0.0: where a seat is drawn by lot, the list that stands first has it, a
# thousand times of a thousand.
#
# Expected: a lot. The README: where remainders are equal "usually" the one who runs the election
#   draws by lot, and the script does it for you, by default. Of two lists with as many votes
#   and one seat each has it about 500 times of 1,000 (400 to 600 are let pass).
# Seen: the lists are shuffled by a function that hands back a new list and leaves the old one
#   as it is, and the old one is used. First is whoever was written first in the table of
#   votes, commonly by the alphabet. With one seat to be drawn the sum is right, so a test by
#   sums passes, and one draw says nothing.
# Second opinions, run below: sainte-lague 3.0.0 of the same author with { draw: true }.
# Source: found by counting draws, then read and run here. Issue 7 of its repository (2022,
#   open).
# Our field: equal votes are common in small bodies, and a lot is what the statutes say. Who
#   is called A draws, and nobody can tell from the protocol of one election.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact hare-niemeyer@3.0.0 sainte-lague@3.0.0

cat >look.mjs <<'JS'
import hareNiemeyer from 'hare-niemeyer';
import sainteLague from 'sainte-lague';

const elections = 1000;
/** How often each list has the seat that is drawn. */
function draws(allot, votes, seats) {
  const least = Math.floor(seats / Object.keys(votes).length);
  const counts = Object.fromEntries(Object.keys(votes).map((name) => [name, 0]));
  for (let election = 0; election < elections; election += 1) {
    for (const [name, count] of Object.entries(allot(votes, seats))) if (count > least) counts[name] += 1;
  }
  return Object.values(counts);
}
let asDescribed = true;
for (const [votes, seats] of [
  [{ garden: 80, harbour: 80 }, 1],
  [{ harbour: 80, garden: 80 }, 1],
  [{ garden: 80, harbour: 80, mill: 80, station: 80 }, 5],
]) {
  const names = Object.keys(votes);
  const fair = elections / names.length;
  const seen = draws((given, count) => hareNiemeyer(given, count), votes, seats);
  const other = draws((given, count) => sainteLague(given, count, { draw: true }), votes, seats);
  console.log(`${names.join(', ')}: expected about ${fair} each (sainte-lague ${other.join(', ')}), seen ${seen.join(', ')}`);
  asDescribed &&= other.every((count) => Math.abs(count - fair) < 100) && seen[0] === elections && seen.slice(1).every((count) => count === 0);
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
