import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { fired, oneAnd, presses } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import {
  addCategory,
  bringBackCategory,
  changeCategory,
  moveCategory,
  retireCategory,
} from '~/domains/categories/keep-categories.server';
import { categoryPage } from '~/domains/categories/index.server';

let test: TestContext;
let top: Context;
const reason = '群众反映集中';
const words = { nameEnglish: '', group: '' as const, reason };
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  top = await test.asPerson('top');
});
afterAll(() => test.dispose());

it('a category is added once, and no two are called alike', async () => {
  const added = await fired(() => addCategory(top, { code: 'noise', name: '噪声扰民', ...words }));
  expect(added).toEqual(oneAnd('categories.known-code'));
  const alike = await fired((at) => addCategory(top, { code: `pets-${at}`, name: '养犬管理', ...words }));
  expect(alike).toEqual(oneAnd('categories.known-name'));
});

it('it is renamed by one of those who saw it as it was', async () => {
  const { revision } = await categoryPage(top, 'noise');
  const renamed = await fired((at) =>
    changeCategory(top, 'noise', { ...words, revision, name: `噪声${at}` }),
  );
  expect(renamed).toEqual(oneAnd('saved-meanwhile'));
});

it('it is retired once, and brought back once', async () => {
  const retired = await fired(() => retireCategory(top, 'noise', { reason }));
  expect(retired).toEqual(oneAnd('categories.retired-already'));
  const back = await fired(() => bringBackCategory(top, 'noise', { reason }));
  expect(back).toEqual(oneAnd('changed-meanwhile'));
});

it('the order stays one, however many move it', async () => {
  const moved = await fired(() => moveCategory(top, { code: 'noise', way: 'up' }));
  expect(moved.done).toBeGreaterThan(1);
  expect(moved.done + (moved['categories.at-the-end'] ?? 0)).toBe(presses);
  const positions = (await test.database.read.category.findMany()).map(({ position }) => position);
  expect(new Set(positions).size).toBe(positions.length);
});
