import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeNow, openBallotOf, recordText } from '../factories/ballots';
import { makeFeedback } from '../factories/feedback';
import { communityId, makePerson, makeProposal } from '../factories/proposals';
import { makeOffices } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { mailsTo } from '../setup/mails';
import { contextOfPortal } from '../setup/posting-people';
import { testPortal } from '../setup/portal';
import { remixBuild } from '../setup/remix-build';
import { ballotPage } from '~/domains/ballots/ballot-page.query.server';
import { paperList } from '~/domains/ballots/paper/paper-list.query.server';
import { calendarOf, renewCalendarLink } from '~/domains/bridges/index.server';
import { decideReportedFeedback } from '~/domains/feedback/hide-feedback.server';
import { proofOfEvent, timelineOf } from '~/domains/ledger/index.server';
import { appendToLog } from '~/domains/ledger/log/append-to-log.server';
import type { Context } from '~/domains/context';
import { moderationLog, reportContent } from '~/domains/moderation/index.server';
import { follow, isWithheldMail } from '~/domains/notifications/index.server';
import { endorseProposal } from '~/domains/proposals/endorsing/endorse-proposal.server';
import { decideReportedProposal } from '~/domains/proposals/hide-proposal.server';
import { mergeProposals } from '~/domains/proposals/merging/merge-proposals.server';
import { jobHandlers } from '~/domains/registry.server';
import { excludeOrder } from '~/domains/statistics/exclude-order.server';
import { exclusionsPage } from '~/domains/statistics/exclusions.query.server';
import { readableOrders } from '~/domains/workorders/visibility';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import { runDueJobs } from '~/platform/jobs/worker.server';
import { openLog } from '~/platform/log.server';
import { mailHandler } from '~/platform/mail/send-mail.server';
import * as ballotRoute from '~/routes/ballots+/$id';

const secret = '王小二电话13800000000';
const other = '另一条普通的提案';
let test: TestContext;
const noComments = { moveComments: () => Promise.resolve({ threads: [], comments: 0 }) };

beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const name of ['stranger', 'neighbour', 'third']) await makePerson(test, name);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
});
afterAll(() => test.dispose());

async function hide(given: TestContext, id: string): Promise<void> {
  await reportContent(await given.asPerson('neighbour'), {
    ...{ subjectKind: 'proposal', subjectId: id, areaId: communityId, title: secret },
    ...{ ground: 'private', words: '' },
  });
  const decision = { proposalId: id, hide: true, reason: '含有个人电话' };
  await decideReportedProposal(await given.asPerson('moderator'), decision);
}

/** A proposal that has enough endorsements to be put to the vote. */
async function endorsed(given: TestContext, title: string): Promise<string> {
  const id = await makeProposal(given, 'asker', { title });
  for (const who of ['stranger', 'neighbour', 'third']) await endorseProposal(await given.asPerson(who), id);
  return id;
}

describe('an option of a ballot whose proposal is hidden', () => {
  it('is called by its number for who may not read it, on every page and in every file', async () => {
    const ids = [await endorsed(test, secret), await endorsed(test, other)];
    const { id } = await openBallotOf(test, { proposalIds: ids, options: '' });
    await closeNow(test);
    const whole = await recordText(test, id);
    expect(whole).toContain(secret);
    await hide(test, ids[0] ?? '');
    const shownTo = async (who: string) => {
      const ctx = who === 'visitor' ? test.as('visitor') : await test.asPerson(who);
      const papers = await paperList(ctx, id, { receipt: '', cursor: '' });
      return JSON.stringify([(await ballotPage(ctx, id)).ballot.options, papers.labels]);
    };
    for (const who of ['visitor', 'stranger', 'roads-clerk']) {
      expect(await shownTo(who), who).not.toContain(secret);
      expect(await shownTo(who), who).not.toContain(ids[0]);
      expect(await shownTo(who), who).toContain(other);
    }
    for (const who of ['asker', 'moderator']) expect(await shownTo(who), who).toContain(secret);
    const published = await recordText(test, id);
    expect(published).not.toContain(secret);
    const withoutLabels = (text: string) => JSON.stringify({ ...JSON.parse(text), ballot: null });
    expect(withoutLabels(published)).toBe(withoutLabels(whole));
  });

  it('is no longer told by the entry of the result in the public log', async () => {
    const title = '电话13911111111的提案';
    const ids = [await endorsed(test, title), await endorsed(test, '院里装灯')];
    const { id } = await openBallotOf(test, { proposalIds: ids, options: '' });
    await closeNow(test);
    const event = await test.database.read.event.findFirstOrThrow({
      where: { type: 'ballot.closed', subjectId: id },
    });
    for (let turn = 0; turn < 5; turn += 1) await appendToLog(test.as('system'));
    const proofFor = (ctx: Context) => proofOfEvent(ctx, event.id);
    expect((await proofFor(test.as('visitor')))?.content).toContain(id);
    await hide(test, ids[0] ?? '');
    const after = await proofFor(test.as('visitor'));
    expect([after?.entry === undefined, after?.content, after?.salt]).toEqual([false, undefined, undefined]);
    expect((await proofFor(await test.asPerson('moderator')))?.content).toContain(id);
  });

  it('is no longer shown by a page that was kept before', async () => {
    const route = { path: 'ballots/:id', page: false, loader: ballotRoute.loader as never };
    const portal = await testPortal(
      remixBuild([route], () => new Response('')),
      { ENDORSEMENT_THRESHOLD: '3' },
    );
    const running = contextOfPortal(portal);
    await makeOffices(running);
    for (const name of ['stranger', 'neighbour', 'third']) await makePerson(running, name);
    const ids = [await endorsed(running, secret), await endorsed(running, other)];
    const { id } = await openBallotOf(running, { proposalIds: ids, options: '' });
    const page = async () => (await portal.ask(`/ballots/${id}`)).text();
    expect(await page()).toContain(secret);
    await page();
    await hide(running, ids[0] ?? '');
    const after = await page();
    expect(after).not.toContain(secret);
    expect(after).toContain(other);
    await portal.dispose();
  });
});

describe('reasons', () => {
  it('given on what is confidential stand in no public log', async () => {
    const reason = '三楼张家的事，已经上门';
    const open = await makeFeedback(test, 'asker', { title: '路灯不亮', isPublic: 'yes' });
    const confidential = await makeFeedback(test, 'asker', { title: '家里的事', isPublic: 'no' });
    const moderator = await test.asPerson('moderator');
    for (const [feedbackId, words] of [
      [open, '内容属实，保留'],
      [confidential, reason],
    ] as const) {
      await reportContent(await test.asPerson('neighbour'), {
        ...{ subjectKind: 'feedback', subjectId: feedbackId, areaId: communityId, title: '' },
        ...{ ground: 'other', words: '' },
      });
      await decideReportedFeedback(moderator, { feedbackId, hide: false, reason: words });
    }
    const log = async (who: string) =>
      JSON.stringify(
        await moderationLog(who === 'visitor' ? test.as('visitor') : await test.asPerson(who), undefined),
      );
    for (const who of ['visitor', 'stranger']) {
      expect(await log(who)).not.toContain('张家');
      expect(await log(who)).toContain('内容属实');
      expect(await log(who)).toContain('"withheld":true');
      expect(await log(who)).not.toContain(confidential);
    }
    expect(await log('moderator')).toContain('张家');
  });

  it('why an order does not count are told of orders that one may read', async () => {
    const subjectId = await makeFeedback(test, 'asker', { title: '家里的另一件事', isPublic: 'no' });
    const orderId = await registerWorkOrder(await test.asPerson('moderator'), {
      ...{ subjectKind: 'feedback' as const, subjectId, category: 'safety' as const, departmentId: 'water' },
      ...{ title: '家里的另一件事', description: '请上门。', externalNumber: '', deadline: undefined },
      urgency: 'normal',
    } as Parameters<typeof registerWorkOrder>[1]);
    const { number } = await test.database.read.workOrder.findUniqueOrThrow({ where: { id: orderId } });
    await excludeOrder(await test.asPerson('administrator'), { number, reason: '张家自行撤回' });
    expect(JSON.stringify(await exclusionsPage(test.as('visitor'), undefined))).not.toContain('张家');
    const moderator = await test.asPerson('moderator');
    expect(JSON.stringify(await exclusionsPage(moderator, undefined))).toContain('张家');
  });
});

it('the history of a proposal names no hidden one into which it was merged', async () => {
  const from = await makeProposal(test, 'asker', { title: '东门加装路灯' });
  const into = await makeProposal(test, 'stranger', { title: secret });
  await mergeProposals(await test.asPerson('moderator'), {
    fromId: from,
    intoId: into,
    reason: '同一件事',
    ...noComments,
  });
  const history = async (who: string) =>
    JSON.stringify(
      await timelineOf(who === 'visitor' ? test.as('visitor') : await test.asPerson(who), [
        { kind: 'proposal', id: from },
      ]),
    );
  expect(await history('visitor')).toContain(secret);
  await hide(test, into);
  for (const who of ['visitor', 'roads-clerk']) expect(await history(who)).not.toContain(secret);
  expect(await history('moderator')).toContain(secret);
});

it('the calendar of a member who may not read an order does not name it', async () => {
  await makePerson(test, 'water-member');
  await test.database.transaction((tx) =>
    tx.prisma.organisationMember.create({
      data: {
        ...{ organisationId: 'water', personId: 'water-member', mandate: 'member' },
        createdAt: test.clock.now(),
      },
    }),
  );
  const calendarFor = async (who: string) =>
    calendarOf(test.as('visitor'), await renewCalendarLink(await test.asPerson(who)));
  expect(await calendarFor('water-clerk')).toContain('家里的另一件事');
  const readable = await test.database.read.workOrder.findMany({
    where: { AND: readableOrders(await test.asPerson('water-member')) },
    select: { title: true },
  });
  const named = (await calendarFor('water-member')).includes('家里的另一件事');
  expect(named).toBe(readable.some(({ title }) => title === '家里的另一件事'));
});

/** A mail server on the loopback address, and what it got. */
async function mailServer() {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { received, stop, url: `smtp://127.0.0.1:${port}` };
}

it('a mail that waited while the server was away is not sent once its matter is hidden', async () => {
  const smtp = await mailServer();
  const system = test.as('system');
  const send = mailHandler({
    ...{ database: test.database, clock: test.clock, smtpUrl: smtp.url, from: 'no-reply@gongzhi.example' },
    ...{ publicUrl: 'https://gongzhi.example', keys: system.keys },
    isWithheld: (mail) => isWithheldMail(system, mail),
  });
  const run = () =>
    runDueJobs({
      ...{ database: test.database, clock: test.clock, log: openLog('silent'), owner: 'test' },
      ...{ handlers: { ...jobHandlers(system), mail: send }, recurring: {} },
    });
  await run();
  smtp.received.length = 0;
  const [hidden, open] = [
    await makeProposal(test, 'asker', { title: secret }),
    await makeProposal(test, 'asker', { title: other }),
  ];
  for (const subjectId of [hidden, open])
    await test.database.transaction((tx) =>
      follow(tx, { personId: 'third', subjectKind: 'proposal', subjectId, at: test.clock.now() }),
    );
  for (const id of [hidden, open])
    await mergeProposals(await test.asPerson('moderator'), {
      ...{ fromId: await makeProposal(test, 'stranger', { title: '相同的一条' }), intoId: id },
      ...{ reason: '同一件事', ...noComments },
    });
  // The notices are told; their mails are made when the minute of the bundle is over, and wait.
  await runJobs(test);
  test.clock.advance(2 * 60_000);
  await runJobs(test);
  const waiting = await mailsTo(test, 'third@example.org');
  expect(JSON.stringify(waiting)).toContain(secret);
  await hide(test, hidden);
  await test.database.transaction((tx) =>
    tx.prisma.outboxJob.updateMany({
      where: { kind: 'mail' },
      data: { state: 'waiting', finishedAt: null, attempts: 0, runAt: test.clock.now() },
    }),
  );
  await run();
  // What else the mail told comes in one of its own.
  await run();
  await smtp.stop();
  const sent = smtp.received.filter((mail) => mail.includes('To: third@example.org'));
  const kept = await test.database.read.mail.findMany({ where: { recipient: 'third@example.org' } });
  expect(kept.some(({ sentAt }) => sentAt !== null)).toBe(true);
  expect(kept.some(({ sentAt, emptiedAt }) => sentAt === null && emptiedAt !== null)).toBe(true);
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(sent.length).toBeGreaterThan(0);
  const told = (await Promise.all(sent.map((mail) => simpleParser(mail)))).map(({ text }) => text).join('\n');
  expect(told).toContain(other);
  expect(told).not.toContain(secret);
});
