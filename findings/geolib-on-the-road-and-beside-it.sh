#!/usr/bin/env bash
# geolib 3.3.14: a lamp on the road is 28 m from it, and one 10 m beside the road 0 m.
#
# Expected: getDistanceFromLine gives the shortest distance from a point to a line, with
#   an accuracy of one metre where nothing else is said. Every point of a stretch along
#   a parallel of latitude is on it for this purpose (1 km bulges by less than 3 cm).
# Seen: the three sides of the triangle are rounded to whole metres before the angle is
#   taken from them, and near 0 the angle goes with the root of that error: on stretches
#   of 1 and 2 km points on the line are up to 28 m away, and points 10 m beside it are
#   on it. isPointNearLine goes by the same number. The README speaks of NaN where
#   points are too close together, not of distances that are wrong.
# Second opinions, run below: @turf/point-to-line-distance 7.4.0, and the sum by hand on
#   a flat map. With an accuracy of 1e-6 geolib is right itself.
# Source: found by comparing distances of generated points, then run here. Issues 227
#   and 298 of its repository are about NaN.
# Our field: reports are given to a road's keeper by being within so many metres of it,
#   and to the right one of two roads by the smaller distance.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  geolib@3.3.14 @turf/point-to-line-distance@7.4.0 @turf/helpers@7.4.0

cat >look.mjs <<'JS'
import { getDistanceFromLine, isPointNearLine } from 'geolib';
import { lineString, point } from '@turf/helpers';
import { pointToLineDistance } from '@turf/point-to-line-distance';

const metresOfDegree = (6_378_137 * Math.PI) / 180;
const start = [112.2, 30.3];

/** The distances of a point so far along the road (of so many degrees) and so many metres beside it. */
function distances([length, share, beside]) {
  const end = [start[0] + length, start[1]];
  const at = [start[0] + length * share, start[1] + beside / metresOfDegree];
  const [where, from, to] = [at, start, end].map(([longitude, latitude]) => ({ longitude, latitude }));
  return {
    seen: getDistanceFromLine(where, from, to),
    fine: getDistanceFromLine(where, from, to, 1e-6),
    near: isPointNearLine(where, from, to, 15),
    other: pointToLineDistance(point(at), lineString([start, end]), { units: 'meters' }),
    hand: beside,
  };
}
const cases = [
  [[0.02, 0.3, 0], 28, false],
  [[0.01, 0.5, 0], 22, false],
  [[0.005, 0.35, 10], 0, true],
  [[0.02, 0.45, 20], 0, true],
];
let asDescribed = true;
for (const [given, described, near] of cases) {
  const found = distances(given);
  console.log(`expected: ${found.hand} m (turf ${found.other.toFixed(1)})`);
  console.log(`  seen:   ${found.seen.toFixed(1)} m, within 15 m: ${found.near}`);
  asDescribed &&=
    Math.round(found.seen) === described &&
    found.near === near &&
    Math.abs(found.other - found.hand) < 0.1 &&
    Math.abs(found.fine - found.hand) < 1;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
