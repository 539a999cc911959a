#!/usr/bin/env bash
# sdbscan 0.3.3: seven reports close together are one cluster or none, by the order in which
# they lie.
#
# Expected: in DBSCAN (Ester, Kriegel, Sander and Xu 1996) a point with enough points about
#   it begins a cluster, and all points about it belong to it; whether a point has enough
#   depends on no order, nor does it which points are in a cluster at all and which are
#   noise. Only which of two clusters a point on the edge of both goes to may. "min" is
#   the least size of a region, says the README, the point itself counted.
# Seen: whoever has been looked at already is no neighbour of those who come after. Of a
#   street corner with six reports around it, of which it alone has five or more within
#   30 m, all seven are a cluster when its report comes first; when it comes third only it
#   and the four after it are, and from the fourth place on all seven are noise. The
#   README's example is right: in a row each finds enough among those to come.
# Second opinions, run below: @turf/clusters-dbscan 7.4.0, and counting by hand.
# Source: found by turning generated points round, then read and run here.
# Our field: where reports of potholes or of dumped rubbish lie close together somebody is
#   sent to look. They come by time, and the middle of it is seldom reported first.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  sdbscan@0.3.3 @turf/clusters-dbscan@7.4.0 @turf/helpers@7.4.0

cat >look.mjs <<'JS'
import { clustersDbscan } from '@turf/clusters-dbscan';
import { featureCollection, point } from '@turf/helpers';
import sdbscan from 'sdbscan';

// Metres about a corner: 25 m away along three streets that cross, each 25 m from its neighbours.
const corner = [0, 0];
const around = [0, 60, 120, 180, 240, 300].map((degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.round(25 * Math.cos(angle)), Math.round(25 * Math.sin(angle))];
});
const reach = 30;
const least = 5;

/** How many are in clusters by the definition: within reach of one that has enough within reach. */
function byHand(reports) {
  const near = (one, two) => Math.hypot(one[0] - two[0], one[1] - two[1]) <= reach;
  const enough = reports.filter((one) => reports.filter((two) => near(one, two)).length >= least);
  return reports.filter((one) => enough.some((two) => near(one, two))).length;
}
/** The same by Turf, whose points are degrees: at the equator, where a metre is one both ways. */
function byTurf(reports) {
  const degree = 6_371_008.8 * (Math.PI / 180);
  const points = featureCollection(reports.map(([x, y]) => point([x / degree, y / degree])));
  const { features } = clustersDbscan(points, reach / 1000, { minPoints: least });
  return features.filter(({ properties }) => properties.dbscan !== 'noise').length;
}
function bySdbscan(reports) {
  const { clusters, noise } = sdbscan(reports, reach, least);
  const inClusters = clusters.reduce((sum, { data }) => sum + data.length, 0);
  return inClusters + noise.length === reports.length ? inClusters : undefined;
}
let asDescribed = true;
for (const [place, described] of [
  [0, 7],
  [2, 5],
  [3, 0],
  [6, 0],
]) {
  const reports = [...around.slice(0, place), corner, ...around.slice(place)];
  const expected = byHand(reports);
  const other = byTurf(reports);
  const seen = bySdbscan(reports);
  console.log(`the corner as number ${place + 1}: expected ${expected} in a cluster (Turf: ${other}), seen ${seen}`);
  asDescribed &&= expected === 7 && other === 7 && seen === described;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
