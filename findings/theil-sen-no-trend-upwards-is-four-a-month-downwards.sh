#!/usr/bin/env bash
# ml-regression-theil-sen 3.0.0: reports of four months rise by 0 a month, and what is left of
# them to a hundred falls by 4 a month.
#
# Expected: 2 a month up, and 2 down. The estimator of Theil and Sen is the median of the slopes
#   through all pairs of points (so the article to which the README refers), and of an
#   even number of slopes that is the middle between the two in the middle. Turned upside
#   down the same points have the same slope with the other sign.
# Seen: of an even number the lower of the two is taken, for the package that finds the
#   median finds a lower one, as stands in the README of the package below that. Four points
#   have six slopes: -16, -2, 0, 4, 12, 16. Of every number of points that leaves 0
#   or 1 when divided by four the slopes are of an even number, so of four and of twelve
#   months; of six and seven all is right. The README's example has nine points.
# Second opinions, run below: the same by simple-statistics 7.12.1's median, and by hand.
# Source: found by holding libraries of statistics against counting, then read and run here.
# Our field: whether the reports of a street become more or fewer is told by this slope, since
#   single bad days do not move it. "Solved" and "not solved" are each other's mirror, and the
#   page says that neither of the two rises but one falls.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  ml-regression-theil-sen@3.0.0 simple-statistics@7.12.1

cat >look.cjs <<'JS'
const { TheilSenRegression } = require('ml-regression-theil-sen');
const { median } = require('simple-statistics');

const slopes = (times, values) =>
  times.flatMap((time, one) =>
    times.slice(one + 1).map((later, index) => (values[one + 1 + index] - values[one]) / (later - time)),
  );
function byHand(times, values) {
  const sorted = slopes(times, values).sort((one, two) => one - two);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}
const months = (count) => Array.from({ length: count }, (_, month) => month);
const mirrored = (values) => values.map((value) => 100 - value);
const solved = [5, 17, 1, 17];

let asDescribed = true;
for (const [name, values, described] of [
  ['solved', solved, 0],
  ['not solved', mirrored(solved), -4],
  ['six months', [...solved, 10, 14], 1.25],
]) {
  const times = months(values.length);
  const [expected, other] = [byHand(times, values), median(slopes(times, values))];
  const { slope: seen } = new TheilSenRegression(times, values);
  console.log(`${name} ${values.join(', ')}: expected ${expected} a month (other: ${other}), seen ${seen}`);
  asDescribed &&= other === expected && seen === described;
}

// A thousand streets, always the same ones: how often has the mirror another slope?
let state = 19_681_201;
const next = (below) => (state = (state * 48_271) % 2_147_483_647) % below;
const another = { 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 12: 0 };
for (const count of Object.keys(another).map(Number)) {
  for (let street = 0; street < 1000; street += 1) {
    const times = months(count);
    const values = times.map(() => next(40));
    const [up, down] = [values, mirrored(values)].map((list) => new TheilSenRegression(times, list).slope);
    if (Math.abs(up + down) > 1e-9) another[count] += 1;
    if (Math.abs(byHand(times, values) + byHand(times, mirrored(values))) > 1e-9) asDescribed = false;
  }
}
console.log(`of 1,000 streets another slope in the mirror, by months: expected none, seen ${JSON.stringify(another)}`);
asDescribed &&= another[4] > 500 && another[12] > 500 && another[6] === 0 && another[7] === 0;
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
