import { expect, it } from 'vitest';
import { mostRollLines, readRoll } from './read-roll';
import { readCsv } from '~/lib/csv/read-csv';

const asked = {
  minimumAge: 18,
  opening: { at: new Date('2026-12-01T01:00:00Z'), timeZone: 'Asia/Shanghai' },
};
const read = (table: string) => readRoll(readCsv(table, { mostRows: mostRollLines }), asked);
const faultsOf = (table: string) => read(table).faults.map(({ line, fault, value }) => [line, fault, value]);

it('takes one column for each thing, and asks which is meant where there are two', () => {
  const household = '姓名,室号,地址,出生年份\n张三,401,1栋,1980\n李四,401,2栋,1981\n';
  expect(faultsOf(household)).toEqual([[1, 'roll-fault.double-column', '室号, 地址']]);
  expect(faultsOf('姓名,出生年份,姓名\n张三,1980,李四\n')).toEqual([[1, 'roll-fault.double-column', '姓名']]);
});

it('takes nobody whose character was lost when the file was saved', () => {
  const table = '姓名,室号,出生年份\n?野?,1,1980\n张三,？巷3号,1980\n王\ufffd,3,1980\n𠮷野㐂,4,1980\n';
  const lost = 'roll-fault.lost-character';
  expect(faultsOf(table)).toEqual([
    [2, lost, '?野?'],
    [3, lost, '？巷3号'],
    [4, lost, '王\ufffd'],
  ]);
  expect(read('姓名,室号,出生年份\n𠮷野㐂,4,1980\n').people[0]?.name).toBe('𠮷野㐂');
});

it('reads days of birth as databases and identity cards write them, and none that there is not', () => {
  const years = ['1980-01-02 00:00:00', '19800229', '1980年1月', '1980/1/2 0:00'];
  const people = read(`姓名,室号,出生日期\n${years.map((year, at) => `人${at},${at},${year}`).join('\n')}\n`);
  expect(people.faults).toEqual([]);
  expect(people.people.map(({ birthYear }) => birthYear)).toEqual([1980, 1980, 1980, 1980]);
  for (const none of ['29221', '19810229', '1980-13-40x', '2-Jan-80'])
    expect(faultsOf(`姓名,室号,出生日期\n张三,1,${none}\n`)).toEqual([[2, 'roll-fault.birth-year', none]]);
});

it.each(['5月2日', '2026/3/2', '2-Mar', 'Mar-40'])('knows a place that became a day: %s', (unit) => {
  expect(faultsOf(`姓名,室号,出生年份\n张三,${unit},1980\n`)).toEqual([[2, 'roll-fault.became-day', unit]]);
});

it('passes over rows that a spreadsheet emptied', () => {
  expect(read('姓名,室号,出生年份\n张三,1-101,1980\n,,\n,,\n')).toMatchObject({
    people: [{ name: '张三' }],
    faults: [],
  });
});
