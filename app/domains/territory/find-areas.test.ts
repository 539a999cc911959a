import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAreas, manyAreas } from '../../../tests/factories/many-areas';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { areaChoices } from './area-choices.query.server';
import { areasOffered, findAreas } from './find-areas.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await insertAreas(test.database, manyAreas(24_000));
  await makePerson(test, 'resident');
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'resident' }, data: { homeAreaId: communityId } }),
  );
}, 60_000);
afterAll(() => test.dispose());

const find = (query: string, under?: string, scope: string[] = []) =>
  findAreas(test.as('visitor'), { query, under, scope });
const namesOf = ({ areas }: { areas: { name: string }[] }) => areas.map(({ name }) => name);

describe('looking an area up', () => {
  it('finds by the beginning of a name, and tells areas of one name apart by those above', async () => {
    const { areas, more } = await find('中心社区');
    expect(areas).toHaveLength(20);
    expect(more).toBe(true);
    expect(new Set(areas.map(({ name }) => name))).toEqual(new Set(['中心社区']));
    expect(new Set(areas.map(({ trail }) => trail)).size).toBe(20);
    expect(areas[0]?.trail).toBe('荆州市 › 第50区 › 文化宫1街道');
  });

  it('puts the very name first, then the levels from the top', async () => {
    const found = await find('文化宫');
    expect(found.areas.slice(0, 3).map(({ trail }) => trail.split(' › ').length)).toEqual([2, 2, 2]);
    expect(namesOf(await find('荆州'))).toEqual(['荆州市', '荆州区']);
    expect(namesOf(await find('荆州区'))).toEqual(['荆州区']);
  });

  it('reads traditional characters and other widths as the names are written', async () => {
    expect(namesOf(await find('荊州區'))).toEqual(['荆州区']);
    expect((await find('第５１區 中心')).areas.length).toBeGreaterThan(10);
    expect((await find('421002００1001')).areas.map(({ id }) => id)).toEqual([communityId]);
  });

  it('finds by code, whole or in part', async () => {
    expect((await find('421002001001')).areas.map(({ id }) => id)).toEqual([communityId]);
    expect((await find('421050000000')).areas.map(({ id }) => id)).toEqual(['421050']);
    const part = await find('421050002');
    expect(part.areas[0]?.id).toBe('421050002');
    expect(part.areas).toHaveLength(20);
  });

  it('takes the names of areas above before the name, with and without spaces', async () => {
    for (const query of [
      '第51区 中心社区',
      '荆州市第51区中心社区',
      '荆州市 › 第51区 › 中心社区',
      '第51区　中心',
    ]) {
      const { areas } = await find(query);
      expect(areas.length, query).toBeGreaterThan(10);
      expect(
        areas.every(({ id, name }) => id.startsWith('421051') && name.startsWith('中心')),
        query,
      ).toBe(true);
    }
    const [only, ...others] = (await find('第51区红门路14街道长港')).areas;
    expect([only?.name, only?.trail.split(' › ')[2]]).toEqual(['长港社区', '红门路14街道']);
    expect(others.every(({ id }) => id.startsWith('421051014'))).toBe(true);
  });

  it('finds what stands further in where nothing begins so', async () => {
    expect(namesOf(await find('石社'))).toEqual(['青石社区']);
    // Far behind: after more names than are read together.
    expect(namesOf(await find('57区'))).toEqual(['第57区']);
    const many = await find('心社');
    expect([many.areas.length, many.more]).toEqual([20, true]);
    expect(many.areas.map(({ id }) => id)).toEqual(many.areas.map(({ id }) => id).sort());
  });

  it('bears whatever is typed', async () => {
    const typed = [
      '%',
      '_',
      '\\',
      "'",
      '"',
      '～',
      '~',
      '😀',
      '　',
      ' › ',
      '0',
      'x'.repeat(5000),
      '中 '.repeat(500),
      '\u{10FFFF}',
    ];
    for (const query of typed) expect((await find(query)).areas.length, query).toBeLessThanOrEqual(60);
    for (const query of ['%', '_', '\\', "' OR 1=1"]) expect((await find(query)).areas, query).toEqual([]);
    for (const under of ['', 'x', '9999', '421002001001', "4210' OR '1'='1"])
      expect((await findAreas(test.as('visitor'), { under })).areas.length).toBeLessThanOrEqual(60);
  });

  it('asks no more where a name is said again and again than an area has above it', async () => {
    const ctx = test.as('visitor');
    const askedFor = async (query: string) => {
      let asked = 0;
      const { all } = ctx.database.sql;
      const sql = {
        ...ctx.database.sql,
        all: <Row>(...given: Parameters<typeof all>) => ((asked += 1), all<Row>(...given)),
      };
      await findAreas({ ...ctx, database: { ...ctx.database, sql } }, { query });
      return asked;
    };
    expect(await askedFor('荆州市'.repeat(19))).toBe(await askedFor('荆州市'.repeat(9)));
  });

  it('stays in its scope', async () => {
    const found = await find('中心社区', undefined, ['421050003', '421051']);
    expect(found.areas.every(({ id }) => id.startsWith('421050003') || id.startsWith('421051'))).toBe(true);
    expect((await find('荆州', undefined, ['421050'])).areas).toEqual([]);
    expect((await find('', '4210', ['421050', '421051'])).areas.map(({ id }) => id)).toEqual([
      '421050',
      '421051',
    ]);
  });

  it('steps down level by level, and up again', async () => {
    const top = await find('');
    expect(namesOf(top)).toEqual(['荆州市']);
    const city = await find('', '4210');
    expect(city.under?.name).toBe('荆州市');
    expect(city.areas.map(({ below }) => below)).toEqual([
      true,
      false,
      ...Array.from({ length: 8 }, () => true),
    ]);
    const street = await find('', '421050001');
    expect(street.areas).toHaveLength(60);
    expect(street.more).toBe(true);
    expect(street.under?.above).toBe('421050');
  });
});

describe('the list of a combobox', () => {
  const offered = async (under: string | undefined, recent: string[] = [], scope: string[] = []) =>
    (await areasOffered(test.as('visitor'), { query: '', under, recent, scope })).areas.map(({ id }) => id);

  it('shows the levels above what is chosen and those below it, or beside it where it has none below', async () => {
    expect(await offered('421002')).toEqual(['4210', '421002', '421002001']);
    expect(await offered(communityId)).toEqual(['4210', '421002', '421002001', communityId, communityId]);
    expect((await offered('421050001001')).length).toBeGreaterThan(50);
  });

  it('begins with what was chosen lately, within the scope', async () => {
    expect(await offered(undefined, [communityId, '421003'])).toEqual([communityId, '421003', '4210']);
    expect(await offered(undefined, [communityId, '421003'], ['421002'])).toEqual([communityId, '421002']);
  });
});

describe('the choices of a page', () => {
  it('are all areas where they are few', async () => {
    const { few, known } = await areaChoices(test.as('visitor'), { scope: ['421002', '421002001'] });
    expect(few?.map(({ id }) => id)).toEqual(['421002', '421002001', communityId]);
    expect(known).toEqual([]);
  });

  it('begin near the reader where they are many', async () => {
    const choices = await areaChoices(await test.asPerson('resident'), { chosen: ['421050001001', null] });
    expect(choices.few).toBeNull();
    expect(choices.near).toEqual([communityId, '421002001', '421002', '4210']);
    expect(choices.known.map(({ id }) => id)).toEqual(['421050001001', ...choices.near]);
    expect((await areaChoices(test.as('visitor'))).near).toEqual(['4210']);
  });

  it('are those of one level where no other is taken, those beside it first where they are many', async () => {
    const ofLevel = (level: 'community' | 'district', id: string) =>
      areaChoices(test.as('visitor'), { scope: [id.slice(0, 4)], except: [id], level });
    expect((await ofLevel('district', '421003')).few?.map(({ id }) => id)).not.toContain('421002001');
    const { few, near } = await ofLevel('community', '421050001001');
    expect(few).toBeNull();
    expect(near).not.toContain('421050001001');
    for (const id of near) expect(id).toMatch(/^421050001\d{3}$/);
    expect(near.length).toBeGreaterThan(1);
  });

  it('are none where nothing may be chosen, and never what is taken out', async () => {
    expect((await areaChoices(test.as('visitor'), { scope: [] })).few).toEqual([]);
    const below = await areaChoices(test.as('visitor'), { scope: ['421002'], except: ['421002'] });
    expect(below.few?.map(({ id }) => id)).toEqual(['421002001', communityId]);
    const many = await areaChoices(test.as('visitor'), { scope: ['421050'], except: ['421050'] });
    expect(many).toMatchObject({ few: null, near: [] });
  });
});
