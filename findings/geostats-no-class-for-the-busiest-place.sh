#!/usr/bin/env bash
# geostats 2.1.0: natural breaks never give the highest value a class of its own,
# and shift all other bounds when it should have one; getClassJenks2 and classybrew
# 0.0.3 never give one to the lowest.
#
# Expected: natural breaks (Jenks) part a sorted list so that the squared distances
#   within the classes are least in sum (Fisher 1958). 1 2 3, 10 11 12 and 99 are
#   three classes by any eye. The readme offers both methods for it: getClassJenks
#   as the optimised version, getClassJenks2 as the older one, without a condition.
# Seen: getClassJenks puts 99 into one class with 10 11 12 and parts 1 from 2 3.
#   getClassJenks2, and classybrew's jenks, put 50 to 0 and not to 51 52. Without
#   the single value at that end both are right, so an everyday list passes.
# Second opinion, run below: ckmeans of simple-statistics 7.12.1, which is exact.
# Source: found by comparing four libraries on generated lists, then run here.
# Our field: the one grid with the station or the market has ten times the reports
#   of any other; on a map of hot spots it gets the colour of ordinary grids, while
#   quiet ones of the same kind are told apart.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  geostats@2.1.0 classybrew@0.0.3 simple-statistics@7.12.1

cat >look.mjs <<'JS'
import { createRequire } from 'node:module';
import { ckmeans } from 'simple-statistics';

const require = createRequire(import.meta.url);
const Geostats = require('geostats');
const ClassyBrew = require('classybrew');

/** The values of each class as text, by the class that a library itself puts each into. */
function grouped(values, classOf) {
  const classes = new Map();
  for (const value of values) classes.set(classOf(value), [...(classes.get(classOf(value)) ?? []), value]);
  return [...classes.values()].map((one) => one.join(' ')).join(' | ');
}
function byGeostats(method, values) {
  const series = new Geostats([...values]);
  series[method](3);
  return grouped(values, (value) => series.getRangeNum(value));
}
function byClassyBrew(values) {
  const brew = new ClassyBrew();
  brew.setSeries([...values]);
  brew.setNumClasses(3);
  brew.setColorCode('PuBu');
  brew.classify('jenks');
  return grouped(values, (value) => brew.getColorInRange(value));
}
const exact = (values) => ckmeans(values, 3).map((one) => one.join(' ')).join(' | ');

const [top, bottom, even] = [
  [1, 2, 3, 10, 11, 12, 99],
  [0, 50, 51, 52, 70, 71, 72],
  [1, 2, 3, 50, 51, 52, 70, 71, 72],
];
const rows = [
  ['getClassJenks', byGeostats('getClassJenks', top), '1 | 2 3 | 10 11 12 99', exact(top)],
  ['getClassJenks2', byGeostats('getClassJenks2', bottom), '0 50 | 51 52 | 70 71 72', exact(bottom)],
  ['classybrew', byClassyBrew(bottom), '0 50 | 51 52 | 70 71 72', exact(bottom)],
  ['getClassJenks, even', byGeostats('getClassJenks', even), exact(even), exact(even)],
  ['getClassJenks2, even', byGeostats('getClassJenks2', even), exact(even), exact(even)],
];
for (const [name, seen, , expected] of rows) console.log(`${name}\n  expected: ${expected}\n  seen:     ${seen}`);
const asDescribed =
  rows.every(([, seen, described]) => seen === described) && exact(top) === '1 2 3 | 10 11 12 | 99';
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
