import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  candidatesOf,
  councilContext,
  councilOf,
  day,
  drawLineOf,
  drawnCouncil,
  everyone,
  invitedCouncil,
  listForm,
  listedCouncil,
  makeCouncil,
  organiser,
  quotaText,
  residentName,
  versionOf,
  volunteers,
} from '../factories/councils';
import { meanwhile } from '../setup/meanwhile';
import type { TestContext } from '../setup/context';
import { decline } from '~/domains/councils/seats/answer-invitation.server';
import { checkQuotas } from '~/domains/councils/drawing/check-quotas.server';
import { councilPage } from '~/domains/councils/council-page.query.server';
import { publishedCommitments } from '~/domains/councils/drawing/draw-files.query.server';
import { drawPanel } from '~/domains/councils/drawing/draw.server';
import { cancelCouncil, closeCouncil } from '~/domains/councils/end-council.server';
import { inviteByLot } from '~/domains/councils/seats/invite-by-lot.server';
import { nameSource } from '~/domains/councils/drawing/name-source.server';
import { organisePage } from '~/domains/councils/organise.query.server';
import { mayAcceptSeat, mayDecline } from '~/domains/councils/policy';
import { publishList } from '~/domains/councils/drawing/publish-list.server';
import { inviteSchema } from '~/domains/councils/schema';
import { leaveSeat } from '~/domains/councils/seats/seats.server';
import type { Database } from '~/platform/db/database.server';

let test: TestContext;
beforeAll(async () => {
  test = await councilContext();
}, 60_000);
afterAll(() => test.dispose());

const led = () => organiser(test);
const version = (id: string) => versionOf(test, id);
const source = '市民中心现场摇号，两个十球摇号机';
const nameAnother = async (id: string, days = 1) => {
  const dueAt = new Date(test.clock.now().getTime() + days * day);
  await nameSource(await led(), id, { version: await version(id), source, dueAt, reason: '开奖取消' });
};
const suspend = (personId: string, suspendedAt: Date | null) =>
  test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: personId }, data: { suspendedAt } }),
  );

describe('a council that is over', () => {
  it('draws no line of the list that waited, and no event gives its seed any more', async () => {
    const cancelled = await listedCouncil(test);
    await cancelCouncil(await led(), cancelled, '经费没有落实');
    const closed = await drawnCouncil(test);
    const [first] = await candidatesOf(test, closed, 'drawn');
    await leaveSeat(await test.asPerson(first?.personId ?? ''), closed);
    await publishList(await led(), closed, await listForm(test, closed));
    await closeCouncil(await led(), closed);
    test.clock.advance(2 * day);
    for (const id of [cancelled, closed]) {
      const before = await councilOf(test, id);
      await expect(drawPanel(await led(), id, { version: before.version, seed: '5 8 3' })).rejects.toThrow(
        'councils.over',
      );
      await expect(nameAnother(id)).rejects.toThrow('councils.over');
      expect((await organisePage(await led(), id)).pending).toBeNull();
      expect(await councilOf(test, id)).toEqual(before);
    }
  });

  it('has no seats to take and no answers to take back', () => {
    const actor = { kind: 'person', personId: 'r00', roles: [], memberships: [] } as never;
    const facts = { areaId: '421002', volunteersUntil: test.clock.now() };
    const decided = (state: string) => [
      mayAcceptSeat(actor, { council: { ...facts, state }, candidate: { personId: 'r00', state: 'drawn' } }),
      mayDecline(actor, {
        council: { ...facts, state },
        candidate: { personId: 'r00', state: 'volunteered' },
      }),
    ];
    for (const state of ['closed', 'cancelled'])
      expect(decided(state)).toMatchObject([{ reason: 'councils.over' }, { reason: 'councils.over' }]);
    expect(decided('drawn')).toEqual([{ allowed: true }, { allowed: true }]);
  });
});

describe('the event that gives the seed', () => {
  it('may be another as long as none can be known; afterwards once, and what was named before stays shown', async () => {
    const id = await listedCouncil(test);
    await nameAnother(id);
    await nameAnother(id);
    test.clock.advance(2 * day);
    await nameAnother(id);
    await expect(nameAnother(id)).rejects.toThrow('source-named-already');
    test.clock.advance(2 * day);
    await expect(nameAnother(id)).rejects.toThrow('source-named-already');
    expect((await organisePage(await led(), id)).source).toMatchObject({ allowed: false });
    const { draws } = await councilPage(test.as('visitor'), id);
    expect(draws[0]?.earlierSources).toHaveLength(3);
    expect(draws[0]?.earlierSources[0]).toMatchObject({
      source: expect.stringContaining('福彩'),
      reason: '开奖取消',
    });
    await drawPanel(await led(), id, { version: await version(id), seed: '5 8 3' });
    expect(await candidatesOf(test, id, 'drawn')).toHaveLength(4);
  });
});

describe('the check of quotas', () => {
  const check = async (id: string) => checkQuotas(await led(), id, { version: await version(id) });

  it('is of five volunteers at least, and again of five who are others, or of the same', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, [0, 1, 2, 3]);
    expect((await organisePage(await led(), id)).checking).toMatchObject({
      reason: 'councils.too-few-answers',
    });
    await expect(check(id)).rejects.toThrow('too-few-answers');
    await volunteers(test, id, [4]);
    await check(id);
    await check(id);
    // Another says yes, or something else, or no: two checks would tell what that person stated.
    await volunteers(test, id, [5]);
    await expect(check(id)).rejects.toThrow('too-few-answers');
    await decline(await test.asPerson('r05'), id);
    await check(id);
    await volunteers(test, id, [0]);
    await expect(check(id)).rejects.toThrow('too-few-answers');
    await volunteers(test, id, [5, 6, 7]);
    await decline(await test.asPerson('r01'), id);
    await expect(check(id)).rejects.toThrow('too-few-answers');
    await volunteers(test, id, [8]);
    await check(id);
    expect((await organisePage(await led(), id)).check).toMatchObject({ people: 8 });
  });

  it('tells nothing of one whose account is closed to the organiser who closed it', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, [0, 1, 2, 3, 4, 5]);
    await check(id);
    await suspend('r05', test.clock.now());
    await expect(check(id)).rejects.toThrow('too-few-answers');
    await suspend('r05', null);
    await check(id);
  });

  it('is not told in its place by a list that no panel allows', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, [0, 2, 4, 6]);
    test.clock.advance(8 * day);
    await expect(publishList(await led(), id, await listForm(test, id))).rejects.toThrow('no-panel-untold');
    expect((await organisePage(await led(), id)).check).toBeNull();
  });

  it('is kept of the pool that it knew alone', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, [0, 2, 4, 6, 8]);
    const early = meanwhile(await led(), () => volunteers(test, id, [1]));
    await expect(checkQuotas(early, id, { version: await version(id) })).rejects.toThrow('changed-meanwhile');
    expect((await organisePage(await led(), id)).check).toBeNull();
    await decline(await test.asPerson('r01'), id);
    test.clock.advance(8 * day);
    const list = await listForm(test, id);
    const refused = meanwhile(await led(), async () => decline(await test.asPerson('r00'), id));
    await expect(publishList(refused, id, list)).rejects.toThrow('changed-meanwhile');
    expect((await organisePage(await led(), id)).check).toBeNull();
  });
});

describe('who no longer lives there', () => {
  it('is invited no more, though the lot was drawn before', async () => {
    const id = await makeCouncil(test);
    const input = inviteSchema.parse({ version: await version(id), count: 14, seed: '上证指数 3412.33' });
    const early = meanwhile(await led(), () => suspend('r03', test.clock.now()));
    await expect(inviteByLot(early, id, input)).rejects.toThrow('changed-meanwhile');
    expect(await candidatesOf(test, id)).toEqual([]);
    await inviteByLot(await led(), id, input);
    expect((await candidatesOf(test, id)).map(({ personId }) => personId)).not.toContain('r03');
    await suspend('r03', null);
  });

  it('stands on no list', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, everyone);
    test.clock.advance(8 * day);
    await suspend('r04', test.clock.now());
    await publishList(await led(), id, await listForm(test, id));
    await suspend('r04', null);
    const gone = (await candidatesOf(test, id)).find(({ personId }) => personId === 'r04');
    const commitments = await publishedCommitments(test.as('visitor'), { councilId: id, draw: '1' });
    expect([commitments.includes(gone?.number ?? ''), gone?.chance]).toEqual([false, null]);
    expect(commitments.trim().split('\n')).toHaveLength(14);
  });

  it('gets no seat that the line names: it is vacant', async () => {
    const id = await listedCouncil(test);
    const now = test.clock.now();
    for (const at of everyone) await suspend(residentName(at), now);
    await drawLineOf(test, id);
    expect(await candidatesOf(test, id, 'drawn')).toEqual([]);
    for (const at of everyone) await suspend(residentName(at), null);
    expect((await organisePage(await led(), id)).vacant).toBe(4);
    await publishList(await led(), id, await listForm(test, id));
  });

  it('shares a household with nobody anew: it is that of the first list', async () => {
    const id = await invitedCouncil(test, { quotas: quotaText });
    await volunteers(test, id, everyone);
    test.clock.advance(8 * day);
    await suspend('r12', test.clock.now());
    await publishList(await led(), id, await listForm(test, id));
    await suspend('r12', null);
    const own = (await councilPage(await test.asPerson('r12'), id)).own;
    expect(own?.committed?.split('\n').at(-1)).toBe('H1');
  });
});

describe('a list', () => {
  it('is written by the hundred: nobody waits for a statement a person', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, everyone);
    test.clock.advance(8 * day);
    const list = await listForm(test, id);
    const moderator = await led();
    const written = { together: 0, single: 0 };
    const transaction: Database['transaction'] = (work) =>
      moderator.database.transaction((tx) => {
        const run: typeof tx.sql.run = (text, values) => {
          if (text.includes('UPDATE "CouncilCandidate"')) written.together += 1;
          return tx.sql.run(text, values);
        };
        const candidates = new Proxy(tx.prisma.councilCandidate, {
          get: (target, name) => {
            if (name === 'update' || name === 'updateMany') written.single += 1;
            return Reflect.get(target, name, target) as unknown;
          },
        });
        const prisma = new Proxy(tx.prisma, {
          get: (target, name) =>
            name === 'councilCandidate' ? candidates : (Reflect.get(target, name, target) as unknown),
        });
        return work({ ...tx, prisma, sql: { ...tx.sql, run } });
      });
    const database = new Proxy(moderator.database, {
      get: (target, name) =>
        name === 'transaction' ? transaction : (Reflect.get(target, name, target) as unknown),
    });
    await publishList({ ...moderator, database }, id, list);
    expect(written).toEqual({ together: 1, single: 0 });
    expect((await candidatesOf(test, id)).filter(({ chance }) => chance !== null)).toHaveLength(14);
  });
});
