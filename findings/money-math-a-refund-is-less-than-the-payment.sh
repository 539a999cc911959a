#!/usr/bin/env bash
# money-math 2.6.3: a sixth of 100.00 is 16.67, and a sixth of -100.00 is -16.65, which is
# neither rounded up nor down; to five cents -1.08 is -1.00.
#
# Expected: by the README amounts may be negative ("-42.10"), and the results of division and of
#   percentages are "rounded to the whole cent". Whichever way a half goes, no result is
#   more than half a cent away, and a sixth of -100.00 is -16.67 (-16.666…).
# Seen: the quotient is cut off towards zero, which for a negative one is too high already, and
#   what is cut off counts as if it were positive, so that a cent is added on top: -16.66 and
#   0.01. Of the negative amounts below 30.00 half of all products and quotients and every
#   percentage that is not even are wrong, by up to two cents; the positive ones are all right,
#   and so are the examples, of which none multiplies or divides a negative amount. Adding
#   and comparing are right.
# Second opinions, run below: big.js 7.0.1, and whole numbers of hundredths reckoned exactly.
# Source: found by holding four libraries for money against exact fractions, then read and run here.
# Our field: what is not used up of a participatory budget is booked back to those who gave it,
#   in shares and with a minus. Each correction is less than what it corrects, and the
#   account never comes out even.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact money-math@2.6.3 big.js@7.0.1

cat >look.cjs <<'JS'
const Big = require('big.js');
const money = require('money-math');

const exact = {
  mul: (one, two) => Big(one).times(two),
  div: (one, two) => Big(one).div(two),
  percent: (one, two) => Big(one).times(two).div(100),
  roundTo5Cents: (one) => Big(Big(one).times(20).toFixed(0)).div(20),
  roundUpTo5Cents: (one) => Big(Big(one).times(20).round(0, Big.roundUp)).div(20),
};
let asDescribed = true;
for (const [name, amounts, described] of [
  ['div', ['100.00', '6.00'], '16.67'],
  ['div', ['-100.00', '6.00'], '-16.65'],
  ['mul', ['0.35', '0.33'], '0.12'],
  ['mul', ['-0.35', '0.33'], '-0.10'],
  ['percent', ['17.50', '13.00'], '2.28'],
  ['percent', ['-17.50', '13.10'], '-2.28'],
  ['roundTo5Cents', ['1.08'], '1.10'],
  ['roundTo5Cents', ['-1.08'], '-1.00'],
]) {
  const expected = exact[name](...amounts);
  const seen = money[name](...amounts);
  console.log(`${name} ${amounts.join(' ')}: expected ${expected.toFixed(2)} (${expected.toFixed(4)}), seen ${seen}`);
  asDescribed &&= seen === described;
}

// Every amount below 30.00, with its sign and without, in both directions from the exact one.
const far = (seen, hundredths, parts) => {
  // Whether 2 * |seen - exact| is more than one cent, in whole numbers.
  const cents = BigInt(seen.replace('.', ''));
  const away = 2n * (cents * parts - hundredths);
  return (away < 0n ? -away : away) > parts;
};
const share = 333n;
for (const [sign, expectedWrong] of [
  ['', false],
  ['-', true],
]) {
  const wrong = { mul: 0, div: 0, percent: 0 };
  for (let cents = 1n; cents < 3000n; cents += 1n) {
    const amount = `${sign}${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
    const value = sign ? -cents : cents;
    if (far(money.mul(amount, '3.33'), value * share, 100n)) wrong.mul += 1;
    if (far(money.div(amount, '3.33'), value * 100n, share)) wrong.div += 1;
    if (far(money.percent(amount, '3.33'), value * share, 10_000n)) wrong.percent += 1;
  }
  console.log(`${sign || '+'} 2,999 amounts by 3.33, more than half a cent away: expected 0, seen ${JSON.stringify(wrong)}`);
  asDescribed &&= Object.values(wrong).every((count) => (expectedWrong ? count > 1400 : count === 0));
}
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
