#!/usr/bin/env bash
# mann-whitney-utest 1.0.5 and @tainakanchu/mann-whitney-utest 1.1.0: one value against
# one is a significant difference, and forty against forty far apart is none.
#
# Expected: significant() holds U against a critical value, says the README, if only an
#   approximate one. The smaller U is significant when it is at most the critical value of
#   U for the two sizes: 127 for 20 and 20 at 5 % on both sides; up to 3 and 3 there is
#   none: even the clearest order comes about by chance once in ten times or more.
# Seen: the smaller U is held against z, the distance from its mean in standard
#   deviations, which is another thing: z is 1 to 10, U up to half the product of the
#   sizes. So any two small groups that do not mingle are significant, and of large ones
#   only such as hardly touch. U itself and z are right, so the README's example is.
# Second opinions, run below: all orders counted by hand (no approximation), and
#   @stdlib/stats-kruskal-test 0.2.3, which for two groups is the same test.
# Source: found by holding the function against counted probabilities, then run here.
# Our field: whether reports of one street wait longer than those of another, or whether
#   a new way of working shortened the wait: with many reports nothing ever shows, with
#   two a side everything does.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  mann-whitney-utest@1.0.5 @tainakanchu/mann-whitney-utest@1.1.0 \
  @stdlib/stats-kruskal-test@0.2.3

cat >look.mjs <<'JS'
import kruskal from '@stdlib/stats-kruskal-test';
import fork from '@tainakanchu/mann-whitney-utest';
import original from 'mann-whitney-utest';

/** How probable a U as small as this or smaller is on either side, by counting all orders. */
function probability(u, one, two) {
  const known = new Map();
  // In how many orders of so many and so many does the first group win so many pairs?
  const count = (first, second, wins) => {
    if (wins < 0) return 0;
    if (first === 0 || second === 0) return wins === 0 ? 1 : 0;
    const key = `${first} ${second} ${wins}`;
    if (!known.has(key)) known.set(key, count(first - 1, second, wins - second) + count(first, second - 1, wins));
    return known.get(key);
  };
  let [below, all] = [0, 0];
  for (let wins = 0; wins <= one * two; wins += 1) {
    all += count(one, two, wins);
    if (wins === Math.floor(u)) below = all;
  }
  return Math.min(1, (2 * below) / all);
}
const days = (length, shift) => Array.from({ length }, (_, index) => index + 1 + shift);
const cases = [
  ['1 and 1', days(1, 0), days(1, 1), 0, true],
  ['2 and 2', days(2, 0), days(2, 2), 0, true],
  ['20 and 20', days(20, 0), days(20, 10.5), 45, false],
  ['40 and 40', days(40, 0), days(40, 20.5), 190, false],
];
let asDescribed = true;
for (const [name, one, two, smaller, described] of cases) {
  const seen = [original, fork].map((library) => library.significant(library.test([one, two]), [one, two]));
  const least = Math.min(...original.test([one, two]));
  const counted = probability(least, one.length, two.length);
  const other = kruskal(one, two).pValue;
  const expected = counted < 0.05;
  console.log(`${name}: U ${least}, p ${counted.toPrecision(3)} (Kruskal-Wallis ${other.toPrecision(3)})`);
  console.log(`  expected: ${expected}  seen: ${seen.join(', ')}`);
  asDescribed &&=
    least === smaller &&
    expected === other < 0.05 &&
    expected !== described &&
    seen.every((found) => found === described);
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
