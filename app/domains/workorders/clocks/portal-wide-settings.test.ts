import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { issueApiKey } from '../../bridges/api-keys.server';
import { formulaPage } from '../../statistics/formula.query.server';
import { setFormula } from '../../statistics/set-formula.server';
import { portalTops } from '../../identity/index.server';
import { deadlineSettings } from './deadline-settings.query.server';
import { keepTemplate } from '../queue/response-templates.server';
import {
  removeLimitRule,
  removeSuperior,
  saveHolidayYear,
  saveLimitRule,
  saveSuperior,
} from './set-deadlines.server';

let test: TestContext;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'of-community', { role: 'administrator', areaId: communityId });
  await makePerson(test, 'of-district', { role: 'administrator', areaId: '421002' });
  await makeOrganisation(test, { id: 'bureau', kind: 'department', members: {} });
  await test.database.transaction((tx) =>
    tx.prisma.organisation.update({ where: { id: 'bureau' }, data: { areaId: '421003' } }),
  );
});
afterAll(() => test.dispose());

const year = {
  year: 2027,
  source: '国办发明电〔2026〕1号',
  checked: true,
  days: '2027-01-01..2027-01-03 休 元旦',
};
const limit = {
  ...{ category: '', level: '', urgency: '', responseHours: 200, resolutionDays: 365, source: '无' },
  ...{ responseTime: 'working', resolutionTime: 'working' },
} as const;
const superior = { areaId: '421003', organisationId: '', email: 'of-community@example.org', title: '区长' };

/** Everything that holds for the whole portal, each as its use case. */
const portalWide: Record<string, (who: string) => Promise<unknown>> = {
  'the holiday calendar': async (who) => saveHolidayYear(await test.asPerson(who), year),
  'a limit': async (who) => saveLimitRule(await test.asPerson(who), limit as never),
  'taking a limit away': async (who) =>
    removeLimitRule(await test.asPerson(who), { category: '', level: '', urgency: '' }),
  'the formula of the rates': async (who) =>
    setFormula(await test.asPerson(who), { source: '办法', reason: '改一改' } as never),
};

describe.each(Object.keys(portalWide))('%s', (what) => {
  it.each(['of-community', 'of-district'])('is not changed by an administrator %s', async (who) => {
    await expect(portalWide[what]?.(who)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('a superior is named by administrators of the area and of the department only', async () => {
  const community = await test.asPerson('of-community');
  await expect(saveSuperior(community, superior)).rejects.toMatchObject({
    reason: 'work-orders.superior-of-own-area',
  });
  await expect(
    saveSuperior(community, { ...superior, areaId: communityId, organisationId: 'bureau' }),
  ).rejects.toMatchObject({ reason: 'work-orders.superior-of-own-area' });
  await saveSuperior(community, { ...superior, areaId: communityId });
  const [named] = await test.database.read.superior.findMany();
  await test.database.transaction((tx) =>
    tx.prisma.superior.create({
      data: {
        id: 'elsewhere',
        ...{ areaId: '421003', personId: 'of-district', title: '区长' },
        updatedAt: test.clock.now(),
      },
    }),
  );
  await expect(removeSuperior(community, 'elsewhere')).rejects.toMatchObject({ code: 'forbidden' });
  const settings = await deadlineSettings(community);
  expect(settings.mayChange).toBe(false);
  expect(settings.superiors.map(({ id, mayChange }) => [id, mayChange])).toEqual([
    [named?.id, true],
    ['elsewhere', false],
  ]);
  await removeSuperior(community, named?.id ?? '');
});

it('what has an area is changed by administrators of that area only', async () => {
  const community = await test.asPerson('of-community');
  const template = { id: '', areaId: '421003', name: '答复', body: '已办理。' };
  await expect(keepTemplate(community, template)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    issueApiKey(community, { name: 'x', areaId: '421003', postsArePublic: 'no' } as never),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

describe('the whole portal', () => {
  it('is that of a district, where the city above it is only a line', async () => {
    const district = await testContext();
    await makeAreas(district);
    await district.database.transaction((tx) => tx.prisma.area.delete({ where: { id: '421003' } }));
    await makePerson(district, 'chief', { role: 'administrator', areaId: '421002' });
    await makePerson(district, 'of-community', { role: 'administrator', areaId: communityId });
    expect(await portalTops(district.as('visitor'))).toEqual(['421002']);
    await saveLimitRule(await district.asPerson('chief'), limit as never);
    expect((await formulaPage(await district.asPerson('chief'))).may.allowed).toBe(true);
    await expect(
      saveLimitRule(await district.asPerson('of-community'), limit as never),
    ).rejects.toMatchObject({
      ...{ code: 'forbidden' },
    });
    // As soon as somebody administers the city, it is the city's.
    await makePerson(district, 'mayor', { role: 'administrator', areaId: '4210' });
    expect(await portalTops(district.as('visitor'))).toEqual(['4210']);
    await expect(saveLimitRule(await district.asPerson('chief'), limit as never)).rejects.toMatchObject({
      ...{ code: 'forbidden' },
    });
    await saveLimitRule(await district.asPerson('mayor'), limit as never);
    await district.dispose();
  });

  it('is both districts where nobody administers the city, and a district without administrator is nobody’s', async () => {
    expect(await portalTops(test.as('visitor'))).toEqual(['421002', '421003']);
    await makePerson(test, 'of-the-other', { role: 'administrator', areaId: '421003' });
    await makePerson(test, 'of-both', { role: 'administrator', areaId: '421003' });
    await test.database.transaction((tx) =>
      tx.prisma.roleHeld.create({
        data: {
          id: 'both',
          personId: 'of-both',
          role: 'administrator',
          areaId: '421002',
          createdAt: test.clock.now(),
        },
      }),
    );
    await expect(saveLimitRule(await test.asPerson('of-the-other'), limit as never)).rejects.toMatchObject({
      ...{ code: 'forbidden' },
    });
    await saveLimitRule(await test.asPerson('of-both'), limit as never);
  });
});
