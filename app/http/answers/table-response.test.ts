import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { csvOrXlsx, mostCells, mostRowsOf, oneOfFew, xlsxResponse } from './files/table-response.server';

async function rowsIn(response: Response): Promise<unknown[][]> {
  const book = XLSX.read(await response.arrayBuffer(), { type: 'array' });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
}

it('a table that is longer than a workbook holds ends with words that say so', async () => {
  const columns = mostCells / 4;
  expect(mostRowsOf(columns)).toBe(4);
  const rows = [0, 1, 2, 3, 4, 5].map((at) => [at, ...Array.from({ length: columns - 1 }, () => null)]);
  const found = await rowsIn(await xlsxResponse('wide', rows, 'en'));
  expect(found.map(([first]) => first)).toEqual([
    ...[0, 1, 2, 3],
    'Too much for one workbook: these are the first 3 rows. The CSV file has all.',
  ]);
});

it('what is written as CSV comes as a workbook where the address asks for one, with its headers', async () => {
  const table = {
    name: 'quotas',
    csv: 'feature,min\r\n年龄,3\r\n',
    headers: { 'Cache-Control': 'private, no-store' },
  };
  const asked = (search: string) =>
    csvOrXlsx({ request: new Request(`http://portal.test/quotas.csv${search}`), locale: 'zh-CN' }, table);
  expect(await (await asked('')).text()).toBe(table.csv);
  const workbook = await asked('?as=xlsx');
  expect(workbook.headers.get('Content-Disposition')).toContain('quotas.xlsx');
  expect(workbook.headers.get('Cache-Control')).toBe('private, no-store');
  expect(await rowsIn(workbook)).toEqual([
    ['feature', 'min'],
    ['年龄', 3],
  ]);
});

it('makes a few workbooks at a time, and tells whoever comes then to ask again', async () => {
  let finish = () => {};
  const waiting = new Promise<void>((resolve) => (finish = resolve));
  const made = [1, 2, 3, 4].map((at) => oneOfFew('en', () => waiting.then(() => at)));
  await expect(oneOfFew('en', () => Promise.resolve(5))).rejects.toMatchObject({ init: { status: 503 } });
  finish();
  expect(await Promise.all(made)).toEqual([1, 2, 3, 4]);
  expect(await oneOfFew('en', () => Promise.resolve(5))).toBe(5);
});
