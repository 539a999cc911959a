import { communityId, makeAreas, makePerson } from './proposals';
import type { TestContext } from '../setup/context';
import type { Context } from '~/domains/context';
import { castVote } from '~/domains/ballots/casting/cast-vote.server';
import { createBallot } from '~/domains/ballots/organising/create-ballot.server';
import { openAndCloseDueBallots } from '~/domains/ballots/organising/due-ballots.server';
import { newBallotSchema } from '~/domains/ballots/organising/new-ballot-schema';
import { publishedRecord } from '~/domains/ballots/paper/published-papers.query.server';
import type { Choice } from '~/domains/ballots/rules/kinds';

const hour = 3600_000;
export const voters = ['ann', 'bob', 'cai', 'dan', 'eve'];

/** Areas, five voters of one community, a stranger without residence, a moderator and two of the staff. */
export async function makeElectorate(test: TestContext): Promise<void> {
  await makeAreas(test);
  for (const id of voters) await makeVoter(test, id);
  await makePerson(test, 'stranger');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  for (const id of ['staff1', 'staff2', 'staff3'])
    await makePerson(test, id, { role: 'staff', areaId: '421002' });
}

/** A person with a verified residence and age; of one household with those of the same key. */
export async function makeVoter(test: TestContext, id: string, householdKey?: string): Promise<void> {
  await makePerson(test, id);
  await test.database.transaction(async (tx) => {
    await tx.prisma.person.update({
      where: { id },
      data: { residenceAreaId: communityId, birthYear: 1980, householdKey: householdKey ?? null },
    });
  });
}

/** What a ballot says besides where it is the record of a statutory meeting. */
export const statutory = {
  standing: 'statutory-record',
  ...{ meetingKind: 'residents', convener: '江汉社区居民委员会', meetingPlace: '社区会议室' },
};

export interface MadeBallot {
  id: string;
  options: string[];
}

/** A ballot as the form would call it, for an hour from now. */
export async function makeBallot(
  test: TestContext,
  change: Record<string, unknown> = {},
  by?: Context,
): Promise<MadeBallot> {
  const now = test.clock.now().getTime();
  const input = newBallotSchema.parse({
    title: '社区口袋公园怎么建',
    question: '请大家来定。',
    areaId: '421002',
    kind: 'single-choice',
    standing: 'consultation',
    unit: 'person',
    secret: 'secret',
    minimumAge: '18',
    thresholdPercent: '50',
    percentageBase: 'votes',
    opensAt: new Date(now).toISOString(),
    closesAt: new Date(now + hour).toISOString(),
    options: '长椅\n健身器材\n花坛',
    shortMeant: 'on',
    ...change,
  });
  const id = await createBallot(by ?? (await test.asPerson('moderator')), input);
  const options = await test.database.read.ballotOption.findMany({
    where: { ballotId: id },
    orderBy: { position: 'asc' },
  });
  return { id, options: options.map((option) => option.id) };
}

/** The same, opened at once. */
export async function openBallotOf(
  test: TestContext,
  change: Record<string, unknown> = {},
  by?: Context,
): Promise<MadeBallot> {
  const made = await makeBallot(test, change, by);
  await openAndCloseDueBallots(test.as('system'));
  return made;
}

export async function vote(test: TestContext, person: string, id: string, choice: Choice) {
  return castVote(await test.asPerson(person), id, { choice, blank: true });
}

/** Lets two hours go by, and the worker do its work. */
export async function closeNow(test: TestContext): Promise<void> {
  test.clock.set(new Date(test.clock.now().getTime() + 2 * hour));
  await openAndCloseDueBallots(test.as('system'));
}

/** The published file of a closed ballot. */
export async function recordText(test: TestContext, id: string): Promise<string> {
  let text = '';
  for await (const part of await publishedRecord(test.as('visitor'), id)) text += part;
  return text;
}
