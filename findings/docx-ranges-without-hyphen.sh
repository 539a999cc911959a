#!/usr/bin/env bash
# officeparser 7.8.0, word-extractor 1.0.4 and any-text 1.2.0: a hyphen that must
# not break vanishes from Word files, so "3-5" is read as 35.
#
# Expected: a character between the digits. ECMA-376 part 1, 17.3.3 (noBreakHyphen):
#   the element places a hyphen at this place of the run that no line may break at.
#   Word writes it for Ctrl+Shift+_. The three READMEs promise the file's text and
#   name no characters that are left out.
# Seen: the two numbers run together, without a warning (officeparser's list of
#   warnings is empty). An ordinary hyphen in the same paragraph is kept.
# Second opinion, run below: mammoth 1.13.0 gives U+2011 for it.
# Source: found by reading one file with five libraries, then run here.
# Our field: agreements, notices and proposals arrive as Word files and are searched,
#   compared and quoted as text: "articles 3-5" becomes "article 35", a grant of
#   "2000-3000" becomes "20003000", and house numbers 12-2 become 122.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  officeparser@7.8.0 word-extractor@1.0.4 any-text@1.2.0 mammoth@1.13.0 \
  jszip@3.10.2

cat >look.cjs <<'JS'
const { writeFile } = require('node:fs/promises');
const JSZip = require('jszip');
const anyText = require('any-text');
const mammoth = require('mammoth');
const officeparser = require('officeparser');
const WordExtractor = require('word-extractor');

const schema = 'http://schemas.openxmlformats.org';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const format = 'application/vnd.openxmlformats';

/** A Word file of the paragraphs given. */
async function writeWord(name, paragraphs) {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `${head}<Types xmlns="${schema}/package/2006/content-types">` +
      `<Default Extension="rels" ContentType="${format}-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/word/document.xml" ContentType="' +
      `${format}-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `${head}<Relationships xmlns="${schema}/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${schema}/officeDocument/2006/relationships/` +
      'officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `${head}<w:document xmlns:w="${schema}/wordprocessingml/2006/main">` +
      `<w:body>${paragraphs}</w:body></w:document>`,
  );
  await writeFile(name, await zip.generateAsync({ type: 'nodebuffer' }));
}

async function look() {
  await writeWord(
    'articles.docx',
    '<w:p><w:r><w:t>第3</w:t><w:noBreakHyphen/><w:t>5条</w:t></w:r></w:p>' +
      '<w:p><w:r><w:t>第7-9条</w:t></w:r></w:p>',
  );
  const right = await mammoth.extractRawText({ path: 'articles.docx' });
  const parsed = await officeparser.parseOffice('articles.docx');
  const extracted = await new WordExtractor().extract('articles.docx');
  const texts = [
    parsed.toText(),
    extracted.getBody(),
    await anyText.getText('articles.docx'),
  ];
  const told = (text) => text.replaceAll(/\s+/gu, '').replace('\u2011', '(U+2011)');
  const expected = told(right.value);
  const seen = texts.map(told);
  console.log('expected:', expected);
  console.log('seen:', seen.join(' | '));
  const asDescribed =
    expected === '第3(U+2011)5条第7-9条' &&
    parsed.warnings.length === 0 &&
    seen.every((text) => text === '第35条第7-9条');
  process.exit(asDescribed ? 0 : 1);
}
look();
JS
node look.cjs
