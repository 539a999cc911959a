import { expect, it } from 'vitest';
import { runDraw } from '~/cli/draw/draw';
import { readRows } from '~/domains/bridges/rules/exchange/read-rows';
import { readQuotas } from '~/domains/councils/rules/files/read-quotas';
import { parseQuotas } from '~/domains/councils/rules/parse-quotas';
import { readList } from '~/domains/responsibility/rules/read-list';
import { readAreas } from '~/domains/territory/rules/read-areas';
import { readCensus } from '~/domains/territory/rules/read-census';
import { parseRoles } from '~/domains/volunteering/rules/activity-texts';
import { readCsv } from '~/lib/csv/read-csv';

const wide = (text: string) =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const bytes = (text: string) => new TextEncoder().encode(text);

const table = (text: string) => readCsv(text, { mostRows: 10 });

const pool = 'id,性别\n' + ['a,女', 'b,男', 'c,女', 'd,男'].join('\n');
const quotas = (number: string) =>
  `feature,value,min,max\n性别,女,${number},${number}\n性别,男,${number},${number}\n`;

/** What each reader makes of the same lines, with digits as an input method writes them. */
const readers: Record<string, (digits: (text: string) => string) => unknown> = {
  'quotas of a file': (digits) => readQuotas(bytes(quotas(digits('1')))),
  'quotas of the form': (digits) =>
    parseQuotas(`性别 | 女 | ${digits('1')} | ${digits('1')}\n性别|男|1|1`, 2),
  'a responsibility list': (digits) =>
    readList(
      table(
        `area_code,category,level,department_code,basis,days\n${digits('421002001000')},greening,,${digits('12421002')}A,绿化条例,${digits('5')}`,
      ),
    ),
  'census figures': (digits) =>
    readCensus(
      table(`area_code,age_band,people\n${digits('421002001000')},${digits('18-29')},${digits('300')}`),
    ),
  areas: (digits) => readAreas(table(`code,name\n${digits('421000000000')},荆州市`)),
  'orders in bulk': (digits) =>
    readRows(
      table(
        `service_request_id,status_description,service_name,description,requested_datetime,lat,long\nA-1,open,roads,路灯不亮,${digits('2026-01-02T03:04:05Z')},${digits('30.3')},${digits('112.2')}`,
      ),
    ),
  'roles in a shift': (digits) => parseRoles(`引导 | ${digits('3')}`),
};

it.each(Object.entries(readers))('%s are read alike in digits of any width', (_, read) => {
  expect(read(wide)).toEqual(read((text) => text));
});

it('gongzhi draw takes them in its call and its files', async () => {
  const outcome = async (digits: (text: string) => string) => {
    let said = '';
    const files: Record<string, string> = { 'pool.csv': pool, 'quotas.csv': quotas(digits('1')) };
    const code = await runDraw(
      ['pool.csv', '--quotas', 'quotas.csv', '--seats', digits('2'), '--panels', digits('10'), '--json'],
      {
        readFile: (name) => bytes(files[name] ?? ''),
        stdout: (text) => (said += text),
        stderr: (text) => (said += text),
      },
    );
    return { code, said };
  };
  const plain = await outcome((text) => text);
  expect(plain.code).toBe(0);
  expect(await outcome(wide)).toEqual(plain);
});
