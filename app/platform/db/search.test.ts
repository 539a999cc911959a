import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';
import { bestFound, foundIds, indexText, removeText } from './search';

let test: TestDatabase;
let kind = 'kind-0';
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.dispose());
/** Each test has a kind of its own, so that none finds another's. */
beforeEach(() => {
  kind = `kind-${Number(kind.slice(5)) + 1}`;
});

const put = (id: string, title: string, body = '') =>
  test.database.transaction((tx) => indexText(tx, { kind, id, title, body }));
const all = async (query: string) => (await foundIds(test.database, { kind, query })).sort();
const best = async (query: string, shown: (id: string) => boolean = () => true, most = 10) =>
  (
    await bestFound(test.database, { kind, query, most }, (ids) =>
      Promise.resolve(ids.filter(shown).map((id) => ({ id }))),
    )
  ).map(({ id }) => id);

describe('search', () => {
  it('finds Chinese and English words and parts of names, and forgets what was removed', async () => {
    await put('1', '在江津路口加装人行横道信号灯');
    await put('2', 'A crossing light for Beijing Road', '北京路');
    for (const query of ['信号灯', '横道', '灯', '江', '人行横道信号', '信號燈'])
      expect(await best(query)).toEqual(['1']);
    for (const query of ['CROSSING', 'crossing road', 'ross', '北京路', 'ｌｉｇｈｔ'])
      expect(await best(query)).toEqual(['2']);
    for (const query of [
      "' OR 1=1 --",
      '"',
      '""',
      'title : 灯',
      '%',
      '\\',
      '(',
      '*',
      ' ',
      '\u0000',
      '\ud800',
    ])
      expect(await best(query)).toEqual([]);
    await put('1', '改为健身步道');
    expect(await best('信号灯')).toEqual([]);
    await test.database.transaction((tx) => removeText(tx, kind, '2'));
    expect(await best('crossing')).toEqual([]);
    expect(await all('步道')).toEqual(['1']);
  });

  it('finds every two and three characters of a title, signs and cut numbers among them', async () => {
    const title = '增设第12路公交（B2）候车亭，便河西路𠮷巷3栋WiFi6';
    await put('1', title);
    const characters = [...title];
    for (const length of [1, 2, 3])
      for (let at = 0; at + length <= characters.length; at += 1) {
        const piece = characters.slice(at, at + length).join('');
        expect([piece, await all(piece)]).toEqual([piece, ['1']]);
      }
  });

  it('puts titles before bodies, and what is written so before scattered pieces, the newest first', async () => {
    await put('1', '其他', '停车的车难找');
    await put('2', '其他', '小区停车难');
    await put('3', '停车的车难找');
    await put('4', '小区停车难题');
    await put('5', '小区停车难');
    expect(await best('停车难')).toEqual(['5', '4', '3', '2', '1']);
  });

  it('keeps title and body apart', async () => {
    await put('1', '小区停', '车难');
    await put('2', 'stop', 'light');
    expect(await best('停车')).toEqual([]);
    await put('3', '其他', 'stop light');
    expect(await best('stop light')).toEqual(['3', '2']);
    expect(await best('stoplight')).toEqual([]);
  });

  it('finds what may be shown behind any number of others that may not', async () => {
    await put('000', '健身器材');
    await test.database.transaction(async (tx) => {
      for (let at = 1; at <= 1100; at += 1)
        await indexText(tx, { kind, id: `1${String(at).padStart(4, '0')}`, title: '健身器材', body: '' });
    });
    expect(await best('健身', (id) => id === '000')).toEqual(['000']);
    expect(await all('健身')).toHaveLength(1101);
    expect(await best('健身', () => true, 40)).toHaveLength(40);
  });

  it('indexes texts of any length to their end, and asks in bounded words', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
    );
    await put('1', '长文', `${many.join('')}尾声`);
    await put('2', '长文', `${'路灯'.repeat(9990)}尾声`);
    expect(await all('尾声')).toEqual(['1', '2']);
    expect(await all(many.slice(-50).join(''))).toEqual(['1']);
    expect(await all(many.join(''))).toEqual(['1']);
    expect(await all('路灯路灯')).toEqual(['2']);
  });
});
