import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { xlsxBytes } from './write-xlsx';

/** The second reader, of a few lines: the files of a zip by their central directory, and the texts of the sheet. */
function readPlainly(bytes: Uint8Array): string[][] {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = new Map<string, string>();
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const [named = 0, extra = 0, said = 0] = lengths;
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    files.set(
      zip.toString('utf8', at + 46, at + 46 + named),
      (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'),
    );
    at += 46 + named + extra + said;
  }
  const find = (name: RegExp) => [...files].find(([file]) => name.test(file))?.[1] ?? '';
  const plain = (xml: string) =>
    Array.from(xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g), ([, text = '']) => text)
      .join('')
      .replace(/&(lt|gt|quot|apos|amp);/g, (all, name: string) => entities[name] ?? all)
      .replace(/&#(\d+);/g, (all, code: string) => String.fromCodePoint(Number(code)));
  const shared = Array.from(find(/sharedStrings\.xml$/).matchAll(/<si>.*?<\/si>/gs), ([xml]) => plain(xml));
  return Array.from(find(/sheet1\.xml$/).matchAll(/<row\b.*?<\/row>/gs), ([row]) =>
    Array.from(row.matchAll(/<c\b([^>]*)>(.*?)<\/c>/gs), ([, attributes = '', inner = '']) => {
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
      if (attributes.includes('t="s"')) return shared[Number(value)] ?? '';
      return attributes.includes('t="inlineStr"') ? plain(inner) : value;
    }),
  );
}
const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const readBySheetJs = (bytes: Uint8Array): string[][] => {
  const { Sheets, SheetNames } = XLSX.read(bytes, { type: 'array' });
  const sheet = Sheets[SheetNames[0] ?? ''];
  return sheet ? XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 }) : [];
};

const table = [
  ['工单号', '事项', '数'],
  ['421003202611270001', '路灯不亮\n\n已经“三天”了, 请修', '4.21003E+17'],
  ['007', '=HYPERLINK("http://x")', '11-2'],
  ['<b>&amp;</b>', "'引号", '-1'],
];

it('keeps long numbers, line feeds, formulas and markup as texts, read by two readers', async () => {
  const bytes = await xlsxBytes(table);
  expect(readBySheetJs(bytes)).toEqual(table);
  expect(readPlainly(bytes)).toEqual(table);
  const sheet = XLSX.read(bytes, { type: 'array', cellFormula: true }).Sheets.Sheet1 ?? {};
  expect(
    Object.values(sheet).filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell),
  ).toEqual([]);
});

it('keeps numbers as numbers, and opens whatever characters stand in a text', async () => {
  expect(readBySheetJs(await xlsxBytes([['数', 3.5]]))).toEqual([['数', 3.5]]);
  expect(readBySheetJs(await xlsxBytes([['坏\u0000\u001b字\ud800']]))).toEqual([['坏字']]);
  const long = readBySheetJs(await xlsxBytes([['长'.repeat(40_000)]]))[0]?.[0] ?? '';
  expect([long.length, long.endsWith('…')]).toEqual([32_767, true]);
});

it('keeps words that every object knows, and each by itself', async () => {
  const words = Object.getOwnPropertyNames(Object.prototype);
  expect(words).toContain('__proto__');
  const twice = [words, words.map((word) => `${word} `), words];
  const bytes = await xlsxBytes(twice);
  expect(readBySheetJs(bytes)).toEqual(twice);
  expect(readPlainly(bytes)).toEqual(twice);
});

it('reads back what was written, whatever it is', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    // The sign of a lost character is taken out by write-excel-file, although XML may hold it.
    .filter((one) => !/[\r\p{Cc}\ufffd]/u.test(one));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        expect(readBySheetJs(await xlsxBytes(rows))).toEqual(rows);
      },
    ),
    { numRuns: 30 },
  );
});
