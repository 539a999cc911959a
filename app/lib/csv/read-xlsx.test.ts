import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { isSpoiltNumber, unguarded } from './cells';
import { readTable } from './read-xlsx';
import { xlsxBytes } from './write-xlsx';

const bounds = { mostRows: 5 };
const bySheetJs = (rows: unknown[][]) => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '部门');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
};

it.each([
  ['of ours', (rows: (string | number | null)[][]) => xlsxBytes(rows)],
  ['of another program', (rows: (string | number | null)[][]) => Promise.resolve(bySheetJs(rows))],
])('reads a workbook %s as it reads CSV, with the rows of the sheet as lines', async (_, write) => {
  const bytes = await write([
    ['name', 'code', 'n'],
    ['城管局', '00123456789012345X', 5],
    [null, null, null],
    ['=1+1', '两行\n话', 0.5],
  ]);
  expect(await readTable(bytes, bounds)).toMatchObject({
    ...{ ok: true, columns: ['name', 'code', 'n'] },
    records: [
      { line: 2, cells: { name: '城管局', code: '00123456789012345X', n: '5' } },
      { line: 4, cells: { name: '=1+1', code: '两行\n话', n: '0.5' } },
    ],
  });
  expect(await readTable('name,code\n城管局,1', bounds)).toMatchObject({ ok: true, records: [{ line: 2 }] });
});

it('takes the names of its columns as those of CSV: spread words are one, and of two that are alike none is lost', async () => {
  const spread = await xlsxBytes([
    ['姓　名', 'n'],
    ['王小明', 1],
  ]);
  expect(await readTable(spread, bounds)).toMatchObject({ ok: true, columns: ['姓名', 'n'] });
  const twice = await xlsxBytes([
    ['name', 'contact', 'contact'],
    ['城管局', '12345', '67890'],
  ]);
  expect(await readTable(twice, bounds)).toMatchObject({
    faults: [{ line: 1, fault: 'double-column', detail: 'contact' }],
  });
});

it('refuses too many rows, what is no workbook, and one that would unpack to more than a table', async () => {
  const many = await xlsxBytes([['name'], ...Array.from({ length: 6 }, (_, at) => [`${at}`])]);
  expect(await readTable(many, bounds)).toMatchObject({ faults: [{ fault: 'too-many-rows', detail: '5' }] });
  const broken = zipSync({ 'a.txt': strToU8('nothing') });
  expect(await readTable(broken, bounds)).toMatchObject({ faults: [{ fault: 'not-csv' }] });
  expect(await readTable(Uint8Array.from([0x50, 0x4b, 3, 4, 0]), bounds)).toMatchObject({ ok: false });
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(await readTable(bomb, bounds)).toMatchObject({ faults: [{ fault: 'not-csv', detail: '> 12 MiB' }] });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    { A1: { t: 's', v: 'name' }, XFD9: { t: 'n', v: 1 }, '!ref': 'A1:XFD9' },
    'x',
  );
  const wide = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  expect(await readTable(wide, bounds)).toMatchObject({ faults: [{ fault: 'too-many-rows' }] });
});

it('takes cells for what they are: digits as text, times without a zone, errors by their names', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['n', 'v'],
    ['text', '4210032026112700'],
    ['number', 421003202611270000],
    ['day', 0],
    ['time', 0],
    ['error', 0],
  ]);
  sheet.B4 = { t: 'n', v: 22_039, z: 'm/d/yy' };
  sheet.B5 = { t: 'n', v: 46_350 + 8.5 / 24, z: 'm/d/yy h:mm' };
  sheet.B6 = { t: 'e', v: 0x2a };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '表');
  const bytes = new Uint8Array(
    XLSX.write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer,
  );
  const read = await readTable(bytes, bounds);
  const cells = read.ok && read.records.map(({ cells }) => cells.v ?? '');
  expect(cells).toEqual([
    "'4210032026112700",
    '421003202611270000',
    '1960-05-03',
    '2026-11-24T08:30:00',
    '#N/A',
  ]);
  const [text = '', number = ''] = cells || [];
  expect(unguarded(text)).toBe('4210032026112700');
  expect(isSpoiltNumber(unguarded(text), true)).toBe(false);
  expect(isSpoiltNumber(number, false)).toBe(true);
});
