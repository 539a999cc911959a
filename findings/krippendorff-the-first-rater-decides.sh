#!/usr/bin/env bash
# krippendorff 0.1.0: what comes after the last rating of the first rater is not counted,
# and alpha is another one when the raters are listed in another order.
#
# Expected: alpha counts pairs of values within each sample that has two ratings or more,
#   whoever gave them, and takes any number of raters and missing ratings (Krippendorff,
#   Computing Krippendorff's Alpha-Reliability, 2011), so their order means nothing. The
#   README gives a rater with two ratings of three as its example, 0.4167.
# Seen: the number of samples is the length of the first rater's list. With a short list in
#   the first place the rest of all the others is dropped without a word: the example of
#   the README with its raters turned round is 0.375, and of twenty opinions where two of
#   three disagree on all but the first two, alpha is 1 when the third, who stopped after
#   two, comes first. With undefined written to the end of each list all is right, and so
#   is the example of the README, whose short list stands last, and the tests.
# Second opinions, run below: alpha counted from pairs by the formula, and the library
#   itself with lists filled up.
# Source: found by giving raters in all orders, then read and run here.
# Our field: opinions are coded by several people, who begin together and leave off when
#   their time is up, and the agreement between them decides whether the coding may be
#   published. Whoever began the sheet and left first decides it.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact krippendorff@0.1.0

cat >look.cjs <<'JS'
const { alpha } = require('krippendorff');

/** Alpha for nominal values: observed against expected pairs that differ, for samples rated twice. */
function counted(raters) {
  const samples = Math.max(...raters.map((ratings) => ratings.length));
  const rated = Array.from({ length: samples }, (_, sample) =>
    raters.map((ratings) => ratings[sample]).filter((value) => value !== undefined),
  ).filter((values) => values.length >= 2);
  const differing = (values) => values.flatMap((one) => values.filter((two) => one !== two)).length;
  const observed = rated.reduce((sum, values) => sum + differing(values) / (values.length - 1), 0);
  const all = rated.flat();
  return 1 - (observed * (all.length - 1)) / differing(all);
}
const turned = (raters) => [...raters].reverse();
const filled = (raters) => {
  const length = Math.max(...raters.map((ratings) => ratings.length));
  return raters.map((ratings) => Array.from({ length }, (_, sample) => ratings[sample]));
};

// The example of the README: the third rater has rated two of three.
const example = [
  [1, 2, 1],
  [1, 1, 1],
  [1, 2],
];
// Twenty opinions: all agree on the first two, then the third stops and the others differ.
const topics = ['street lamps', 'parking', 'noise'];
const first = Array.from({ length: 20 }, (_, opinion) => topics[opinion % 3]);
const second = first.map((topic, opinion) => (opinion < 2 ? topic : topics[(opinion + 1) % 3]));
const opinions = [first, second, first.slice(0, 2)];

let asDescribed = true;
for (const [name, raters, short] of [
  ['example of the README', example, 0.375],
  ['twenty opinions', opinions, 1],
]) {
  const expected = counted(raters);
  const seen = [raters, turned(raters), filled(raters), turned(filled(raters))].map((list) => alpha(list));
  const shown = seen.map((value) => value.toFixed(4)).join(', ');
  console.log(`${name}: expected ${expected.toFixed(4)} in any order`);
  console.log(`  as given, turned round, filled up, filled up and turned round: ${shown}`);
  const near = (one, two) => Math.abs(one - two) < 1e-9;
  asDescribed &&=
    near(counted(turned(raters)), expected) &&
    [0, 2, 3].every((index) => near(seen[index], expected)) &&
    near(seen[1], short) &&
    !near(short, expected);
}
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
