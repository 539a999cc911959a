#!/usr/bin/env bash
# cmpstr 3.3.0: the South Road's school is the North Road's as soon as one of the two was
# asked for, and of the opinions of two years those of the second are taken for the first's.
#
# Expected: by the README an established measure: one less the edits by the length. What is
#   closest to 东北路小学旁 is 东北路小学 (one of six to edit, 0.83), not 东南路小学 (two,
#   0.67), in whatever order they stand. The documentation of its types calls the hash by
#   which results are kept one with a low rate of collisions.
# Seen: what lies under the hashes of both texts is handed out without a look at the texts.
#   Four characters are put together at once, each moved by 8 bits as if it had no more, so
#   Chinese ones, which have 16, cover each other; and what comes out is multiplied as
#   fractions are, not within 32 bits, and loses its end. 东南路小学 and 东北路小学 have one
#   hash; whichever is looked at first answers for both. A first comparison is always right,
#   and a test of a few English words is, too.
# Second opinions, run below: fastest-levenshtein 1.0.16, and cmpstr in the other order.
# Source: found by holding similarities of many texts against counting, then read and run here.
# Our field: a new report is held against those that are there, and the closest is shown to
#   the writer. Of two roads the one that stands first in the list is always it.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  cmpstr@3.3.0 fastest-levenshtein@1.0.16

cat >look.cjs <<'JS'
const { execFileSync } = require('node:child_process');
const { CmpStr } = require('cmpstr');
const { distance } = require('fastest-levenshtein');

const counted = (one, two) => 1 - distance(one, two) / Math.max(one.length, two.length);
const rounded = (value) => value.toFixed(2);
const [, , given] = process.argv;
if (given) {
  // A process of its own for each list, so that nothing is kept from the one before.
  const { asked, texts } = JSON.parse(given);
  const compare = CmpStr.create().setMetric('levenshtein');
  const seen = compare.batchTest(texts, asked).map(({ match }) => match);
  const [{ source }] = compare.closest(texts, asked, 1);
  console.log(JSON.stringify({ seen, source }));
  process.exit();
}
const byCmpstr = (asked, texts) =>
  JSON.parse(execFileSync(process.execPath, [__filename, JSON.stringify({ asked, texts })], { encoding: 'utf8' }));

const asked = '东北路小学旁';
let asDescribed = true;
for (const [texts, described] of [
  [['东北路小学', '东南路小学'], '0.83 0.83 东北路小学'],
  [['东南路小学', '东北路小学'], '0.67 0.67 东南路小学'],
  [['东南路小学'], '0.67 东南路小学'],
]) {
  const values = texts.map((text) => counted(asked, text));
  const expected = [...values.map(rounded), texts[values.indexOf(Math.max(...values))]].join(' ');
  const { seen, source } = byCmpstr(asked, texts);
  const shown = [...seen.map(rounded), source].join(' ');
  console.log(`${texts.join(', ')}: expected ${expected}, seen ${shown}`);
  asDescribed &&= shown === described && (texts.length === 1) === (shown === expected);
}

// Numbered opinions, the first of two years, held against one of the first year.
const question = '编号00000的提案';
const year = (first) => Array.from({ length: 1000 }, (_, index) => `编号${String(first + index).padStart(5, '0')}的意见`);
const opinions = [...year(0), ...year(10_000)];
const { seen } = byCmpstr(question, opinions);
const wrong = opinions.filter((opinion, index) => Math.abs(seen[index] - counted(question, opinion)) > 1e-9);
console.log(`2,000 opinions held against ${question}: expected 0 wrong, seen ${wrong.length} (${wrong[0]}, …)`);
asDescribed &&= wrong.length === 1000 && wrong[0] === '编号10000的意见';
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
