#!/usr/bin/env bash
# @thi.ng/geom-hull 2.1.223: of a street that runs north-west from the southernmost house
# the far end is left outside the hull.
#
# Expected: the convex hull of some points holds all of them. Of points that lie in line
#   with the first corner the farthest is the one that counts; Graham (1972), after whom
#   the function is named, drops the nearer ones. The README names no points that may not
#   be given, and "STABLE, used in production".
# Seen: points at the same angle from the lowest one are ordered by x from west to east.
#   To the north-east that is from near to far, as it must be; to the north-west it is
#   from far to near, and the near one, which comes last, takes the place of the far one.
#   Of four houses in whole metres one is lost, without a word, and of 2,000 villages on a
#   plan of 10 m seven lose one. The same houses mirrored are right, and so are points
#   without three in line, with which hulls are commonly tested.
# Second opinions, run below: d3-polygon 3.0.2 and convex-hull 1.0.3, and for each house
#   whether it lies to the left of every side.
# Source: found by comparing the areas of eight hulls of generated points, then read and
#   run here.
# Our field: the area that a group of reports or of signatures covers is drawn as a hull,
#   and who is inside is invited. Houses stand in line along a street: here the hull has less
#   than a third of its area, and the household at the end is not asked.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @thi.ng/geom-hull@2.1.223 d3-polygon@3.0.2 convex-hull@1.0.3

cat >look.mjs <<'JS'
import { grahamScan2 } from '@thi.ng/geom-hull';
import chain from 'convex-hull';
import { polygonArea, polygonHull } from 'd3-polygon';

const hulls = [
  ['@thi.ng/geom-hull', (points) => grahamScan2(points)],
  ['d3-polygon', (points) => polygonHull(points)],
  ['convex-hull', (points) => chain(points).map(([from]) => points[from])],
];
// The houses of a street in metres east and north, the southernmost at its foot, and one aside.
const street = [
  [240, 0],
  [200, 40],
  [110, 130],
  [130, 80],
];
const mirrored = street.map(([east, north]) => [300 - east, north]);

const area = (ring) => Math.abs(polygonArea(ring));
/** The points that lie outside a convex ring, whichever way it turns. */
function outside(points, ring) {
  const side = ([x1, y1], [x2, y2], [x, y]) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  const turn = Math.sign(polygonArea(ring)) * -1;
  return points.filter((point) =>
    ring.some((corner, index) => side(corner, ring[(index + 1) % ring.length], point) * turn < 0),
  );
}
/** Villages of 100 houses on a plan of 10 m, always the same ones. */
function villages(number) {
  let state = 20260314;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: number }, () => {
    const houses = Array.from({ length: 100 }, () => [0, 0].map(() => Math.floor(next() * 30) * 10));
    return [...new Map(houses.map((house) => [house.join(), house])).values()];
  });
}

const plans = villages(2000);
let asDescribed = true;
for (const [library, hull] of hulls) {
  const [left, right] = [street, mirrored].map((points) => hull(points));
  const lost = outside(street, left);
  const short = plans.filter((houses) => outside(houses, hull(houses)).length > 0).length;
  console.log(`${library}: north-west ${area(left)} m² (expected 1950), outside ${JSON.stringify(lost)};`);
  console.log(`  mirrored ${area(right)} m²; of 2,000 villages ${short} with a house outside`);
  const whole = library !== '@thi.ng/geom-hull';
  asDescribed &&=
    area(right) === 1950 &&
    outside(mirrored, right).length === 0 &&
    area(left) === (whole ? 1950 : 600) &&
    JSON.stringify(lost) === (whole ? '[]' : '[[110,130]]') &&
    short > 0 !== whole;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
