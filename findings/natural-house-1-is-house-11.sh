#!/usr/bin/env bash
# natural 8.1.1: between house 1 and house 11 the Damerau-Levenshtein distance is 0, and from
# house 11 to house 1 it is 1.
#
# Expected: 1, either way: one figure more. The comment above the function says that it
#   counts the insertions, deletions, substitutions and transpositions that turn one text
#   into the other, and only of equal texts is that none; with transpositions there are never
#   more than without, and never fewer than the lengths differ by.
# Seen: a character that has just been met stands in its own way: the table of the last rows
#   has the row at work in it, so that the transposition of a character with itself takes
#   place between one row and none, and is paid for with minus one. A figure that repeats is
#   put in for nothing. Texts that have no character twice are right,
#   and so are LevenshteinDistance and the restricted form of the same function.
# Second opinions, run below: talisman 1.1.4 and damerau-levenshtein 1.0.8, and the function
#   itself with { restricted: true }.
# Source: found by holding seventeen libraries against counting, then read and run here. Issue
#   757 of its repository, for which pull request 778 (June 2026, open) has a remedy.
# Our field: reports of the same place are put together by the distance of their addresses, as
#   are names in a register; nothing is nearer than 0, so the house next door but nine gets them.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  natural@8.1.1 talisman@1.1.4 damerau-levenshtein@1.0.8

cat >look.cjs <<'JS'
const other = require('damerau-levenshtein');
const talisman = require('talisman/metrics/damerau-levenshtein');
const natural = require('natural');

const unrestricted = talisman.default ?? talisman;
let asDescribed = true;
for (const [one, two, expected, described] of [
  ['新华路1', '新华路11', 1, 0],
  ['新华路11', '新华路1', 1, 1],
  ['新华路1', '新华路111', 2, 1],
  ['新华路1', '新华路12', 1, 1],
  ['11弄', '111弄', 1, 0],
  ['新华路', '华新路', 1, 1],
]) {
  const seen = natural.DamerauLevenshteinDistance(one, two);
  const plain = natural.LevenshteinDistance(one, two);
  const restricted = natural.DamerauLevenshteinDistance(one, two, { restricted: true });
  const others = [unrestricted(one, two), other(one, two).steps, restricted];
  console.log(`${one} to ${two}: expected ${expected} (others: ${others.join(', ')}; without transpositions ${plain}), seen ${seen}`);
  asDescribed &&= others.every((value) => value === expected) && plain >= expected && seen === described;
}

// Every two of the houses 1 to 299 of a street: how many different ones are at distance 0?
const houses = Array.from({ length: 299 }, (_, index) => `新华路${index + 1}`);
const at0 = (distance) =>
  houses.flatMap((one) => houses.filter((two) => one !== two && distance(one, two) <= 0)).length;
const [seen, expected] = [natural.DamerauLevenshteinDistance, unrestricted].map(at0);
console.log(`pairs of different houses at distance 0: expected ${expected}, seen ${seen}`);
process.exit(asDescribed && expected === 0 && seen > 0 ? 0 : 1);
JS
DOTENV_CONFIG_QUIET=true node look.cjs
