#!/usr/bin/env bash
# @formulajs/formulajs 4.6.1 and @handsontable/formulajs 2.0.2: T.TEST makes the same of
# paired and of unpaired values, and of one tail and of two.
#
# Expected: T.TEST of spreadsheets takes two rows of values, the number of tails and the
#   type: 1 paired, 2 of equal and 3 of unequal variance (OpenFormula 1.2, 6.18, TTEST).
#   The example in Excel's own help, with two tails and type 1, gives 0.196016. Both
#   packages say that they implement most of Excel's functions.
# Seen: the third and the fourth value are taken and not used. Of a survey in which each
#   of eight persons gives two to four points more than before it gives 0.58, as if
#   nothing had changed; by pairs it is 0.00001.
# Second opinions, run below: HyperFormula 3.5.0, and the sum by hand with jStat 1.9.6.
# Source: found by running the examples of Excel's help through the functions, then run here.
# Our field: the same people are asked before and after (how safe is the street, how well
#   was I heard), and whether it changed decides if the money goes on; a table of the
#   office and the page of a portal then say the contrary of each other.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @formulajs/formulajs@4.6.1 @handsontable/formulajs@2.0.2 hyperformula@3.5.0 jstat@1.9.6

cat >look.cjs <<'JS'
const formulajs = require('@formulajs/formulajs');
const handsontable = require('@handsontable/formulajs');
const { HyperFormula } = require('hyperformula');
const { jStat } = require('jstat');

const before = [62, 70, 55, 81, 47, 66, 73, 58];
const after = [65, 72, 59, 83, 50, 69, 77, 61];

/** The paired test by hand: the mean of the differences by its standard error. */
function byHand(tails) {
  const differences = after.map((value, index) => value - before[index]);
  const error = jStat.stdev(differences, true) / Math.sqrt(differences.length);
  return tails * (1 - jStat.studentt.cdf(jStat.mean(differences) / error, differences.length - 1));
}
function byHyperFormula(tails, type) {
  const cells = [before, after, [`=T.TEST(A1:H1,A2:H2,${tails},${type})`]];
  const engine = HyperFormula.buildFromArray(cells, { licenseKey: 'gpl-v3' });
  return engine.getCellValue({ sheet: 0, row: 2, col: 0 });
}
const shown = (number) => number.toFixed(6);
const cases = [
  [2, 1],
  [1, 1],
  [2, 2],
];
const found = cases.map(([tails, type]) => ({
  name: `tails ${tails}, type ${type}`,
  expected: shown(byHyperFormula(tails, type)),
  seen: shown(formulajs.T.TEST(before, after, tails, type)),
  other: shown(handsontable.T.TEST(before, after, tails, type)),
}));
for (const { name, expected, seen, other } of found)
  console.log(`${name}  expected: ${expected}  seen: ${seen} and ${other}`);
const [paired, oneTail, unpaired] = found;
const asDescribed =
  paired.expected === shown(byHand(2)) &&
  oneTail.expected === shown(byHand(1)) &&
  Number(paired.expected) < 0.0001 &&
  Number(unpaired.seen) > 0.5 &&
  unpaired.seen === unpaired.expected &&
  found.every(({ seen, other }) => seen === unpaired.seen && other === unpaired.seen);
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
