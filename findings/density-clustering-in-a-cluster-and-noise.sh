#!/usr/bin/env bash
# density-clustering 1.3.0 and @cdxoo/dbscan 1.1.1: nine of twenty-three reports stand in a
# cluster and among the noise as well, and how many do depends on the order.
#
# Expected: DBSCAN (Ester, Kriegel, Sander and Xu 1996) parts the points into clusters and
#   noise; a point first taken for noise that turns out to lie about one with enough
#   neighbours belongs to that cluster and is noise no longer. So each point stands in one
#   list, and the lists together have as many as there are points.
# Seen: what was put among the noise stays there when it is put into a cluster. Of three
#   places with seven reports each and two strays, 11 of 23 are noise when three of each
#   place come before the one in the middle; when that comes first only the strays are.
#   The clusters are right both times. The examples of the READMEs, when run, give none to both.
# Second opinions, run below: @turf/clusters-dbscan 7.4.0, and counting by hand.
# Source: found by adding up both lists over generated points, then run here. For
#   density-clustering it is issue 18 of its repository (2025, open).
# Our field: reports that belong to no clump are answered one by one, those of a clump
#   together. Here some are answered twice, and the share of scattered ones that is printed
#   depends on how the list was sorted.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  density-clustering@1.3.0 @cdxoo/dbscan@1.1.1 @turf/clusters-dbscan@7.4.0 @turf/helpers@7.4.0

cat >look.mjs <<'JS'
import dbscan from '@cdxoo/dbscan';
import { clustersDbscan } from '@turf/clusters-dbscan';
import { featureCollection, point } from '@turf/helpers';
import clustering from 'density-clustering';

const reach = 30;
const least = 5;
const between = (one, two) => Math.hypot(one[0] - two[0], one[1] - two[1]);
/** Six reports 25 m about a corner, of which only the corner has enough neighbours. */
const around = ([x, y]) =>
  [0, 60, 120, 180, 240, 300].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return [x + Math.round(25 * Math.cos(angle)), y + Math.round(25 * Math.sin(angle))];
  });
const corners = [
  [0, 0],
  [400, 0],
  [0, 400],
];
const strays = [
  [200, 200],
  [400, 400],
];
/** Three of the six come before the corner, or none. */
const reports = (before) => [
  ...corners.flatMap((corner) => [...around(corner).slice(0, before), corner, ...around(corner).slice(before)]),
  ...strays,
];

/** How many are noise: within reach of none that has enough within reach. */
function byHand(points) {
  const enough = points.filter((one) => points.filter((two) => between(one, two) <= reach).length >= least);
  return points.filter((one) => enough.every((two) => between(one, two) > reach)).length;
}
/** The same by Turf, in degrees at the equator. */
function byTurf(points) {
  const degree = 6_371_008.8 * (Math.PI / 180);
  const all = featureCollection(points.map(([x, y]) => point([x / degree, y / degree])));
  const { features } = clustersDbscan(all, reach / 1000, { minPoints: least });
  return features.filter(({ properties }) => properties.dbscan === 'noise').length;
}
const libraries = {
  'density-clustering': (points) => {
    const scan = new clustering.DBSCAN();
    return { clusters: scan.run(points, reach, least), noise: scan.noise };
  },
  '@cdxoo/dbscan': (points) =>
    dbscan({
      dataset: points,
      epsilon: reach,
      epsilonCompare: (distance, epsilon) => distance <= epsilon,
      distanceFunction: between,
      minimumPoints: least,
    }),
};
let asDescribed = true;
for (const [before, twice] of [
  [0, 0],
  [3, 9],
]) {
  const points = reports(before);
  const expected = byHand(points);
  console.log(`${points.length} reports, ${before} before each corner: expected noise ${expected} (Turf: ${byTurf(points)})`);
  asDescribed &&= points.length === 23 && expected === 2 && byTurf(points) === 2;
  for (const [name, scan] of Object.entries(libraries)) {
    const { clusters, noise } = scan(points);
    const inClusters = new Set(clusters.flat());
    const inBoth = noise.filter((index) => inClusters.has(index)).length;
    console.log(`  ${name}: ${inClusters.size} in clusters, ${noise.length} noise, ${inBoth} in both`);
    asDescribed &&= clusters.length === 3 && inClusters.size === 21 && noise.length === 2 + twice && inBoth === twice;
  }
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
