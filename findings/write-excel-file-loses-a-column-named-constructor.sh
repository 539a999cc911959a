#!/usr/bin/env bash
# write-excel-file 4.1.1: a cell that says "constructor" (or toString, valueOf, …) makes
# a workbook that another library cannot read, for that cell points at no text at all.
#
# Expected: any text of a cell comes back from the file as it was written.
# Seen: the writer keeps texts that it has met by themselves, and takes a word that
#   every object knows for one that it has met: the cell has no number of a text. It
#   raises no error; exceljs 4.4.0 cannot read any cell of the file and raises one.
# Second opinion, run below: exceljs 4.4.0 writes the same table, and reads it back whole.
# Source: found by a property test (any text is read back as written), then run here.
# Our field: registers of public works in English have a column "constructor" beside
#   "owner" and "supervisor"; the table that is exported can be read by no such program.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact write-excel-file@4.1.1 exceljs@4.4.0

cat >look.mjs <<'JS'
import ExcelJS from 'exceljs';
import writeXlsxFile from 'write-excel-file/node';

const header = ['owner', 'constructor', 'supervisor'];
async function read(bytes) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  return header.map((_, at) => book.worksheets[0].getCell(1, at + 1).value);
}
const written = await writeXlsxFile([header.map((value) => ({ value, type: String }))]).toBuffer();
const other = new ExcelJS.Workbook();
other.addWorksheet('1').addRow(header);
const seen = await read(written).catch((error) => [`error: ${error.message}`]);
const expected = await read(await other.xlsx.writeBuffer());
console.log(`expected: ${JSON.stringify(expected)}\nseen:     ${JSON.stringify(seen)}`);
const asDescribed = expected.join() === header.join() && seen.length === 1 && seen[0].startsWith('error: ');
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
