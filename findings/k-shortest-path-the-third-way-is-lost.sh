#!/usr/bin/env bash
# k-shortest-path 0.0.5: of three ways that have no corner in common two are found, and the
# third is lost without a word.
#
# Expected: Yen's algorithm (1971), after which the README says that it goes, gives the k
#   shortest ways without loops, all of them if there are no more than k. From the hall to
#   the station by the market (2), straight on (4) and by the school (6): three.
# Seen: to find another way the steps of the last one are taken out of the graph for a while,
#   and then put back without their length. Whatever way would use one of them again has no
#   length and is dropped, so the first ones found are in the way of the later ones. The
#   README's example is right, for its three ways come before that matters. Of 1,000 small
#   street maps several hundred lack one of their five shortest ways or have a longer one instead.
# Second opinions, run below: all ways walked by hand, and graphology-simple-path 0.2.0, which
#   lists them.
# Source: found by counting ways in generated graphs, then read and run here.
# Our field: by which ways people can reach the polling station while a street is dug up, or
#   which chains of delegation reach the same delegate: what is not in the list is taken for
#   not there.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  k-shortest-path@0.0.5 graphlib@2.1.8 graphology@0.26.0 graphology-simple-path@0.2.0

cat >look.cjs <<'JS'
const { Graph } = require('graphlib');
const Graphology = require('graphology');
const { allSimplePaths } = require('graphology-simple-path');
const { ksp } = require('k-shortest-path');

function byLibrary(streets, from, to, ways) {
  const graph = new Graph();
  for (const [one, two, length] of streets) graph.setEdge(one, two, length);
  return ksp(graph, from, to, ways).map(({ totalCost }) => totalCost);
}
function byHand(streets, from, to, ways) {
  const found = [];
  const walk = (corners, length) => {
    const here = corners.at(-1);
    if (here === to) return found.push(length);
    for (const [one, two, more] of streets) {
      if (one === here && !corners.includes(two)) walk([...corners, two], length + more);
    }
  };
  walk([from], 0);
  return found.sort((one, two) => one - two).slice(0, ways);
}
function byGraphology(streets, from, to, ways) {
  const graph = new Graphology({ type: 'directed' });
  for (const [one, two, length] of streets) graph.mergeEdge(one, two, { length });
  const lengthOf = (corners) =>
    corners.slice(1).reduce((sum, corner, index) => sum + graph.getEdgeAttribute(corners[index], corner, 'length'), 0);
  return allSimplePaths(graph, from, to).map(lengthOf).sort((one, two) => one - two).slice(0, ways);
}

const town = [
  ['hall', 'station', 4],
  ['hall', 'market', 1],
  ['market', 'station', 1],
  ['hall', 'school', 3],
  ['school', 'station', 3],
];
const readme = [
  ['C', 'D', 3],
  ['C', 'E', 2],
  ['D', 'F', 4],
  ['E', 'D', 1],
  ['E', 'F', 2],
  ['E', 'G', 3],
  ['F', 'G', 2],
  ['F', 'H', 1],
  ['G', 'H', 2],
];
let asDescribed = true;
for (const [name, streets, from, to, described] of [
  ['town', town, 'hall', 'station', '2, 4'],
  ["README's example", readme, 'C', 'H', '5, 7, 8'],
]) {
  const expected = byHand(streets, from, to, 3).join(', ');
  const other = byGraphology(streets, from, to, 3).join(', ');
  const seen = byLibrary(streets, from, to, 3).join(', ');
  console.log(`${name}: expected ${expected} (graphology: ${other}), seen ${seen}`);
  asDescribed &&= other === expected && seen === described && (seen === expected) === (name !== 'town');
}

// A thousand maps of five or six corners, always the same ones.
let state = 19_710_101;
const next = (below) => (state = (state * 48_271) % 2_147_483_647) % below;
let maps = 0;
let wrong = 0;
while (maps < 1000) {
  const corners = Array.from({ length: 5 + next(2) }, (_, index) => `c${index}`);
  const streets = corners.flatMap((one) =>
    corners.flatMap((two) => (one !== two && next(100) < 45 ? [[one, two, 1 + next(9)]] : [])),
  );
  const expected = byHand(streets, 'c0', 'c1', 5);
  if (expected.length < 3) continue;
  maps += 1;
  if (byLibrary(streets, 'c0', 'c1', 5).join() !== expected.join()) wrong += 1;
}
console.log(`1,000 maps, the five shortest ways of each: expected 0 wrong, seen ${wrong}`);
process.exit(asDescribed && wrong > 300 ? 0 : 1);
JS
node look.cjs
