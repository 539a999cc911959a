#!/usr/bin/env bash
# mammoth 1.13.0 and officeparser 7.8.0: a character with its pinyin above it
# vanishes from a Word file, the character itself and not only the pinyin.
#
# Expected: the base text stays. ECMA-376 part 1, 17.3.3 (ruby, rt, rubyBase): the
#   element holds a phonetic guide (rt) and the text that it stands over (rubyBase),
#   which is the document's text. Word writes it for its phonetic guide (拼音指南).
#   To lose the guide would be no wonder. mammoth's README says that it takes the
#   meaning and leaves details of style; neither README speaks of ruby.
# Seen: both leave out guide and base: 洈水镇 is read as 水镇. mammoth has one general
#   message about an ignored element, officeparser no warning at all.
# Second opinion, run below: word-extractor 1.0.4 keeps the base (and the guide).
# Source: found by reading one file with five libraries, then run here.
# Our field: just the names that are hard to read get a guide, in notices for the old
#   and for children as in lists of towns; imported proposals and agreements then
#   name another place or another person, and nobody finds them by name.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  officeparser@7.8.0 word-extractor@1.0.4 mammoth@1.13.0 jszip@3.10.2

cat >look.cjs <<'JS'
const { writeFile } = require('node:fs/promises');
const JSZip = require('jszip');
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

const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const properties =
  '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/>' +
  '<w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/>' +
  '<w:lid w:val="zh-CN"/></w:rubyPr>';

async function look() {
  await writeWord(
    'towns.docx',
    `<w:p><w:r><w:ruby>${properties}<w:rt>${run('wei')}</w:rt>` +
      `<w:rubyBase>${run('洈')}</w:rubyBase></w:ruby></w:r>${run('水镇')}</w:p>`,
  );
  const raw = await mammoth.extractRawText({ path: 'towns.docx' });
  const page = await mammoth.convertToHtml({ path: 'towns.docx' });
  const parsed = await officeparser.parseOffice('towns.docx');
  const extracted = await new WordExtractor().extract('towns.docx');
  const seen = [raw.value.trim(), page.value, parsed.toText().trim()];
  const other = extracted.getBody().trim();
  console.log('expected: 洈水镇 (with or without its guide)');
  console.log('seen:', seen.join(' | '));
  console.log('by word-extractor:', other);
  const asDescribed =
    other === 'wei洈水镇' &&
    parsed.warnings.length === 0 &&
    seen.join() === '水镇,<p>水镇</p>,水镇';
  process.exit(asDescribed ? 0 : 1);
}
look();
JS
node look.cjs
