import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import xlsx from 'xlsx';
import { guarded, guardedNumber, unguarded } from './cells';
import { readCsv } from './read-csv';
import { byteOrderMark, csvLines } from './write-csv';
import { needs } from '../../../tests/setup/needs';

/** How a spreadsheet sees the table: SheetJS reads records as Excel does, unlike csv-parse. */
function bySheet(csv: string): string[][] {
  const book = xlsx.read(csv, { type: 'string', raw: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' }) : [];
}

const python = (() => {
  try {
    execFileSync('python3', ['-c', 'import csv']);
    return true;
  } catch {
    return false;
  }
})();

/** Python's csv, strict, a reader of its own kind. */
function byPython(csv: string): string[][] {
  const script =
    'import csv,io,json,sys;t=io.TextIOWrapper(sys.stdin.buffer,encoding="utf-8",newline="");' +
    'print(json.dumps(list(csv.reader(t,strict=True))))';
  return JSON.parse(execFileSync('python3', ['-c', script], { input: csv }).toString()) as string[][];
}

const hostile = [
  '标题\n\n第二段，有逗号',
  '第一行\n=1+1\n结束',
  '=1+1',
  ' =1+1',
  '\u3000＝1+1',
  '"=1+1"',
  "'=1+1",
  '\t=1+1',
  '\n=1+1',
  '@SUM(A1)',
  '＋86 138',
  '-cmd',
  '一个\r回车',
  '他说"好"',
  '421003202611270001',
  '0012345',
  '12E5',
  '1;2',
  '尾部空格 ',
];

describe('written tables', () => {
  it('have each record whole for a spreadsheet, whatever the cells hold', () => {
    const rows = hostile.map((cell, index) => [String(index), cell, 'end']);
    const read = bySheet(csvLines([['a', 'b', 'c'], ...rows]));
    expect(read).toHaveLength(rows.length + 1);
    expect(read.map((row) => row.length)).toEqual(read.map(() => 3));
    expect(read.slice(1).map((row) => row[2])).toEqual(rows.map(() => 'end'));
  });

  it('come back cell by cell from Python too', needs(python, 'Python 3'), () => {
    const rows = hostile.map((cell, index) => [String(index), cell, 'end']);
    expect(byPython(csvLines(rows))).toEqual(rows.map((row) => row.map(guarded)));
  });

  it('hold no cell that begins a formula, and reading gives back what was written', () => {
    const piece = fc.constantFrom(
      '=',
      '＝',
      '+',
      '-',
      '@',
      "'",
      '"',
      ' ',
      '\u3000',
      '\t',
      '\n',
      '\r',
      'a',
      '1',
      '0',
      'E',
      ',',
      '字',
    );
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: piece, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        (cells) => {
          for (const cell of cells) {
            expect(guarded(cell)).not.toMatch(/^[\s"]*[=＝+＋@＠]/);
            expect(unguarded(guarded(cell))).toBe(cell);
            expect(unguarded(guardedNumber(cell))).toBe(cell);
          }
        },
      ),
      // Found so: a quote before a tab or a line break, and before a number with a sign.
      { examples: [[["'\r", "'\t", "''\n", "''=1"]], [["'-0", "''-0", "'''-1.5", "'-"]]], numRuns: 2000 },
    );
  });

  it('keep long numbers, zeros in front and what looks like a day', () => {
    expect(guarded('421003202611270001')).toBe("'421003202611270001");
    expect(guarded('0012345')).toBe("'0012345");
    expect(guardedNumber('11-2')).toBe("'11-2");
    expect([guarded('30.3137'), guarded('-112.2499'), guarded('12345'), guarded('2026-11')]).toEqual([
      '30.3137',
      '-112.2499',
      '12345',
      '2026-11',
    ]);
  });
});

describe('tables that are read', () => {
  const text = 'code,name\n441900000000,东莞市\n441900003000,东城街道\n';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.from(byteOrderMark + text)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16LE', Buffer.from(byteOrderMark + text, 'utf16le')],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', Buffer.from(byteOrderMark + text, 'utf16le').swap16()],
    ['UTF-16LE', Buffer.from(byteOrderMark + text.replaceAll(',', '\t'), 'utf16le')],
    ['UTF-8', Buffer.from(text.replaceAll(',', ';').replaceAll('\n', '\r\n'))],
  ])('in %s give the same cells', (encoding, bytes) => {
    expect(readCsv(bytes, { mostRows: 100 })).toMatchObject({
      ok: true,
      encoding,
      records: [
        { line: 2, cells: { code: '441900000000', name: '东莞市' } },
        { line: 3, cells: { code: '441900003000', name: '东城街道' } },
      ],
    });
  });

  it('name a line that is in no encoding, and never put a sign in its place', () => {
    const broken = Buffer.concat([
      iconv.encode('code,name\n1,东莞市\n2,', 'gb18030'),
      Buffer.from([0xff, 0xff, 10]),
    ]);
    expect(readCsv(broken, { mostRows: 100 })).toMatchObject({
      ok: false,
      faults: [{ line: 3, fault: 'mixed-encoding' }],
    });
  });

  it('in GB18030 may have lines that would be UTF-8 by themselves: 女 is Ů there', () => {
    const people = 'id,性别\n甲,女\nB,女\nC,女\nD,女\n';
    expect(readCsv(iconv.encode(people, 'gb18030'), { mostRows: 10 })).toMatchObject({
      ok: true,
      encoding: 'GB18030',
      records: ['甲', 'B', 'C', 'D'].map((id) => ({ cells: { id, 性别: '女' } })),
    });
    const latin = Buffer.concat([Buffer.from('id,nom\n1,é\n2,ü\n3,'), Buffer.from([0xe9, 10])]);
    expect(readCsv(latin, { mostRows: 10 })).toMatchObject({
      ok: false,
      faults: [{ line: 4, fault: 'mixed-encoding', detail: 'UTF-8' }],
    });
    const mixed = Buffer.concat([iconv.encode('id,性别\n甲,男\n', 'gb18030'), Buffer.from('乙,女\n')]);
    expect(readCsv(mixed, { mostRows: 10 })).toMatchObject({
      ok: false,
      faults: [{ line: 3, fault: 'mixed-encoding' }],
    });
  });

  it('may name their sign, spread their names, and have rows that a spreadsheet emptied', () => {
    for (const table of [
      'sep=,\r\n姓名,室号\r\n张三,1-101\r\n',
      ',,\n姓　名 ,室 号\n,\n张三,1-101\n,\n',
      '"姓名";"室\n号";备注,说明\n张三;1-101;\n;;\n',
      '\ufeff\ufeff姓名\t室号\t出生年份,月\n张三\t1-101\t\n',
    ]) {
      const read = readCsv(table, { mostRows: 1 });
      expect(read.ok && read.records.map(({ cells }) => Object.values(cells).slice(0, 2))).toEqual([
        ['张三', '1-101'],
      ]);
      expect(read.ok && read.columns.slice(0, 2)).toEqual(['姓名', '室号']);
    }
    for (const ends of ['sep=;\r\na;b\n1;2\n', 'sep=;\na;b\r\n1;2\n', '\r\na;b\n1;2\r\n'])
      expect(readCsv(ends, { mostRows: 1 }), ends).toMatchObject({
        records: [{ cells: { a: '1', b: '2' } }],
      });
    const read = readCsv('sep=;\na;b\n1;2\n', { mostRows: 5 });
    expect(read.ok && read.records[0]).toEqual({ line: 3, cells: { a: '1', b: '2' } });
  });

  it('are refused where two columns have one name: the last would be taken without a word', () => {
    expect(readCsv('name,role,area,role\n王五,staff,421002,administrator\n', { mostRows: 5 })).toMatchObject({
      ok: false,
      faults: [{ line: 1, fault: 'double-column', detail: 'role' }],
    });
    expect(readCsv('name,,\n王五,,\n', { mostRows: 5 })).toMatchObject({ ok: true });
  });

  it.each([
    ['Excel (.xlsx)', Buffer.from('504b030414000600080000002100', 'hex')],
    ['Excel (.xls)', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['HTML', Buffer.from('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
  ])('are no %s', (detail, bytes) => {
    expect(readCsv(bytes, { mostRows: 5 })).toMatchObject({
      ok: false,
      faults: [{ line: 1, fault: 'not-csv', detail }],
    });
  });

  it('in GB18030 have the characters that found their place in Unicode later', () => {
    const bytes = Buffer.concat([
      Buffer.from('name\n'),
      Buffer.from([0xfe, 0x59, 0xfe, 0xa0, 0xfe, 0x9f, 10]),
    ]);
    const read = readCsv(bytes, { mostRows: 5 });
    expect(read.ok && read.records[0]?.cells.name).toBe('\u9fb4\u9fbb\u4dae');
  });

  it('are read up to a number of rows and a length of each, and the first that is too much is named', () => {
    const rows = (count: number) => `code,name\n\n${'1,东莞市\n'.repeat(count)}`;
    expect(readCsv(rows(5), { mostRows: 5 })).toMatchObject({ ok: true });
    expect(readCsv(`${rows(6)}"never closed`, { mostRows: 5 })).toMatchObject({
      ok: false,
      faults: [{ line: 8, fault: 'too-many-rows', detail: '5' }],
    });
    const long = `code,name\n1,东莞市\n2,${'长'.repeat(120_000)}\n`;
    expect(readCsv(long, { mostRows: 5 })).toMatchObject({
      ok: false,
      faults: [{ line: 3, fault: 'too-long-row', detail: '100000' }],
    });
  });
});
