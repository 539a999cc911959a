#!/usr/bin/env bash
# js-stats 1.0.5: by its chi-square distribution every table of two by two is as certain as
# can be, and for 2, 4, 6 … degrees of freedom five in a hundred are one and a half to nine.
#
# Expected: the README has cumulativeProbability(x) for any degrees of freedom. At the
#   critical values of every printed table (3.841 for 1, 5.991 for 2, 7.815 for 3, 9.488 for
#   4 …) it is 0.95; for 2 it is 1 - exp(-x/2), and for 1 twice the normal distribution at
#   the root of x, less 1.
# Seen: for 1 degree it is 1 for every x, be it 0.0001. For 2 it is 0.986 where 0.95 is due,
#   for 4 0.909, for 10 0.925. For 3, 5, 7, 9 and so on all is right; the tests print what comes
#   out for 20 and look no further. Whether the degrees are an even number is asked by
#   reading them as digits of base two, in which of 1 to 100 only 1 is itself.
# Second opinions, run below: @stdlib/stats-base-dists-chisquare-cdf 0.3.1, and for 1 and 2
#   degrees the formulas above (for 1 with js-stats' own normal distribution).
# Source: found by holding its four distributions against printed tables, then read and
#   run here; the cumulative normal, t and F came out right.
# Our field: do the answers of two streets differ, did one meeting hear more women: two by
#   two, one degree of freedom, and every difference counts as proven. Three answers by two
#   quarters are two degrees.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  js-stats@1.0.5 @stdlib/stats-base-dists-chisquare-cdf@0.3.1

cat >look.cjs <<'JS'
const { ChiSquareDistribution, NormalDistribution } = require('js-stats');
const cdf = require('@stdlib/stats-base-dists-chisquare-cdf');

const near = (one, two, within = 0.0005) => Math.abs(one - two) < within;
const normal = new NormalDistribution(0, 1);
const byFormula = {
  1: (x) => 2 * normal.cumulativeProbability(Math.sqrt(x)) - 1,
  2: (x) => 1 - Math.exp(-x / 2),
};
// Degrees of freedom, x, and what is seen.
const cases = [
  [1, 0.0001, 1],
  [1, 1, 1],
  [1, 3.841, 1],
  [2, 5.991, 0.9856],
  [3, 7.815, 0.95],
  [4, 9.488, 0.9089],
  [5, 11.07, 0.95],
  [6, 12.592, 0.9174],
  [7, 14.067, 0.95],
  [10, 18.307, 0.9253],
  [11, 19.675, 0.95],
];
let asDescribed = true;
for (const [degrees, x, described] of cases) {
  const expected = cdf(x, degrees);
  const seen = new ChiSquareDistribution(degrees).cumulativeProbability(x);
  console.log(`${degrees} degrees, ${x}: expected ${expected.toFixed(4)}, seen ${seen.toFixed(4)}`);
  const formula = byFormula[degrees];
  asDescribed &&=
    near(seen, described) &&
    (formula === undefined || near(formula(x), expected)) &&
    near(seen, expected) === (described === 0.95);
}
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
