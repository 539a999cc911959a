import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { fired, oneAnd } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { closeArea } from '~/domains/territory/keeping/close-area.server';
import { reopenArea } from '~/domains/territory/keeping/reopen-area.server';

let test: TestContext;
const into = '421002001002';
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  const area = { id: into, code: into, level: 'community', name: '白石社区', parentId: into.slice(0, 9) };
  await test.database.transaction((tx) => tx.prisma.area.create({ data: area }));
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
});
afterAll(() => test.dispose());

it('an area is closed once; of two that would be closed into each other one stays', async () => {
  const top = await test.asPerson('top');
  const closed = await fired((at) =>
    at % 2
      ? closeArea(top, communityId, { successorId: into, reason: '撤并' })
      : closeArea(top, into, { successorId: communityId, reason: '撤并' }),
  );
  expect(closed).toEqual(oneAnd('territory.closed'));
  expect(await test.database.read.area.count({ where: { closedAt: { not: null } } })).toBe(1);
});

it('a closed area is opened again once', async () => {
  const top = await test.asPerson('top');
  const { id } = await test.database.read.area.findFirstOrThrow({ where: { closedAt: { not: null } } });
  expect(await fired(() => reopenArea(top, id, '予以恢复'))).toEqual(oneAnd('territory.not-closed'));
  expect(await test.database.read.area.count({ where: { closedAt: { not: null } } })).toBe(0);
});
