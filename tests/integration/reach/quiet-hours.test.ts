import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../factories/feedback';
import { communityId, makeAreas, makePerson, makeProposal, proposalInput } from '../../factories/proposals';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { openPushService } from '../../setup/push-service';
import type { PushService } from '../../setup/push-service';
import { addDeviceOf, reaching } from '../../setup/reaching';
import { postComment } from '~/domains/deliberation/index.server';
import { decideFeedback } from '~/domains/feedback/decide-feedback.server';
import { inTransaction } from '~/domains/in-transaction.server';
import { tellByName } from '~/domains/ledger/index.server';
import { ballotEvents } from '~/domains/ballots/events';
import { identityEvents } from '~/domains/identity/events';
import { appendEvent } from '~/domains/ledger/append-event.server';

let test: TestContext;
let service: PushService;
let person = '';
let day = 0;

beforeAll(async () => {
  test = reaching(await testContext());
  service = await openPushService();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'commenter');
});
afterAll(async () => {
  await service.close();
  await test.dispose();
});

/** Each in a night of its own: 21:00 in Shanghai. */
beforeEach(async () => {
  day += 1;
  test.clock.set(new Date(Date.UTC(2026, 10, 24 + day, 13, 0)));
  await runJobs(test);
  person = await makePerson(test, `sleeper-${day}`);
  await addDeviceOf(test, person, service.device(person));
});

const at = async (clock: string, days = 0) => {
  test.clock.set(new Date(Date.parse(`2026-11-24T${clock}:00+08:00`) + (day + days) * 24 * 3600_000));
  await runJobs(test);
};
const mails = () => test.database.read.mail.findMany({ where: { personId: person }, orderBy: { id: 'asc' } });
const told = async () => [(await mails()).length, service.pushed(person).length];

async function answered(title: string): Promise<void> {
  const id = await makeFeedback(test, person, { title });
  await decideFeedback(await test.asPerson('moderator'), id, { act: 'answer', words: '请到二号窗口办理。' });
  await runJobs(test);
}

describe('in quiet hours', () => {
  it('nothing is told at once; what came is told together when they end, and stands in the inbox before', async () => {
    await at('23:30');
    await answered('东门路灯不亮');
    await answered('西门井盖松动');
    expect(await told()).toEqual([0, 0]);
    expect(await test.database.read.notification.count({ where: { personId: person } })).toBe(2);
    await at('06:59', 1);
    expect(await told()).toEqual([0, 0]);
    await at('07:00', 1);
    expect((await mails()).map(({ subject }) => subject)).toEqual(['2 条新动态 · 共治']);
    expect(service.pushed(person).map(({ message }) => message.body)).toHaveLength(2);
    await at('08:30', 1);
    expect(await told()).toEqual([1, 2]);
  });

  it('what is about who gets into the account is told at once', async () => {
    const types = Object.entries(identityEvents).filter(([, { aboutAccess }]) => aboutAccess);
    expect(types.map(([type]) => type)).toContain('phone.passed-on');
    await at('23:30');
    for (const type of ['phone.passed-on', 'sign-in.used'] as const)
      await inTransaction(await test.asPerson('moderator'), (ctx) =>
        appendEvent(ctx, identityEvents, {
          ...{ type, subjectKind: 'person', subjectId: person, publicData: { title: '' } },
        }),
      );
    await runJobs(test);
    expect(await told()).toEqual([2, 2]);
  });

  it('what is told together waits too, also where it was planned before', async () => {
    const id = await makeProposal(test, person);
    const comment = async (body: string) => {
      await postComment(await test.asPerson('commenter'), {
        ...{ subjectKind: 'proposal', subjectId: id, areaId: communityId, title: proposalInput.title },
        ...{ body, parentId: '', stance: undefined, mentionedIds: [], authorIds: [], quote: '' },
      } as never);
      await runJobs(test);
    };
    await at('21:50');
    await comment('先说一条，大家看看。');
    await at('21:52');
    expect(await told()).toEqual([1, 1]);
    await comment('再说一条，补充情况。');
    await at('22:30');
    expect(await told()).toEqual([1, 1]);
    await at('07:00', 1);
    expect(await told()).toEqual([2, 2]);
  });

  it('what can be done only until then is told at once; what ends later is not', async () => {
    await at('23:00');
    const remind = (closesAt: Date) =>
      inTransaction(test.as('system'), async (ctx) => {
        const eventId = await appendEvent(ctx, ballotEvents, {
          ...{ type: 'ballot.reminder', subjectKind: 'person', subjectId: person, areaId: communityId },
          publicData: { title: '电梯改造表决', closesAt },
        });
        await tellByName(ctx, eventId, [person]);
      });
    await remind(new Date(test.clock.now().getTime() + 24 * 3600_000));
    await runJobs(test);
    expect(await told()).toEqual([0, 0]);
    await remind(new Date(test.clock.now().getTime() + 7 * 3600_000));
    await runJobs(test);
    expect(await told()).toEqual([1, 1]);
    expect(service.pushed(person)[0]?.headers.urgency).toBe('high');
    await at('07:00', 1);
    expect(await told()).toEqual([2, 2]);
  });

  it('who wants none is told at any time', async () => {
    await test.database.transaction((tx) =>
      tx.prisma.noticeSetting.create({
        data: { personId: person, quiet: false, quietStart: '22:00', quietEnd: '07:00' },
      }),
    );
    await at('23:30');
    await answered('夜里也要知道');
    expect(await told()).toEqual([1, 1]);
  });
});
