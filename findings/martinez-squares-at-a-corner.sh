#!/usr/bin/env bash
# martinez-polygon-clipping 0.8.1: two squares that meet at one corner become a
# single ring that crosses itself, and its area is nothing.
#
# Expected: the union of two plots that share one point only is a MultiPolygon of
#   two rings. The package returns GeoJSON coordinates, and a ring of a valid
#   polygon does not cross itself (OGC Simple Features 6.1.11; RFC 7946, 3.1.6 asks
#   for outer rings counterclockwise, which a figure of eight cannot be).
# Seen: with the second square to the south-east one ring in the shape of an 8 whose
#   halves turn against each other, so @turf/area finds 0 or a few square metres
#   for 214 hectares. With the second square to the north-east the result is right:
#   it depends on the direction, and area minus overlap no longer adds up.
# Second opinions, run below: polygon-clipping 0.15.7 and polyclip-ts 0.16.8.
# Source: found by comparing unions of generated rectangles, then run here.
# Our field: communities of a grid meet at corners; areas merged for a ballot or a
#   map are measured (residents by hectare) and drawn by libraries that go by the
#   direction of rings.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  martinez-polygon-clipping@0.8.1 polygon-clipping@0.15.7 polyclip-ts@0.16.8 \
  @turf/area@7.4.0

cat >look.mjs <<'JS'
import * as martinez from 'martinez-polygon-clipping';
import polygonClipping from 'polygon-clipping';
import * as polyclip from 'polyclip-ts';
import { area } from '@turf/area';

/** A square of 0.01 degrees, counterclockwise. */
function square(west, south) {
  const [east, north] = [west + 1, south + 1];
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return [corners.map(([x, y]) => [x / 100, y / 100])];
}

/** How many polygons a union has, and its hectares. */
function told(library, first, second) {
  const coordinates = library.union(first, second);
  const hectares = Math.round(area({ type: 'MultiPolygon', coordinates }) / 1e4);
  return `${coordinates.length} polygons, ${hectares} ha`;
}

const middle = square(11200, 3000);
const southEast = square(11201, 2999);
const northEast = square(11201, 3001);
const expected = told(polygonClipping, middle, southEast);
const other = told(polyclip, middle, southEast);
const seen = told(martinez, middle, southEast);
const elsewhere = told(martinez, middle, northEast);
console.log('expected:', expected);
console.log('seen:', seen);
console.log('to the north-east:', elsewhere);
const asDescribed =
  expected === other &&
  expected === '2 polygons, 214 ha' &&
  seen === '1 polygons, 0 ha' &&
  elsewhere === '2 polygons, 214 ha';
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
