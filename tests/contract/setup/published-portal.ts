import fc from 'fast-check';
import { ballotCases } from '../../factories/every-ballot-kind';
import { makeEveryState } from '../../factories/every-state';
import { communityId, makePerson } from '../../factories/proposals';
import { makeOffices } from '../../factories/work-orders';
import type { TestContext } from '../../setup/context';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import type { Actor } from '~/domains/actor';
import { tally } from '~/domains/ballots/rules/tally';
import type { Context } from '~/domains/context';
import { resolvePerson } from '~/domains/identity/index.server';
import { contextFor } from '~/http/server/services.server';

/** Part of the name of every person: no answer may hold it. */
export const nameMark = 'kqnamekq';

/** A counted ballot of each kind. */
async function makeResults({ database }: TestContext): Promise<void> {
  const closed = await database.read.ballot.findFirstOrThrow({ where: { state: 'closed' } });
  for (const [at, { rules, paper }] of ballotCases.entries()) {
    const result = JSON.stringify(tally(fc.sample(paper, { numRuns: 20, seed: at }), rules));
    const id = `counted-${String(at).padStart(2, '0')}`;
    const data = { ...closed, id, title: '已计票', kind: rules.kind, result };
    await database.transaction((tx) => tx.prisma.ballot.create({ data }));
  }
}

/** Shifts of every activity. */
async function makeShifts({ database, clock }: TestContext): Promise<void> {
  const opportunities = await database.read.opportunity.findMany({ select: { id: true } });
  const startsAt = clock.now();
  await database.transaction(async (tx) => {
    for (const { id: opportunityId } of opportunities)
      await tx.prisma.shift.create({
        data: {
          ...{ id: `shift-${opportunityId}`, opportunityId, startsAt, signUpUntil: startsAt },
          ...{ endsAt: new Date(startsAt.getTime() + 3600_000), capacity: 5, task: '扫地' },
        },
      });
  });
}

/** Public events of what there is, some of which was hidden since, or takes up or names what not everyone may read. */
async function makeEvents({ database, clock }: TestContext): Promise<void> {
  const { read } = database;
  const told: [type: string, rows: { id: string; proposalId?: string | null }[], data: object][] = [
    ['proposal.published', await read.proposal.findMany(), {}],
    ['work-order.registered', await read.workOrder.findMany(), {}],
    ['opportunity.published', await read.opportunity.findMany(), { organisation: '水务局' }],
    ['ballot.closed', await read.ballot.findMany(), { accepted: ['选项 0'] }],
  ];
  await database.transaction(async (tx) => {
    for (const [type, rows, data] of told)
      for (const { id, proposalId } of rows)
        await tx.prisma.event.create({
          data: {
            ...{ id: `event-${id}`, type, subjectKind: type.split('.')[0] ?? '', subjectId: id },
            ...{ areaId: communityId, actorPersonId: 'asker', at: clock.now(), isPublic: true },
            publicData: JSON.stringify({ title: '标题', ...data, ...(proposalId && { proposalId }) }),
          },
        });
  });
}

/** A portal with everything in every state that exists. */
export async function publishedPortal(): Promise<{ portal: TestPortal; test: TestContext }> {
  const portal = await testPortal(await wholeBuild(), { RATE_LIMITS: 'false' });
  const { database, clock } = portal.services;
  const as = (who: Actor): Context => contextFor(portal.services, who, 'zh-CN');
  const asPerson = async (id: string) => as(await resolvePerson(database, id, null));
  const test = { database, clock, asPerson } as unknown as TestContext;
  test.as = (who) => as(typeof who === 'string' ? { kind: who } : who);
  await makeOffices(test);
  await makePerson(test, 'stranger');
  await makeEveryState(test, { places: [communityId], authors: ['asker'] });
  await makeResults(test);
  await makeShifts(test);
  await makeEvents(test);
  const people = await database.read.person.findMany({ select: { id: true } });
  await database.transaction(async (tx) => {
    for (const { id } of people)
      await tx.prisma.person.update({ where: { id }, data: { displayName: `${nameMark} ${id}` } });
  });
  return { portal, test };
}
