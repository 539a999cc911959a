import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson, makeProposal } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { runJobs } from '../../../tests/setup/jobs';
import { mailsTo } from '../../../tests/setup/mails';
import { inTransaction } from '../in-transaction.server';
import { reportContent } from '../moderation/index.server';
import { decideReportedProposal } from '../proposals/hide-proposal.server';
import { answerProposal } from '../proposals/answer-proposal.server';
import { queueDigests } from './digest.server';
import { follow } from './follow.server';
import { forgetNotices } from './forget-notices.server';
import { isWithheldMail } from './withheld-mail.server';
import { emptyWords } from '~/platform/mail/mail-words.server';

let test: TestContext;
const hour = 3600_000;
const [secret, other] = ['王小二电话13800000000', '另一条普通的提案'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'neighbour');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
});
afterAll(() => test.dispose());

const read = () => test.database.read;

/** A new follower of two proposals that were answered, who wants mails in this way; answers the mail that waits. */
async function toldOfTwo(personId: string, mailFrequency: string) {
  await makePerson(test, personId);
  await makePerson(test, `${personId}-author`);
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: personId }, data: { mailFrequency } }),
  );
  const ids: string[] = [];
  for (const title of [secret, other]) {
    const id = await makeProposal(test, `${personId}-author`, { title, areaId: communityId });
    await test.database.transaction((tx) =>
      follow(tx, { personId, subjectKind: 'proposal', subjectId: id, at: test.clock.now() }),
    );
    const answer = { decision: 'decline', answer: '该路段已列入明年改造计划。' } as const;
    await answerProposal(await test.asPerson('moderator'), id, answer);
    ids.push(id);
  }
  await aDayGoesBy();
  const mail = await read().mail.findFirstOrThrow({ where: { personId, emptiedAt: null } });
  const [hidden = '', open = ''] = ids;
  return { mail, hidden, open };
}

async function hide(proposalId: string): Promise<void> {
  await reportContent(await test.asPerson('neighbour'), {
    ...{ subjectKind: 'proposal', subjectId: proposalId, areaId: communityId, title: secret },
    ...{ ground: 'private', words: '' },
  });
  const decision = { proposalId, hide: true, reason: '含有个人电话' };
  await decideReportedProposal(await test.asPerson('moderator'), decision);
}

async function aDayGoesBy(): Promise<void> {
  await runJobs(test);
  test.clock.advance(25 * hour);
  await queueDigests(test.as('system'));
  await runJobs(test);
}

const noticesOf = (personId: string) =>
  read().notification.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } });

it.each(['immediate', 'daily'])(
  'of a mail of several (%s) that waits, what is hidden meanwhile is not told, and the rest comes again once',
  async (mailFrequency) => {
    const personId = `reader-${mailFrequency}`;
    const { mail, hidden } = await toldOfTwo(personId, mailFrequency);
    const system = test.as('system');
    expect(await isWithheldMail(system, mail)).toBe(false);
    await hide(hidden);
    expect(await isWithheldMail(system, mail)).toBe(true);
    const row = await read().mail.findUniqueOrThrow({ where: { id: mail.id } });
    await test.database.transaction((tx) =>
      tx.prisma.mail.update({ where: { id: mail.id }, data: emptyWords(test.clock.now()) }),
    );
    await aDayGoesBy();
    await aDayGoesBy();
    // The job is tried again: nothing is told a third time.
    expect(await isWithheldMail(system, row)).toBe(true);
    await aDayGoesBy();
    const mails = (await mailsTo(test, `${personId}@example.org`)).filter(({ id }) => id !== mail.id);
    expect(mails.filter((one) => JSON.stringify(one).includes(other))).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain(secret);
    expect((await noticesOf(personId)).every(({ mailedAt }) => mailedAt !== null)).toBe(true);
  },
);

it('a waiting mail goes with an event that is forgotten, and the rest of it comes again', async () => {
  const { mail, hidden } = await toldOfTwo('forgetful', 'daily');
  const of = (await noticesOf('forgetful')).map(({ eventId }) => eventId);
  const told = await read().event.findFirstOrThrow({ where: { id: { in: of }, subjectId: hidden } });
  await inTransaction(test.as('system'), (ctx) => forgetNotices(ctx, [told.id], test.clock.now()));
  expect(await read().mail.findUnique({ where: { id: mail.id } })).toBeNull();
  await aDayGoesBy();
  const mails = await mailsTo(test, 'forgetful@example.org');
  expect(mails.map((one) => JSON.stringify(one).includes(other))).toEqual([true]);
  expect(JSON.stringify(mails)).not.toContain(secret);
});

it('a mail that was sent does not say of which events it told several', async () => {
  const { mail } = await toldOfTwo('sent', 'daily');
  expect(mail.eventIds).not.toBeNull();
  expect(emptyWords(test.clock.now()).eventIds).toBeNull();
});
