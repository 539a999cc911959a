#!/usr/bin/env bash
# three-way-merge 0.1.0: where both leave out the same line, a line that only one of them
# keeps stands twice in the merged text, and the merge says that there is no conflict.
#
# Expected: of three articles both take out the first, and one takes out the third as
#   well. What is left is the second. The README compares the library with git merge.
# Seen: article two, article two again, and article three, which was taken out; with
#   isSuccess() true. With left and right the other way round the third is there, too,
#   without a word. Of 20,000 small texts with two edits a side 632 had a line too many.
# Second opinion, run below: node-diff3 3.2.1 (and so it is with git merge-file).
# Source: found by comparing four merges on generated texts, then run here. Issue 3 of
#   its repository has a word that stands twice where both wrote the same word.
# Our field: two people edit the draft of an agreement, and both leave out what was
#   talked over at the meeting; the text to be signed then has an article twice and one
#   that was taken out. The texts are split by lines here, as the option allows: the
#   library's own split by words takes a Chinese sentence as one word.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  three-way-merge@0.1.0 node-diff3@3.2.1

cat >look.mjs <<'JS'
import { createRequire } from 'node:module';
import { diff3Merge } from 'node-diff3';

const merge = createRequire(import.meta.url)('three-way-merge').default;
const lines = (...texts) => texts.map((text) => `${text}\n`).join('');
const splitFunction = (text) => text.split(/(?<=\n)/);

const base = lines('第一条 早晨扫地', '第二条 每户三十元', '第三条 账目公布');
const left = lines('第二条 每户三十元', '第三条 账目公布');
const right = lines('第二条 每户三十元');

/** The merged lines, or that there is a conflict. */
function seenOf(one, two) {
  const merged = merge(one, base, two, { splitFunction });
  return merged.isSuccess() ? merged.joinedResults() : 'a conflict';
}
const parts = diff3Merge(splitFunction(left), splitFunction(base), splitFunction(right));
const expected = parts.every((part) => part.ok) ? parts.flatMap((part) => part.ok).join('') : 'a conflict';
const seen = seenOf(left, right);
const turned = seenOf(right, left);
console.log(`expected:\n${expected}seen:\n${seen}seen, sides exchanged:\n${turned}`);
const asDescribed =
  expected === right &&
  seen === lines('第二条 每户三十元', '第二条 每户三十元', '第三条 账目公布') &&
  turned === left;
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
