import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBallot, makeElectorate, openBallotOf } from '../../../tests/factories/ballots';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { runJobs } from '../../../tests/setup/jobs';
import { openAndCloseDueBallots } from './organising/due-ballots.server';
import { readTerms } from './organising/terms';
import { mergeOrganisation } from '../organisations/merge-organisation.server';

const day = 24 * 3600_000;
let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  await makeOrganisation(test, { id: 'double', members: { ann: 'owner', bob: 'member' } });
  await makeOrganisation(test, { id: 'kept', members: { cai: 'owner' } });
  await makeOrganisation(test, { id: 'other', members: { dan: 'owner' } });
});
afterAll(() => test.dispose());

const rowOf = (id: string) => test.database.read.ballot.findUniqueOrThrow({ where: { id } });
const inDays = (days: number) => new Date(test.clock.now().getTime() + days * day).toISOString();
const times = () => ({ opensAt: inDays(1), closesAt: inDays(8) });
const calledBy = (id: string) =>
  test.database.transaction((tx) =>
    tx.prisma.ballot.update({ where: { id }, data: { organisationId: 'double' } }),
  );

it('keeps the votes of members where an organisation is merged, and who goes on leads what it called', async () => {
  const asks = (organisationIds: string[]) => ({ electorateKind: 'organisations', organisationIds });
  const alone = await makeBallot(test, { ...times(), ...asks(['double', 'other']) });
  const both = await makeBallot(test, { ...times(), ...asks(['kept', 'double']) });
  const open = await openBallotOf(test);
  const over = await openBallotOf(test, { title: '已经结束的一场' });
  for (const { id } of [alone, open, over]) await calledBy(id);
  await test.database.transaction((tx) =>
    tx.prisma.ballot.update({ where: { id: over.id }, data: { state: 'closed' } }),
  );
  await mergeOrganisation(await test.asPerson('administrator'), {
    ...{ organisationId: 'double', intoId: 'kept', reason: '同一个组织登记了两次' },
  });
  await runJobs(test);
  expect(readTerms((await rowOf(alone.id)).terms).organisationIds).toEqual(['kept', 'other']);
  expect(readTerms((await rowOf(both.id)).terms).organisationIds).toEqual(['kept']);
  const callers = await Promise.all([alone, open, over].map(({ id }) => rowOf(id)));
  expect(callers.map(({ organisationId }) => organisationId)).toEqual(['kept', 'kept', 'double']);
  test.clock.advance(2 * day);
  await openAndCloseDueBallots(test.as('system'));
  const electors = await test.database.read.elector.findMany({
    where: { ballotId: alone.id },
    orderBy: { personId: 'asc' },
  });
  expect(electors.map(({ personId }) => personId)).toEqual(['ann', 'bob', 'cai', 'dan']);
});
