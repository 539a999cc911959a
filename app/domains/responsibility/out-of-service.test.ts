import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideGap, enterResponsibility } from './keep-list.server';
import { countOpenGaps, openGaps, responsibilityHistory } from './list.query.server';
import { entriesOutOfService, outOfService } from './out-of-service.query.server';
import { suggestDepartment } from './suggest-department.server';
import {
  deactivateOrganisation,
  reactivateOrganisation,
} from '../organisations/deactivate-organisation.server';
import { gridId, makeOffices, makeOrder } from '../../../tests/factories/work-orders';
import { runJobs } from '../../../tests/setup/jobs';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  const terms = { departmentId: 'parks', basis: '城市绿化条例第二十条', days: 3, reason: '公布清单' };
  await enterResponsibility(await test.asPerson('moderator'), {
    ...{ areaId: '421002', category: 'environment', level: '' as const, ...terms },
  });
});
afterAll(() => test.dispose());

const asked = { category: 'environment', areaId: gridId, level: 'grid' };
const order = () => makeOrder(test, { category: 'environment', departmentId: 'water' });

it('an entry whose department is out of service is a gap that is shown, and no order is led there', async () => {
  const moderator = await test.asPerson('moderator');
  expect(await countOpenGaps(moderator)).toBe(0);
  await deactivateOrganisation(moderator, 'parks', '机构撤销');
  expect(await suggestDepartment(moderator, asked)).toBeNull();
  expect([...(await outOfService(moderator, ['parks', 'water']))]).toEqual(['parks']);
  expect(await countOpenGaps(moderator)).toBe(1);
  expect(await entriesOutOfService(moderator)).toMatchObject({
    count: 1,
    entries: [{ key: '421002:environment:', departmentId: 'parks' }],
  });
  expect(await entriesOutOfService(test.as('visitor'))).toMatchObject({ count: 0 });
  await order();
  expect(await openGaps(moderator)).toMatchObject([{ category: 'environment' }]);
});

it('the gap closes when the department works again', async () => {
  const moderator = await test.asPerson('moderator');
  await reactivateOrganisation(moderator, 'parks', '恢复运行');
  await runJobs(test);
  expect(await countOpenGaps(moderator)).toBe(0);
  expect(await suggestDepartment(moderator, asked)).toMatchObject({ department: { id: 'parks' } });
});

it('or when it is decided who does it, in the place of the entry', async () => {
  const moderator = await test.asPerson('moderator');
  await deactivateOrganisation(moderator, 'parks', '机构撤销');
  await order();
  const [gap] = await openGaps(moderator);
  const terms = { departmentId: 'roads', basis: '机构改革方案', days: 5, reason: '机构撤销' };
  await decideGap(moderator, { gapId: gap?.id ?? '', ...terms });
  expect(await openGaps(moderator)).toEqual([]);
  const there = { category: 'environment', areaId: gap?.areaId ?? '', level: gap?.level ?? '' };
  expect(await suggestDepartment(moderator, there)).toMatchObject({ department: { id: 'roads' } });
  const key = `${gap?.areaId}:environment:${gap?.level}`;
  expect((await responsibilityHistory(moderator, key)).current).toMatchObject({ departmentId: 'roads' });
});
