#!/usr/bin/env bash
# cmpstr 3.3.0: MARTHA and MARHTA are as alike as Winkler says, 0.961, but only 0.876 once a
# longer name has been compared, and of 400 later pairs of names three of four are wrong.
#
# Expected: Jaro-Winkler of the two is 0.961, the example of Winkler (1990) himself. The
#   README promises established algorithms, Jaro-Winkler among them; a measure of two texts
#   knows nothing of those that were compared before.
# Seen: the working arrays are taken from a pool and stay in it while they are in use. The
#   measure needs two, one for each text; where the pool has only one that is long enough, it
#   is handed out for both, and what is marked as matched in one text is marked in the other.
#   The first comparison has arrays of its own and is right, and so is each test in a process
#   of its own, and any pair that was asked for before, for it is remembered.
# Second opinions, run below: jaro-winkler 0.2.8, and the definition by counting.
# Source: found by holding six libraries against counting, then read and run here. Issue 152
#   of its repository (September 2026) has the same of another measure; a remedy is merged,
#   and 3.3.0 is the newest that is published.
# Our field: whether the one who signs stands in the register is asked by likeness of names
#   above a bound, commonly 0.9. The same person is found first thing in the morning and not
#   after somebody with a long name.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact cmpstr@3.3.0 jaro-winkler@0.2.8

cat >look.cjs <<'JS'
const { execFileSync } = require('node:child_process');
const { CmpStr } = require('cmpstr');
const other = require('jaro-winkler');

/** What cmpstr says of the pairs, one after the other in a process of their own. */
function byCmpstr(pairs) {
  const given = [__filename, JSON.stringify(pairs)];
  return JSON.parse(execFileSync(process.execPath, given, { encoding: 'utf8' }));
}
if (process.argv[2]) {
  const compare = CmpStr.create().setMetric('jaroWinkler');
  const values = JSON.parse(process.argv[2]).map(([one, two]) => compare.test(one, two).match);
  console.log(JSON.stringify(values));
  process.exit();
}

/** Jaro-Winkler by its definition: matches within a window, half of those out of order, a prefix. */
function counted(one, two) {
  const reach = Math.max(0, Math.floor(Math.max(one.length, two.length) / 2) - 1);
  const taken = new Set();
  const matches = [...one].map((letter, index) => {
    const found = [...two].findIndex((at, place) => at === letter && !taken.has(place) && Math.abs(place - index) <= reach);
    if (found >= 0) taken.add(found);
    return found;
  });
  const first = [...one].filter((_, index) => matches[index] >= 0);
  const second = [...two].filter((_, place) => taken.has(place));
  if (first.length === 0) return 0;
  const turned = first.filter((letter, index) => letter !== second[index]).length / 2;
  const jaro = (first.length / one.length + first.length / two.length + (first.length - turned) / first.length) / 3;
  const differs = [0, 1, 2, 3].findIndex((index) => one[index] === undefined || one[index] !== two[index]);
  return jaro + (differs < 0 ? 4 : differs) * 0.1 * (1 - jaro);
}
/** Names of four to nine letters, always the same ones. */
let state = 20261130;
const next = (below) => {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
};
const name = () => Array.from({ length: 4 + next(6) }, () => 'AEINMT'[next(6)]).join('');

const shown = (value) => value.toFixed(3);
let asDescribed = true;
for (const [pairs, described] of [
  [[['MARTHA', 'MARHTA']], '0.961'],
  [
    [
      ['AL', 'ALBERTINA'],
      ['MARTHA', 'MARHTA'],
    ],
    '0.793 0.876',
  ],
]) {
  const seen = byCmpstr(pairs).map(shown).join(' ');
  const [expected, others] = [counted, other].map((measure) => pairs.map((pair) => shown(measure(...pair))).join(' '));
  console.log(`${pairs.map((pair) => pair.join(' and ')).join(', then ')}: expected ${expected} (other: ${others}), seen ${seen}`);
  asDescribed &&= expected === others && expected.endsWith('0.961') && seen === described;
}

const pairs = Array.from({ length: 400 }, () => [name(), name()]);
// Where two places match equally well, definitions differ by the order of the two names; neither is wrong.
const values = byCmpstr(pairs);
const wrong = pairs.filter(([one, two], index) => {
  const seen = values[index];
  return [counted(one, two), counted(two, one), one === two ? 1 : NaN].every((value) => !(Math.abs(value - seen) < 1e-9));
});
console.log(`400 pairs of names: expected 0 wrong, seen ${wrong.length}`);
asDescribed &&= wrong.length > 250;
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
