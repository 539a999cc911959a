#!/usr/bin/env bash
# @maphubs/tokml 0.6.1 and @fulcrumapp/tokml 0.7.1: where there was no report the number of
# reports is left blank, and what is not repaired is neither yes nor no.
#
# Expected: each property of a GeoJSON feature becomes a Data element of ExtendedData with
#   its value as text (OGC KML 2.3); 0 and false are values like others, only null is none.
#   Both are forks of tokml, and their README is that of tokml.
# Seen: 0 and false are written as an empty value, as null and an empty text are, and nobody
#   can tell the four apart any more. Read back, the place with 0 reports has "". 12, true,
#   "0" and -1 are right, so a file with some reports everywhere passes.
# Second opinions, run below: tokml 0.4.0, from which both were taken, and @placemarkio/tokml
#   0.3.9; @tmcw/togeojson 7.1.3 reads all of them back.
# Source: found by taking generated features there and back, then run here.
# Our field: in which grids nothing was reported this month, and what is not yet repaired
#   (false), is what such a map is for. In the file that the next office opens it is blank,
#   as if nobody had counted.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @maphubs/tokml@0.6.1 @fulcrumapp/tokml@0.7.1 tokml@0.4.0 @placemarkio/tokml@0.3.9 \
  @tmcw/togeojson@7.1.3 @xmldom/xmldom@0.9.8

cat >look.mjs <<'JS'
import fulcrum from '@fulcrumapp/tokml';
import maphubs from '@maphubs/tokml';
import { toKML } from '@placemarkio/tokml';
import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import tokml from 'tokml';

const values = { reports: 0, repaired: false, houses: 12, asked: true, written: '0', change: -1 };
const grids = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: values, geometry: { type: 'Point', coordinates: [112.24, 30.33] } }],
};
const told = (properties) =>
  Object.keys(values)
    .map((key) => `${key} "${properties[key]}"`)
    .join(', ');
const readBack = (text) => told(kml(new DOMParser().parseFromString(text, 'text/xml')).features[0].properties);

const expected = told(values);
const described = told({ ...values, reports: '', repaired: '' });
console.log(`expected: ${expected}`);
let asDescribed = true;
for (const [library, text, right] of [
  ['tokml', tokml(grids), true],
  ['@placemarkio/tokml', toKML(grids), true],
  ['@maphubs/tokml', maphubs(grids), false],
  ['@fulcrumapp/tokml', fulcrum(grids), false],
]) {
  const seen = readBack(text);
  console.log(`${library}: ${seen}`);
  asDescribed &&= seen === (right ? expected : described);
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
