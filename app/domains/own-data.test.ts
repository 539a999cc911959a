import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../tests/factories/feedback';
import { makeConversation } from '../../tests/factories/conversations';
import { makeOrganisation } from '../../tests/factories/organisations';
import { communityId, makePerson, makeProposal, proposalInput } from '../../tests/factories/proposals';
import { act, makeOffices, makeOrder, stateOf } from '../../tests/factories/work-orders';
import { testContext } from '../../tests/setup/context';
import type { TestContext } from '../../tests/setup/context';
import { runJobs } from '../../tests/setup/jobs';
import { columnsOf, readSchema } from '../../tests/setup/schema-columns';
import { answerStatement } from './opinions/statements/answer-statement.server';
import { endorseProposal } from './proposals/endorsing/endorse-proposal.server';
import { createDraft } from './proposals/save-proposal.server';
import { erasePerson, exportPerson, finishErasures } from './own-data.server';
import { requestResidence } from './identity/residence/residence.server';
import { subjectServers } from './subjects.server';
import { addShift, publishOpportunity } from './volunteering/opportunity.server';
import { signUp, withdraw } from './volunteering/places/sign-up.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const id of ['author', 'ann', 'bob', 'cai', 'organiser']) await makePerson(test, id);
});
afterAll(() => test.dispose());

const hour = 3600_000;
const erase = async (id: string) => erasePerson(await test.asPerson(id), id);
const name = '陈桂兰';

/** A person of that mail address, as one who registers again after the account was closed. */
async function registersAgain(id: string, email: string, displayName = name): Promise<string> {
  await test.database.transaction((tx) =>
    tx.prisma.person.create({
      data: {
        id,
        email,
        emailConfirmedAt: test.clock.now(),
        displayName,
        createdAt: test.clock.now(),
        homeAreaId: communityId,
      },
    }),
  );
  return id;
}

describe('what is held on persons', () => {
  it('is declared by some subject for every column that names one, and for no other', () => {
    const declared = subjectServers.flatMap(({ held }) =>
      Object.entries(held?.models ?? {}).flatMap(([model, columns]) =>
        Object.keys(columns).map((column) => `${model}.${column}`),
      ),
    );
    const { persons, unknown } = columnsOf(readSchema());
    expect(persons.length).toBeGreaterThan(80);
    expect(declared.sort()).toEqual(persons);
    // A column that leads by an id to something is known to lead elsewhere, or names a person.
    expect(unknown).toEqual([]);
  });

  it('is seen by the relation of a column, by its name, and where neither says', () => {
    const schema = `model Ride {
  id       String @id
  driverId String
  chairId  String
  voterId  String
  lentBy   String
  areaId   String
  ballotId String

  driver Person @relation(fields: [driverId], references: [id])
  ballot Ballot @relation(fields: [ballotId], references: [id])
}
`;
    expect(columnsOf(schema)).toEqual({
      persons: ['Ride.driverId', 'Ride.lentBy', 'Ride.voterId'],
      unknown: ['Ride.chairId'],
    });
  });

  it('is given out whole, without secrets, and that is on record', async () => {
    await registersAgain('taker', 'taker@example.org', '王素珍');
    const ctx = await test.asPerson('taker');
    const address = '便河路 12 号 3 栋 401';
    await requestResidence(ctx, { areaId: communityId, address, birthYear: 1955 });
    await makeFeedback(test, 'taker', { title: '我的反映' });
    const conversationId = await makeConversation(test);
    const { id: statementId } = await test.database.read.statement.findFirstOrThrow({
      where: { conversationId },
    });
    await answerStatement(ctx, { conversationId, statementId, answer: 'agree' });
    await runJobs(test);
    const taken = await exportPerson(ctx, 'taker');
    const text = JSON.stringify(taken);
    for (const words of ['taker@example.org', address, '我的反映', statementId])
      expect(text).toContain(words);
    expect(taken.identity).toMatchObject({ 'ResidenceVerification.personId': [{ birthYear: 1955 }] });
    expect(text).not.toMatch(/tokenHash|passwordHash|householdKey|sealedAddress/);
    expect(await test.database.read.event.count({ where: { type: 'person.exported' } })).toBe(1);
  });
});

describe('an account that is closed', () => {
  async function shiftOf(capacity: number): Promise<string> {
    const id = 'organisers';
    if ((await test.database.read.organisation.count({ where: { id } })) === 0)
      await makeOrganisation(test, { id, members: { organiser: 'owner' } });
    const ctx = await test.asPerson('organiser', id);
    const opportunityId = await publishOpportunity(ctx, {
      title: '清洁日',
      body: '一起打扫院子，带上手套。',
      areaId: communityId,
      proposalId: '',
      place: '',
      risks: '',
      requirements: '',
      minimumAge: 16,
    });
    const startsAt = new Date(test.clock.now().getTime() + 48 * hour);
    await addShift(ctx, opportunityId, {
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * hour),
      capacity,
      task: '',
    });
    return (await test.database.read.shift.findFirstOrThrow({ where: { opportunityId } })).id;
  }
  const places = async (shiftId: string) =>
    Object.fromEntries(
      (await test.database.read.signUp.findMany({ where: { shiftId } })).map((row) => [
        row.personId,
        row.state,
      ]),
    );

  it('frees the seat for whoever waits, and is never moved up itself', async () => {
    const shiftId = await shiftOf(1);
    for (const id of ['gone-1', 'gone-2']) await makePerson(test, id);
    for (const id of ['gone-1', 'gone-2', 'bob']) {
      await signUp(await test.asPerson(id), shiftId);
      test.clock.advance(1000);
    }
    await erase('gone-2');
    await erase('gone-1');
    expect(await places(shiftId)).toEqual({ 'gone-1': 'withdrawn', 'gone-2': 'withdrawn', bob: 'offered' });
    await signUp(await test.asPerson('cai'), shiftId);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: 'cai' }, data: { suspendedAt: test.clock.now() } }),
    );
    await withdraw(await test.asPerson('bob'), shiftId);
    expect(await places(shiftId)).toMatchObject({ bob: 'withdrawn', cai: 'waiting' });
    expect(await test.database.read.shift.findUnique({ where: { id: shiftId } })).toMatchObject({ taken: 0 });
  });

  it('does not count again on the same address, whether for a proposal or in a conversation', async () => {
    const proposalId = await makeProposal(test, 'author');
    const conversationId = await makeConversation(test);
    const { id: statementId } = await test.database.read.statement.findFirstOrThrow({
      where: { conversationId },
    });
    const answers = async (id: string) =>
      answerStatement(await test.asPerson(id), { conversationId, statementId, answer: 'agree' });
    for (const round of ['first', 'second', 'third']) {
      const id = await registersAgain(round, 'again@example.org');
      const again = { status: 'rejected', reason: { reason: 'identity.counted-before' } };
      const expected = round === 'first' ? { status: 'fulfilled' } : again;
      // All settled, then looked at: one that fails while another is awaited would be unhandled.
      const twice = [endorseProposal(await test.asPerson(id), proposalId), answers(id)];
      expect(await Promise.allSettled(twice)).toMatchObject([expected, expected]);
      await erase(id);
    }
    const counts = { where: { id: proposalId } };
    expect(await test.database.read.proposal.findUnique(counts)).toMatchObject({ endorsementCount: 1 });
    expect(await test.database.read.participant.count({ where: { conversationId } })).toBe(1);
    const kept = await test.database.read.person.findMany({ where: { erasedKey: { not: null } } });
    expect(JSON.stringify(kept)).not.toContain('again@example.org');
  });

  it('leaves no name, draft or confidential word behind, and nothing that waits', async () => {
    const id = await registersAgain('leaving', 'leaving@example.org');
    const ctx = await test.asPerson(id);
    await requestResidence(ctx, { areaId: communityId, address: '便河路 12 号', birthYear: 1955 });
    await createDraft(ctx, { ...proposalInput, title: '没发布的草稿' }, []);
    await makeFeedback(test, id, { title: '三楼张家的事', body: '请不要说是我讲的', isPublic: 'no' });
    await runJobs(test);
    await erase(id);
    await runJobs(test);
    const { read } = test.database;
    const everything = JSON.stringify([
      await read.person.findMany(),
      await read.event.findMany(),
      await read.queueItem.findMany(),
      await read.notification.findMany(),
      await read.feedback.findMany({ where: { authorId: id } }),
      await read.proposal.findMany({ where: { authorId: id } }),
      await read.mail.findMany({ where: { recipient: 'leaving@example.org' } }),
    ]);
    for (const words of ['leaving@example.org', '没发布的草稿', '请不要说是我讲的'])
      expect(everything).not.toContain(words);
    expect(JSON.stringify(await read.queueItem.findMany())).not.toContain(name);
    expect(
      await read.queueItem.count({ where: { kind: 'residence-verification', state: 'open', title: '' } }),
    ).toBe(0);
    expect(await read.feedback.findFirst({ where: { authorId: id } })).toMatchObject({ state: 'withdrawn' });
    expect(await read.event.count({ where: { type: 'person.erased', subjectId: id } })).toBe(1);
  });

  it('holds up no order that waits for its answer, and is not asked later', async () => {
    const orderId = await makeOrder(test);
    await act(test, 'water-clerk', { id: orderId, act: 'accept' });
    await act(test, 'water-clerk', {
      id: orderId,
      act: 'finish',
      report: '已与施工方商定时间。',
      measures: '',
    });
    expect((await stateOf(test, orderId)).state).toBe('done');
    await erase('asker');
    expect((await stateOf(test, orderId)).state).not.toBe('done');
    expect(
      await test.database.read.callBack.count({ where: { workOrderId: orderId, answeredAt: null } }),
    ).toBe(0);
  });

  it('is no trap for the owner of an organisation', async () => {
    await makePerson(test, 'owner-gone');
    await makeOrganisation(test, { id: 'left-behind', members: { 'owner-gone': 'owner' } });
    await erase('owner-gone');
    expect(await test.database.read.organisation.findUnique({ where: { id: 'left-behind' } })).toMatchObject({
      state: 'inactive',
    });
  });

  it('is finished where an older version has closed it', async () => {
    const shiftId = await shiftOf(1);
    await makePerson(test, 'closed-before');
    for (const id of ['closed-before', 'ann']) await signUp(await test.asPerson(id), shiftId);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({
        where: { id: 'closed-before' },
        data: { email: 'erased-closed-before@invalid', suspendedAt: test.clock.now() },
      }),
    );
    expect(await finishErasures(test.as('system'))).toBe(1);
    expect(await finishErasures(test.as('system'))).toBe(0);
    expect(await places(shiftId)).toEqual({ 'closed-before': 'withdrawn', ann: 'offered' });
  });
});
