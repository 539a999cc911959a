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
  organiser,
  seatEveryone,
  volunteers,
} from '../factories/councils';
import { runJobs } from '../setup/jobs';
import type { TestContext } from '../setup/context';
import { councilPage } from '~/domains/councils/council-page.query.server';
import { cancelCouncil, closeCouncil, endOverdueCouncils } from '~/domains/councils/end-council.server';
import { organisePage } from '~/domains/councils/organise.query.server';
import { publishList } from '~/domains/councils/drawing/publish-list.server';
import { acceptSeat, leaveSeat, seatCouncil } from '~/domains/councils/seats/seats.server';

let test: TestContext;
beforeAll(async () => {
  test = await councilContext();
}, 60_000);
afterAll(() => test.dispose());

const led = () => organiser(test);
const read = () => test.database.read;

describe('seats', () => {
  it('are taken, given up, and drawn anew by the same rule from those who are left', async () => {
    const id = await drawnCouncil(test);
    const drawn = await candidatesOf(test, id, 'drawn');
    await expect(acceptSeat(await test.asPerson('stranger'), id, { showsName: true })).rejects.toThrow(
      'not-invited',
    );
    // A woman and a man stay, and so do leave: whoever was drawn, others of the pool fit beside those who stay.
    const [ofWomen, ofMen] = [0, 1].map((rest) =>
      drawn.flatMap(({ personId }) => (Number(personId?.slice(1)) % 2 === rest ? [personId ?? ''] : [])),
    );
    const [first, second, third, fourth] = [ofWomen?.[0], ofMen?.[0], ofWomen?.[1], ofMen?.[1]];
    await acceptSeat(await test.asPerson(first ?? ''), id, { showsName: true });
    await acceptSeat(await test.asPerson(second ?? ''), id, { showsName: false });
    await expect(seatCouncil(await led(), id)).rejects.toThrow('still-asked');
    await leaveSeat(await test.asPerson(third ?? ''), id);
    const silent = drawn.find(({ personId }) => personId === fourth);
    await expect(leaveSeat(await test.asPerson('stranger'), id, silent?.id)).rejects.toThrow('not-organiser');
    await leaveSeat(await led(), id, silent?.id);
    expect((await councilPage(test.as('visitor'), id)).members).toEqual([first]);
    await publishList(await led(), id, await listForm(test, id));
    await drawLineOf(test, id, '9 9 1');
    const again = await candidatesOf(test, id, 'drawn');
    expect(again).toHaveLength(2);
    for (const { personId } of again) expect([first, second, third, fourth]).not.toContain(personId);
    await seatEveryone(test, id);
    await seatCouncil(await led(), id);
    const members = await candidatesOf(test, id, 'accepted');
    const women = members.filter(({ personId }) => Number(personId?.slice(1)) % 2 === 0);
    expect([members.length, women.length]).toEqual([4, 2]);
  });

  it('lose what was stated when the council ends', async () => {
    const id = await drawnCouncil(test);
    await seatEveryone(test, id);
    await closeCouncil(await led(), id);
    const left = await candidatesOf(test, id);
    expect(left.map(({ state, sealedFeatures }) => [state, sealedFeatures])).toEqual(
      Array.from({ length: 4 }, () => ['accepted', null]),
    );
    await expect(closeCouncil(await led(), id)).rejects.toThrow('over');
  });
});

describe('the end', () => {
  it('of the work is told to those who wanted to take part, not to who never answered', async () => {
    const wanted = [...everyone.slice(0, -1)];
    const id = await drawnCouncil(test, { places: wanted });
    const silent = (await candidatesOf(test, id, 'invited')).map(({ personId }) => personId);
    expect(silent).toHaveLength(1);
    await seatEveryone(test, id);
    await closeCouncil(await led(), id);
    await runJobs(test);
    const told = await read().notification.findMany({ where: { type: 'council.closed' } });
    const here = told.filter(({ data }) => data.includes(id)).map(({ personId }) => personId);
    expect(here).toHaveLength(wanted.length);
    expect(here).not.toContain(silent[0]);
  });

  it('comes by itself when the term is over', async () => {
    const asked = await invitedCouncil(test);
    const drawn = await drawnCouncil(test);
    test.clock.advance(400 * day);
    await endOverdueCouncils(test.as('system'));
    // That its time was over is a fact, which each reader reads in the own language.
    expect(await councilOf(test, asked)).toMatchObject({ state: 'cancelled', reason: null });
    await runJobs(test);
    const told = await read().notification.findMany({ where: { type: 'council.lapsed' } });
    expect(told.filter(({ data }) => data.includes(asked))).toHaveLength(14);
    expect((await councilOf(test, drawn)).state).toBe('closed');
    expect(await candidatesOf(test, asked)).toEqual([]);
  });

  it('can be a cancellation, which everyone asked is told', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, [0]);
    await cancelCouncil(await led(), id, '经费没有落实');
    await runJobs(test);
    const told = await read().notification.findMany({ where: { type: 'council.cancelled' } });
    expect(told.filter(({ data }) => data.includes(id))).toHaveLength(14);
    expect(await candidatesOf(test, id)).toEqual([]);
  });
});

describe('an account that is closed', () => {
  const close = async (personId: string) => {
    const { heldInCouncils } = await import('~/domains/councils/held.server');
    const ctx = test.as('system');
    const { inTransaction } = await import('~/domains/in-transaction.server');
    await inTransaction(ctx, async (ctx) =>
      heldInCouncils.erase?.(ctx, { id: personId, email: `${personId}@example.org`, displayName: personId }),
    );
  };

  it('is forgotten while people are asked, leaves its number on a list, and its seat vacant', async () => {
    const asked = await invitedCouncil(test);
    await volunteers(test, asked, [0]);
    const listed = await listedCouncil(test);
    const drawn = await drawnCouncil(test);
    const seat = (await candidatesOf(test, drawn, 'drawn'))[0];
    const personId = seat?.personId ?? '';
    await close(personId);
    expect((await candidatesOf(test, asked)).some((one) => one.personId === personId)).toBe(false);
    const onList = await candidatesOf(test, listed, 'declined');
    expect(onList.map((one) => [one.personId, one.sealedFeatures])).toEqual([[null, null]]);
    expect(await candidatesOf(test, drawn, 'left')).toMatchObject([{ personId: null, number: seat?.number }]);
    expect((await organisePage(await led(), drawn)).vacant).toBe(1);
    await close(personId);
    await drawLineOf(test, listed);
  });
});
