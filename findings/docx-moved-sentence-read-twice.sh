#!/usr/bin/env bash
# officeparser 7.8.0 and word-extractor 1.0.4: a sentence moved in a Word file with
# tracked changes is read twice, though a deleted one is left out.
#
# Expected: the text as it stands with the changes taken. ECMA-376 part 1, 17.13.5
#   has two pairs: ins and del, moveTo and moveFrom. What lies in moveFrom is no
#   longer there, just like what lies in del. Both libraries leave out del.
# Seen: the moved sentence stands at its old and its new place. In Word the words in
#   del are another element (delText), those in moveFrom are ordinary text (t), so a
#   test with a deletion passes.
# Second opinion, run below: mammoth 1.13.0 gives it once.
# Source: found by reading one file with five libraries, then run here.
# Our field: drafts of agreements go round between residents' committee and owners
#   in Word with tracked changes, and articles change places; the text taken for
#   comparing and signing then holds an obligation twice, the sums included.
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

const by = 'w:author="A" w:date="2026-03-01T00:00:00Z"';
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;

async function look() {
  await writeWord(
    'draft.docx',
    `<w:p><w:moveFromRangeStart w:id="1" ${by} w:name="move1"/>` +
      `<w:moveFrom w:id="2" ${by}>${run('物业每月付200元。')}</w:moveFrom>` +
      `<w:moveFromRangeEnd w:id="1"/>${run('居民自管绿地。')}</w:p>` +
      `<w:p><w:del w:id="3" ${by}><w:r><w:delText>作废。</w:delText></w:r></w:del>` +
      `<w:moveToRangeStart w:id="4" ${by} w:name="move1"/>` +
      `<w:moveTo w:id="5" ${by}>${run('物业每月付200元。')}</w:moveTo>` +
      '<w:moveToRangeEnd w:id="4"/></w:p>',
  );
  const right = await mammoth.extractRawText({ path: 'draft.docx' });
  const parsed = await officeparser.parseOffice('draft.docx');
  const extracted = await new WordExtractor().extract('draft.docx');
  const told = (text) => text.replaceAll(/\s+/gu, '');
  const expected = told(right.value);
  const seen = [parsed.toText(), extracted.getBody()].map(told);
  console.log('expected:', expected);
  console.log('seen:', seen.join(' | '));
  const asDescribed =
    expected === '居民自管绿地。物业每月付200元。' &&
    seen.every((text) => text === `物业每月付200元。${expected}`);
  process.exit(asDescribed ? 0 : 1);
}
look();
JS
node look.cjs
