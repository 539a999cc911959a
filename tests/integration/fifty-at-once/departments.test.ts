import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { fired, presses } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { importDepartments } from '~/domains/organisations/departments/import-departments.server';
import { checkCharacter } from '~/domains/organisations/rules/credit-code';
import { readCsv } from '~/lib/csv/read-csv';

let test: TestContext;
let administrator: Context;
const reason = '区政府部门名录';
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  administrator = await test.asPerson('administrator');
});
afterAll(() => test.dispose());

const codeOf = (number: number) => {
  const first17 = `11421002${String(number).padStart(9, '0')}`;
  return first17 + (checkCharacter(first17) ?? '');
};
const lineOf = (number: number, name: string, mail = '') =>
  `${codeOf(number)},${name},沙市区,管一件事。,0716-8000001,${mail}`;
const imported = (...lines: string[]) => {
  const text = ['credit_code,name,area,about,contact,mail', ...lines].join('\n');
  const reading = readCsv(text, { mostRows: 1000 });
  return importDepartments(administrator, { reading, reason, dryRun: false }).then(({ faults }) =>
    expect(faults).toEqual([]),
  );
};
const kept = () =>
  test.database.read.organisation.findMany({
    where: { kind: 'department' },
    orderBy: { creditCode: 'asc' },
    select: { name: true, invitations: { select: { email: true } } },
  });
const told = (type: string) => test.database.read.event.count({ where: { type } });

/** One is done at least; whoever read before that was written is told so, and who reads later finds it there. */
async function someDone(act: (at: number) => Promise<unknown>): Promise<number> {
  const { done, ...refused } = await fired(act);
  expect(done).toBeGreaterThanOrEqual(1);
  expect(done + (refused['changed-meanwhile'] ?? 0)).toBe(presses);
  return done;
}

it('one list that is imported many times enters and invites once, in each of its steps', async () => {
  const lines = Array.from({ length: 60 }, (_, at) => lineOf(at, `第${at}局`, `office${at}@example.org`));
  await someDone(() => imported(...lines));
  await imported(...lines);
  const rows = await kept();
  expect(rows.map(({ invitations }) => invitations.length)).toEqual(lines.map(() => 1));
  expect(await told('organisation.verified')).toBe(lines.length);
  expect(await test.database.read.outboxJob.count({ where: { kind: 'organisations.invite' } })).toBe(60);
});

it('of many corrections of one department none is written over another that it has not read', async () => {
  await imported(lineOf(900, '旧名局'));
  const before = await told('organisation.corrected');
  const done = await someDone((at) => imported(lineOf(900, `新名${at}局`)));
  expect((await kept()).at(-1)?.name).toMatch(/^新名\d+局$/);
  expect(await told('organisation.corrected')).toBe(before + done);
});

it('many invitations to one department that nobody acts for are one', async () => {
  await imported(lineOf(901, '无人局'));
  await someDone(() => imported(lineOf(901, '无人局', 'first@example.org')));
  expect((await kept()).at(-1)).toEqual({ name: '无人局', invitations: [{ email: 'first@example.org' }] });
});
