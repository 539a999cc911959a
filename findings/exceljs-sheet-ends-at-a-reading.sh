#!/usr/bin/env bash
# exceljs 4.4.0: an inline text with a phonetic guide ends the sheet without a word.
#
# Expected: the cell and all cells and rows after it. ECMA-376 part 1, 18.3.1.53 (is)
#   and 18.4.6 (rPh): a text in the cell itself is of the same type (CT_Rst) as a
#   shared one and may have phonetic runs, which are no part of the text. exceljs
#   reads the same text rightly where it is shared.
# Seen: the cell is empty and everything behind it is gone, the following rows
#   included. No error, no warning; the list is just shorter.
# Second opinions, run below: read-excel-file 9.3.17 and xlsx 0.18.5 read all.
# Source: found by reading one file with six libraries, then run here.
# Our field: programs that write tables as a stream put texts into the cells, and
#   names hard to read have their pinyin; a list of electors or of households that is
#   taken in would end at the first such name, and the count says nothing.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  exceljs@4.4.0 read-excel-file@9.3.17 xlsx@0.18.5 jszip@3.10.2

cat >look.mjs <<'JS'
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { readSheet } from 'read-excel-file/node';
import XLSX from 'xlsx';

const schema = 'http://schemas.openxmlformats.org';
const main = `${schema}/spreadsheetml/2006/main`;
const office = `${schema}/officeDocument/2006/relationships`;
const packages = `${schema}/package/2006`;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const format = 'application/vnd.openxmlformats';
const sheetFormat = `${format}-officedocument.spreadsheetml`;

/** A workbook of one sheet, its texts in its cells. */
async function writeBook(rows) {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `${head}<Types xmlns="${packages}/content-types">` +
      `<Default Extension="rels" ContentType="${format}-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ' +
      `ContentType="${sheetFormat}.sheet.main+xml"/>` +
      '<Override PartName="/xl/worksheets/sheet1.xml" ' +
      `ContentType="${sheetFormat}.worksheet+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" ` +
      `Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  zip.file(
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
      '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" ` +
      `Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  );
  zip.file(
    'xl/worksheets/sheet1.xml',
    `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  );
  return zip.generateAsync({ type: 'nodebuffer' });
}

const guide = '<rPh sb="0" eb="1"><t>yuan</t></rPh>';
const cell = (name, inside) => `<c r="${name}" t="inlineStr"><is>${inside}</is></c>`;
const book = (between) =>
  writeBook(
    `<row r="1">${cell('A1', '<t>甲村</t>')}<c r="B1"><v>1</v></c></row>` +
      `<row r="2">${cell('A2', `<t>垸村</t>${between}`)}<c r="B2"><v>2</v></c></row>` +
      `<row r="3">${cell('A3', '<t>丙村</t>')}<c r="B3"><v>3</v></c></row>`,
  );

/** The rows as exceljs reads them. */
async function byExceljs(file) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file);
  const rows = workbook.worksheets[0].getSheetValues().slice(1);
  return JSON.stringify(rows.map((row) => row.slice(1)));
}

const withGuide = await book(guide);
const expected = JSON.stringify(await readSheet(withGuide));
const sheet = XLSX.read(withGuide).Sheets.S;
const other = JSON.stringify(XLSX.utils.sheet_to_json(sheet, { header: 1 }));
const seen = await byExceljs(withGuide);
const without = await byExceljs(await book(''));
console.log('expected:', expected);
console.log('seen:', seen);
console.log('without the guide:', without);
const asDescribed =
  expected === other &&
  expected === without &&
  expected === '[["甲村",1],["垸村",2],["丙村",3]]' &&
  seen === '[["甲村",1],[null]]';
process.exit(asDescribed ? 0 : 1);
JS
node look.mjs
