#!/usr/bin/env bash
# jaro-winkler-typescript 1.0.1: 北路 is as like 四川北路 as 0.83, and 四川北路 is not like 北路
# at all; @skyra/jaro-winkler 1.1.1 finds 0.83 both ways where there is nothing.
#
# Expected: 0. In the measure of Jaro and Winkler two characters can match only if their places
#   differ by no more than half the longer length, rounded down, less one (so Wikipedia, to
#   which the README of the second refers, and so the code of the first means to): of four
#   characters, by one. 北 and 路 stand two places away. Who is compared with whom does
#   not matter, the window being the same.
# Seen: the first looks one place too far to the right, and not to the left; the second one
#   place too far both ways. Names of two and three characters, in which nothing but the same
#   place may match, are alike when turned round: 李明 and 明李 are 0, and 0.67 and 0.83 here.
#   The examples that everybody tests with (MARTHA, DWAYNE, DIXON) are right in all, for what
#   matches there stands near.
# Second opinions, run below: jaro-winkler 0.2.8, wink-distance 2.0.2, and counting by the
#   definition.
# Source: found by holding eight libraries against counting, then read and run here.
# Our field: whether a signature is in the register is decided by likeness of names, and
#   reports by that of addresses. By the first it depends on which list is the inner loop, and
#   by both the other way round is the same person.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  jaro-winkler-typescript@1.0.1 @skyra/jaro-winkler@1.1.1 jaro-winkler@0.2.8 wink-distance@2.0.2

cat >look.cjs <<'JS'
const { jaroWinkler: bySkyra } = require('@skyra/jaro-winkler');
const other = require('jaro-winkler');
const { jaroWinkler: byTypescript } = require('jaro-winkler-typescript');
const wink = require('wink-distance');

/** Jaro-Winkler by its definition. */
function counted(one, two) {
  const reach = Math.max(0, Math.floor(Math.max(one.length, two.length) / 2) - 1);
  const taken = new Set();
  const matched = [...one].map((letter, index) => {
    const found = [...two].findIndex((at, place) => at === letter && !taken.has(place) && Math.abs(place - index) <= reach);
    if (found >= 0) taken.add(found);
    return found >= 0;
  });
  const first = [...one].filter((_, index) => matched[index]);
  const second = [...two].filter((_, place) => taken.has(place));
  if (first.length === 0) return 0;
  const turned = first.filter((letter, index) => letter !== second[index]).length / 2;
  const jaro = (first.length / one.length + first.length / two.length + (first.length - turned) / first.length) / 3;
  const differs = [0, 1, 2, 3].findIndex((index) => one[index] === undefined || one[index] !== two[index]);
  return jaro + (differs < 0 ? 4 : differs) * 0.1 * (1 - jaro);
}
const shown = (value) => value.toFixed(2);
const bothWays = (measure, one, two) => `${shown(measure(one, two))}/${shown(measure(two, one))}`;
const measures = [
  counted,
  other,
  (one, two) => 1 - wink.string.jaroWinkler(one, two),
  byTypescript,
  bySkyra,
];
let asDescribed = true;
for (const [one, two, expected, typescript, skyra] of [
  ['北路', '四川北路', '0.00/0.00', '0.83/0.00', '0.83/0.83'],
  ['李明', '明李', '0.00/0.00', '0.67/0.67', '0.83/0.83'],
  ['MARTHA', 'MARHTA', '0.96/0.96', '0.96/0.96', '0.96/0.96'],
  ['DIXON', 'DICKSONX', '0.81/0.81', '0.81/0.81', '0.81/0.81'],
]) {
  const [hand, first, second, ...seen] = measures.map((measure) => bothWays(measure, one, two));
  console.log(`${one} and ${two}, both ways: expected ${hand} (others: ${first}, ${second}), seen ${seen.join(' and ')}`);
  asDescribed &&= [hand, first, second].every((value) => value === expected) && seen.join(' ') === `${typescript} ${skyra}`;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
