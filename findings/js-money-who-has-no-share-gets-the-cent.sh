#!/usr/bin/env bash
# js-money 0.6.3: of ten cents in shares of 0, 5 and 3 the one without a share gets a cent.
#
# Expected: nothing for a share of 0. allocate "will divide the funds based on the ratio
#   without loosing any pennies" (README): what is left over after rounding down goes to some
#   of those who have a share. Of 10 in 5 and 3 are 6.25 and 3.75: 6 and 4.
# Seen: what is left over is given out from the front of the list, a cent to each, whatever the
#   share: 1, 6, 3. A share of 0 at the front gets a cent of nearly every sum, one at the end
#   never any, so the examples, without zeros, and a test with [50, 50, 0] are right. The sum
#   is always right.
# Second opinions, run below: dinero.js 2.0.2, and the method of the largest remainder by hand.
# Source: found by holding two libraries against exact shares, then run here. Pull request 5
#   of its repository (2015, closed) has a remedy.
# Our field: a common fund is paid out in the shares of the households; those who are not
#   entitled this year stand in the list with 0. They get a cent, have to be booked, told and
#   asked for an account, and one who is entitled lacks it.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact js-money@0.6.3 dinero.js@2.0.2

cat >look.mjs <<'JS'
import * as dinero from 'dinero.js';
import { createRequire } from 'node:module';

const Money = createRequire(import.meta.url)('js-money');
const currency = { code: 'EUR', base: 10, exponent: 2 };
const byMoney = (cents, shares) => new Money(cents, 'EUR').allocate(shares).map(({ amount }) => amount);
const byDinero = (cents, shares) =>
  dinero.allocate(dinero.dinero({ amount: cents, currency }), shares).map((part) => dinero.toSnapshot(part).amount);
function byHand(cents, shares) {
  const all = shares.reduce((sum, share) => sum + share);
  const parts = shares.map((share) => Math.floor((cents * share) / all));
  const left = cents - parts.reduce((sum, part) => sum + part);
  const order = shares.map((_, index) => index).sort((one, two) => ((cents * shares[two]) % all) - ((cents * shares[one]) % all));
  for (const index of order.slice(0, left)) parts[index] += 1;
  return parts;
}
let asDescribed = true;
for (const [cents, shares, described] of [
  [10, [0, 5, 3], '1 6 3'],
  [100, [0, 1, 1, 1], '1 33 33 33'],
  [1000, [1, 1, 1, 0], '334 333 333 0'],
  [500, [70, 30], '350 150'],
]) {
  const [expected, other, seen] = [byHand, byDinero, byMoney].map((allocate) => allocate(cents, shares).join(' '));
  console.log(`${cents} in ${shares.join(', ')}: expected ${expected} (dinero.js: ${other}), seen ${seen}`);
  const nothing = shares.flatMap((share, index) => (share === 0 ? [index] : []));
  asDescribed &&= nothing.every((index) => [expected, other].every((parts) => parts.split(' ')[index] === '0')) && seen === described;
}

// A household without a share, at the front of twelve with one each: of which sums does it get something?
const fund = [0, ...Array.from({ length: 12 }, () => 1)];
const sums = Array.from({ length: 1200 }, (_, index) => index + 1);
const paid = (allocate) => sums.filter((cents) => allocate(cents, fund)[0] > 0).length;
const [expected, other, seen] = [byHand, byDinero, byMoney].map(paid);
console.log(`of 1,200 sums something for no share: expected ${expected} (dinero.js: ${other}), seen ${seen}`);
process.exit(asDescribed && expected === 0 && other === 0 && seen === 1100 ? 0 : 1);
JS
node look.mjs
