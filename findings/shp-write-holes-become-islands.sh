#!/usr/bin/env bash
# @mapbox/shp-write 0.4.3: a hole in a polygon becomes an island of its own.
#
# Expected: a GeoJSON polygon with one hole (rings as RFC 7946, 3.1.6 wants them:
#   outer counterclockwise, hole clockwise) comes back as one polygon with one hole.
#   The ESRI Shapefile Technical Description (page 8) wants it the other way round:
#   outer rings clockwise, holes counterclockwise; a writer must turn them. The
#   README lists Polygon and MultiPolygon as supported, without a condition.
# Seen: the rings are written as they come. shapefile 0.6.6, which goes by the
#   description, reads two polygons, the hole first: 100 + 4 instead of 100 - 4.
#   shpjs 6.2.0 guesses by what lies in what, so a round trip with it shows nothing.
#   Rings against RFC 7946 are read rightly by both.
# Source: found by reading one library's files with two others, then run here.
# Our field: planning offices take and give shapefiles; a village inside a town's
#   area, or a park outside a budget's area, is a hole, and falls to the wrong
#   body; a point in the hole counts as inside.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @mapbox/shp-write@0.4.3 shapefile@0.6.6 shpjs@6.2.0 jszip@3.10.2

cat >look.mjs <<'JS'
import JSZip from 'jszip';
import shapefile from 'shapefile';
import shpjs from 'shpjs';
import shpWrite from '@mapbox/shp-write';

const outer = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]];
const hole = [[4, 4], [4, 6], [6, 6], [6, 4], [4, 4]];

/** What polygons a geometry has, each by its number of rings. */
function told(geometry) {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.map((polygon) => polygon.length).join(' + ');
  return `${polygons.length} polygons of ${rings} rings`;
}

/** A polygon written as a shapefile, and read by both libraries. */
async function thereAndBack(coordinates) {
  const feature = {
    type: 'Feature',
    properties: { name: 'area' },
    geometry: { type: 'Polygon', coordinates },
  };
  const packed = await shpWrite.zip(
    { type: 'FeatureCollection', features: [feature] },
    { outputType: 'nodebuffer', compression: 'STORE' },
  );
  const files = await JSZip.loadAsync(packed);
  const part = (end) => files.file(new RegExp(`${end}$`))[0].async('nodebuffer');
  const strict = await shapefile.read(await part('.shp'), await part('.dbf'));
  const guessed = await shpjs(packed);
  return [strict, guessed].map((read) => told(read.features[0].geometry));
}

const [seen, guessed] = await thereAndBack([outer, hole]);
const turned = [outer.toReversed(), hole.toReversed()];
const [expected] = await thereAndBack(turned);
console.log('expected:', expected);
console.log('seen:', seen);
console.log('by a reader that guesses:', guessed);
const asDescribed =
  expected === '1 polygons of 2 rings' &&
  seen === '2 polygons of 1 + 1 rings' &&
  guessed === expected;
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
