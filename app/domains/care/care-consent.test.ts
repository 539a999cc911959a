import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptedNeed,
  acceptedTask,
  careContext,
  day,
  makeNeed,
  need,
  secrets,
  task,
} from '../../../tests/factories/care';
import type { TestContext } from '../../../tests/setup/context';
import { runJobs } from '../../../tests/setup/jobs';
import type { PersonActor } from '../actor';
import { ownConsents, withdrawConsent } from '../identity/index.server';
import { heldOverview } from '../held-overview.query.server';
import { erasePerson, exportPerson } from '../own-data.server';
import { answerContest, contestOrder } from './contests/contest.server';
import { withdrawNeed } from './needs/end-need.server';
import { needPage } from './reads/need-page.query.server';
import { ownCareMatters, waitingCare } from './reads/waiting-care.query.server';
import { recordTask } from './tasks/do-task.server';
import { openWords } from '~/platform/mail/mail-words.server';

let test: TestContext;
beforeAll(async () => {
  test = await careContext();
});
afterAll(() => test.dispose());

async function as(id: string) {
  const ctx = await test.asPerson(id);
  return { ...ctx, actor: ctx.actor as PersonActor };
}

const consentOf = async (id: string) =>
  (await ownConsents(await as(id))).find(({ purpose }) => purpose === 'care');

/** Every text of the database in which something of the entry might be left. */
async function everythingSealed(needId: string): Promise<string> {
  const tasks = await test.database.read.careTask.findMany({ where: { needId } });
  const contests = await test.database.read.careContest.findMany({ where: { needId } });
  const sealed = [await need(test, needId), ...tasks, ...contests].flatMap((row) =>
    Object.entries(row).filter(([name, value]) => name.startsWith('sealed') && value !== null),
  );
  return JSON.stringify(sealed);
}

describe('a consent', () => {
  it('is given with the entry; taken back, the words go, and what was planned is called off', async () => {
    const { needId, taskId } = await acceptedTask(test);
    const done = await acceptedTask(test);
    test.clock.advance(day);
    await recordTask(await as('volunteer'), done.taskId, { as: 'done', words: secrets.record });
    expect(await consentOf('elder')).toMatchObject({ isOn: true, history: [{ withdrawnAt: null }] });
    await withdrawConsent(await as('elder'), 'care');
    for (const id of [needId, done.needId]) {
      expect(await need(test, id)).toMatchObject({ state: 'withdrawn' });
      expect(await everythingSealed(id)).toBe('[]');
    }
    expect((await task(test, taskId)).state).toBe('cancelled');
    expect(await consentOf('elder')).toMatchObject({ isOn: false });
    expect((await consentOf('elder'))?.history[0]?.withdrawnAt).not.toBeNull();
  });

  it('ends with the last entry, and not before', async () => {
    const [one, other] = [await makeNeed(test), await makeNeed(test, { called: '王爷爷' })];
    await withdrawNeed(await as('elder'), one);
    expect(await consentOf('elder')).toMatchObject({ isOn: true });
    await expect(withdrawNeed(await as('grid'), other)).rejects.toThrow('not-yours');
    await withdrawNeed(await as('elder'), other);
    const consent = await consentOf('elder');
    expect([consent?.isOn, consent?.history[0]?.withdrawnAt === null]).toEqual([false, false]);
  });
});

describe('an account that is closed', () => {
  it('takes the own entries along, and frees what was to be done for others', async () => {
    const { taskId } = await acceptedTask(test);
    const own = await makeNeed(test, {}, 'volunteer');
    await erasePerson(await as('volunteer'), 'volunteer');
    expect(await task(test, taskId)).toMatchObject({ state: 'planned', doneBy: null });
    expect(await test.database.read.careNeed.count({ where: { id: own } })).toBe(0);
    expect(await test.database.read.careVolunteer.count({ where: { personId: 'volunteer' } })).toBe(0);
  });

  it('of who stated it for a ward ends the entry', async () => {
    const change = { entitlement: 'guardian', confirmed: 'yes' };
    const ward = await makeNeed(test, change, 'child');
    await erasePerson(await as('child'), 'child');
    expect(await test.database.read.careNeed.count({ where: { id: ward } })).toBe(0);
  });
});

describe('those concerned', () => {
  it('find all of it in their own data, and who has looked', async () => {
    const id = await acceptedNeed(test);
    await runJobs(test);
    const data = JSON.stringify(await exportPerson(await as('elder'), 'elder'));
    for (const word of [secrets.called, secrets.words, secrets.phone]) expect(data).toContain(word);
    const { readings } = await heldOverview(await as('elder'));
    expect(readings[0]).toMatchObject({ by: 'grid', reason: '核对新登记' });
    await withdrawNeed(await as('elder'), id);
  });

  it('are told by mails that say nothing of what it is about', async () => {
    await acceptedNeed(test);
    await runJobs(test);
    const { keys } = await as('elder');
    const mails = await test.database.read.mail.findMany();
    const texts = mails.map((mail) => JSON.stringify({ ...mail, ...openWords(keys, mail) })).join();
    const events = JSON.stringify(await test.database.read.event.findMany());
    const notices = JSON.stringify(await test.database.read.notification.findMany());
    expect(mails.length).toBeGreaterThan(0);
    for (const word of ['暗号', '关爱', '吃药', secrets.phone, 'medication', '降压'])
      expect([texts, events, notices].join().includes(word), word).toBe(false);
    expect(
      await test.database.read.event.count({ where: { type: { startsWith: 'care-' }, isPublic: true } }),
    ).toBe(0);
  });

  it('stand in no event by which the register would be known when it is gone', async () => {
    const rows = await test.database.read.event.findMany({ where: { type: { startsWith: 'care-' } } });
    expect(rows.length).toBeGreaterThan(5);
    const people = new Set(rows.map(({ actorPersonId }) => actorPersonId));
    expect([...people].filter((id) => id !== null)).toEqual(['grid']);
    expect(rows.map(({ privateData, publicData }) => `${publicData}${privateData}`).join()).not.toContain(
      'elder',
    );
  });

  it('contest their place: the next office answers, and nobody who keeps the entry', async () => {
    const id = await acceptedNeed(test);
    await expect(contestOrder(await as('stranger'), id, '排得太后')).rejects.toThrow('not-yours');
    await contestOrder(await as('elder'), id, '暗号我摔过一跤');
    await expect(contestOrder(await as('elder'), id, '再来一次')).rejects.toThrow('contested-already');
    const [contest] = (await needPage(await as('chief'), id)).contests;
    expect((await needPage(await as('chief'), id)).words).toBeNull();
    const input = { contestId: contest?.id ?? '', verdict: 'grant', answer: '成立' } as const;
    await expect(answerContest(await as('grid'), id, input)).rejects.toThrow('next-office-only');
    expect((await waitingCare(await as('chief'))).map(({ ask }) => ask)).toContain('answer-care-contest');
    await answerContest(await as('chief'), id, input);
    await expect(answerContest(await as('chief'), id, input)).rejects.toThrow('changed-meanwhile');
    const page = await needPage(await as('elder'), id);
    expect(page.reasons[0]?.code).toBe('raised');
    expect(page.contests).toMatchObject([{ state: 'granted', answer: '成立' }]);
  });

  it('find what waits and what is theirs on their own pages', async () => {
    expect((await ownCareMatters(await as('elder'))).length).toBeGreaterThan(1);
    const id = await makeNeed(test, {}, 'stranger');
    expect((await waitingCare(await as('grid'))).map((one) => one.id)).toContain(id);
    expect(await waitingCare(await as('street'))).toEqual([]);
  });
});
