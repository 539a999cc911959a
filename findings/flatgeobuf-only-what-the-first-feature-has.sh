#!/usr/bin/env bash
# flatgeobuf 4.5.0: what the first feature does not have, no feature has; and where the
# first has true or a number, a text in a later one is false or nothing.
#
# Expected: features of a GeoJSON collection have properties of their own (RFC 7946, 3.2:
#   "any JSON object"), and come back from the file as they were. In the format itself
#   each feature may even have columns of its own (feature.fbs, columns); a writer must
#   only look at all of them, or say that it does not.
# Seen: geojson.serialize takes names and types of columns from the first feature. With
#   a place without remark in the first row all remarks are gone; a number in the first
#   row makes nothing of "约30", true makes "待查" false. With the remark in the first
#   row all is there. No error, no warning, and no such condition in the README.
# Second opinion, run below: geobuf 4.0.0 gives back all of it.
# Source: found by writing and reading back the same features with four libraries, then
#   run here. Features of one kind, all with all properties, pass every test.
# Our field: places of works or of trees are given as open data and drawn from such
#   files; a property that only some have (a remark, a date of completion) is the rule,
#   and who sorts by urgency puts other places first.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  flatgeobuf@4.5.0 geobuf@4.0.0 pbf@4.0.1

cat >look.mjs <<'JS'
import { geojson } from 'flatgeobuf';
import { decode, encode } from 'geobuf';
import Pbf from 'pbf';

/** Points with these properties, in a row. */
const collection = (rows) => ({
  type: 'FeatureCollection',
  features: rows.map((properties, index) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [112.2 + index / 100, 30.3] },
  })),
});
/** The properties after writing and reading, in the order of the points. */
function told(features) {
  const inOrder = features.toSorted((a, b) => a.geometry.coordinates[0] - b.geometry.coordinates[0]);
  return JSON.stringify(inOrder.map((feature) => feature.properties));
}
async function byFlatGeobuf(rows) {
  const features = [];
  for await (const feature of geojson.deserialize(geojson.serialize(collection(rows)))) features.push(feature);
  return told(features);
}
const byGeobuf = (rows) => told(decode(new Pbf(encode(collection(rows), new Pbf()))).features);

const cases = [
  [
    [{ name: '路灯' }, { name: '井盖', remark: '危险，先修' }],
    [{ name: '路灯' }, { name: '井盖' }],
  ],
  [
    [{ metres: 12 }, { metres: '约30' }],
    [{ metres: 12 }, { metres: null }],
  ],
  [
    [{ done: true }, { done: '待查' }],
    [{ done: true }, { done: false }],
  ],
  [
    [{ name: '井盖', remark: '危险，先修' }, { name: '路灯' }],
    [
      { name: '井盖', remark: '危险，先修' },
      { name: '路灯', remark: '' },
    ],
  ],
];
let asDescribed = true;
for (const [rows, described] of cases) {
  const seen = await byFlatGeobuf(rows);
  console.log(`expected: ${JSON.stringify(rows)}\nseen:     ${seen}`);
  asDescribed &&= byGeobuf(rows) === JSON.stringify(rows) && seen === JSON.stringify(described);
}
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
