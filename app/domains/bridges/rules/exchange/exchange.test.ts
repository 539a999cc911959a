import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { mostRows, readRows } from './read-rows';
import { readCsv } from '~/lib/csv/read-csv';
import { decodeText } from '~/lib/texts/decoding/decode-text';

const head = 'service_request_id,status_description,service_name,description,lat,long,requested_datetime';
const utf8 = (...lines: string[]) => Buffer.from([head, ...lines].join('\r\n'));
const gb = (text: string) => iconv.encode(text, 'gb18030');
const csv = (bytes: Uint8Array) => readCsv(bytes, { mostRows });
const keys = (bytes: Uint8Array) => readRows(csv(bytes)).faults.map(({ line, key }) => `${line} ${key}`);

describe('decoding', () => {
  it('tells UTF-8 from GB18030', () => {
    const text = '工单号,说明\n1,东门路灯不亮𠀀\n2,联通\n';
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toEqual({
      ok: true,
      text,
      encoding: 'UTF-8',
      hadMark: true,
    });
    expect(decodeText(gb(text))).toEqual({ ok: true, text, encoding: 'GB18030', hadMark: false });
    expect(decodeText(Buffer.from('a,b\n1,2'))).toMatchObject({ encoding: 'UTF-8' });
  });

  it('reads back any Chinese text in either', () => {
    const chinese = fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(chinese, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((codes) => String.fromCharCode(...codes)).join('\n');
        expect(decodeText(gb(text))).toEqual({ ok: true, text, encoding: 'GB18030', hadMark: false });
        expect(decodeText(Buffer.from(text))).toEqual({ ok: true, text, encoding: 'UTF-8', hadMark: false });
      }),
    );
  });

  it('names the lines of the other encoding', () => {
    const [one, two, three] = ['第一行路灯不亮\n', '第二行井盖缺失\n', '第三行垃圾堆积\n'];
    const mostlyUtf8 = Buffer.concat([Buffer.from(one), gb(two), Buffer.from(three)]);
    expect(decodeText(mostlyUtf8)).toEqual({ ok: false, encoding: 'UTF-8', lines: [2] });
    const mostlyGb = Buffer.concat([gb(one), Buffer.from(two), gb(three)]);
    expect(decodeText(mostlyGb)).toEqual({ ok: false, encoding: 'GB18030', lines: [2] });
    expect(
      readRows(csv(Buffer.concat([utf8('1,open,a,好的呀', '2,open,a,也好的'), gb('\r\n3,open,b,不好的')])))
        .faults,
    ).toMatchObject([{ line: 4, key: 'csv.mixed-encoding' }]);
  });
});

describe('rows', () => {
  it('are read with their lines, unguarded', () => {
    const { rows, faults } = readRows(csv(utf8("7,open,绿化,'=SUM(1),30.1,112.2,2026-11-24T08:00:00+08:00")));
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      { line: 2, row: { service_request_id: '7', description: '=SUM(1)', lat: '30.1' } },
    ]);
  });

  it.each([
    ['', ['1 csv.no-rows']],
    [',open,a,b,,,', ['2 csv.missing']],
    ['4.21003E+17,open,a,b,,,', ['2 csv.spoilt-number']],
    ['"2,02611E+16",open,a,b,,,', ['2 csv.spoilt-number']],
    ['4.21003202611270E+017,open,a,b,,,', ['2 csv.spoilt-number']],
    ['4e17,open,a,b,,,', ['2 csv.spoilt-number']],
    ['421003202611270000,open,a,b,,,', ['2 csv.spoilt-number']],
    ["'421003202611270000,open,a,b,,,", []],
    ['12345.0,open,a,b,,,', ['2 csv.spoilt-number']],
    ['"421,003,202,611,270,000.00",open,a,b,,,', ['2 csv.spoilt-number']],
    ['#SPILL!,open,a,b,,,', ['2 csv.spoilt-number']],
    ['########,open,a,b,,,', ['2 csv.spoilt-number']],
    ['421003202611270001,open,a,b,,,', []],
    ['1,open,a,b,,,2026-02-30T08:00:00Z', ['2 csv.not-a-date']],
    ['1,open,a,b,,,2026-11-24T24:00:00Z', ['2 csv.not-a-date']],
    ['1,open,a,b,91,112,', ['2 csv.not-a-place']],
    ['1,open,a,b,30,,', ['2 csv.not-a-place']],
    ['1,open,a,b,,,24.11.2026', ['2 csv.not-a-date']],
    ['1,open,a,b,,,\r\n1,open,a,b,,,', ['3 csv.twice']],
    [`1,open,a,${'长'.repeat(5001)},,,`, ['2 csv.too-long']],
    ['1,open', ['2 csv.not-csv']],
    ['1,open,"a,b,,,', ['2 csv.not-csv']],
  ])('%j: %j', (lines, expected) => expect(keys(utf8(lines))).toEqual(expected));

  it('need their columns', () => {
    expect(keys(Buffer.from('service_request_id\n1'))).toEqual([
      '1 csv.missing-column',
      '1 csv.missing-column',
      '1 csv.missing-column',
    ]);
  });
});
