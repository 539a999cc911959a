#!/usr/bin/env bash
# minimongo 7.1.1: who has told no age is under eighteen, and a place whose repair has no date
# was repaired before any day.
#
# Expected: of those who have told one. The README calls it a clone of MongoDB and names $lt,
#   $lte, $gt and $gte; in MongoDB's manual (Comparison Query Predicate Operators) these
#   match only values of the type that is asked for: { age: { $lt: 18 } } means that age is a
#   number, and that it is less than 18. A missing field and null are no numbers.
# Seen: all values are put into one order, in which nothing is less than every number and every
#   number less than every text. Whoever is missing the field, or has null in it, is found by
#   each $lt and $lte, and numbers by $lt with a text. $gt is right for what is missing, and
#   collections where every document has the field, of one type, as in the examples, are too.
# Second opinions, run below: mingo 7.2.6 and sift 17.1.3.
# Source: found by running some thirty selectors in both, then read and run here. The code
#   says that it goes back to Meteor's package of 2014.
# Our field: forms ask for the year of birth and let it open; the list of minors, whose guardians
#   must agree, has all who did not say. In the hybrid use that the README is about, the same
#   question asked on the phone and at the server has two answers.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  minimongo@7.1.1 mingo@7.2.6 sift@17.1.3

cat >look.mjs <<'JS'
import { Query } from 'mingo';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { MemoryDb } = require('minimongo');
const { default: sift } = require('sift');

const people = [
  { _id: 'ann', age: 16, repaired: '2026-03-14' },
  { _id: 'bo', age: 44, repaired: null },
  { _id: 'chen', age: null, repaired: '2026-11-02' },
  { _id: 'dai', repaired: '2025-12-31' },
];
const database = new MemoryDb();
database.addCollection('people');
for (const person of people) {
  await new Promise((resolve, reject) => database.people.upsert(person, resolve, reject));
}
const names = (found) => found.map(({ _id }) => _id).sort().join(', ') || 'none';
const byMinimongo = (selector) =>
  new Promise((resolve, reject) => database.people.find(selector, {}).fetch(resolve, reject));

let asDescribed = true;
for (const [selector, expected, described] of [
  [{ age: { $lt: 18 } }, 'ann', 'ann, chen, dai'],
  [{ age: { $lte: 16 } }, 'ann', 'ann, chen, dai'],
  [{ repaired: { $lt: '2026-01-01' } }, 'dai', 'bo, dai'],
  [{ age: { $lt: '18' } }, 'none', 'ann, bo, chen, dai'],
  [{ age: { $gt: 18 } }, 'bo', 'bo'],
  [{ age: { $exists: true, $ne: null, $lt: 18 } }, 'ann', 'ann'],
]) {
  const query = new Query(selector);
  const mingo = names(people.filter((person) => query.test(person)));
  const other = names(people.filter(sift(selector)));
  const seen = names(await byMinimongo(selector));
  console.log(`${JSON.stringify(selector)}: expected ${expected} (mingo: ${mingo}; sift: ${other}), seen ${seen}`);
  asDescribed &&= mingo === expected && other === expected && seen === described;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
