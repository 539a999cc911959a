import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  candidatesOf,
  councilContext,
  councilForm,
  councilOf,
  day,
  drawnCouncil,
  everyone,
  invitedCouncil,
  listForm,
  listedCouncil,
  makeCouncil,
  organiser,
  quotaText,
  residentName,
  statedBy,
  versionOf,
  volunteers,
} from '../../factories/councils';
import { atOnce, fifty } from '../../setup/at-once';
import type { TestContext } from '../../setup/context';
import { decline, volunteer } from '~/domains/councils/seats/answer-invitation.server';
import { nameAuditor } from '~/domains/councils/drawing/auditors.server';
import { changeBounds, changeCouncil } from '~/domains/councils/change-council.server';
import { acceptRelaxation, checkQuotas } from '~/domains/councils/drawing/check-quotas.server';
import { drawPanel } from '~/domains/councils/drawing/draw.server';
import { cancelCouncil, closeCouncil, endOverdueCouncils } from '~/domains/councils/end-council.server';
import { inviteByLot } from '~/domains/councils/seats/invite-by-lot.server';
import { nameSource } from '~/domains/councils/drawing/name-source.server';
import { publishList } from '~/domains/councils/drawing/publish-list.server';
import { changeCouncilSchema, inviteSchema } from '~/domains/councils/schema';
import { erasePerson } from '~/domains/own-data.server';
import { acceptSeat, leaveSeat, seatCouncil } from '~/domains/councils/seats/seats.server';

let test: TestContext;
beforeAll(async () => {
  test = await councilContext();
}, 60_000);
afterAll(() => test.dispose());

const led = () => organiser(test);
const events = (subjectId: string, type: string) =>
  test.database.read.event.count({ where: { subjectId, type } });
/** One of fifty is done, and the others are refused as what they saw is no more. */
const one = { ok: 1, refused: { 'changed-meanwhile': 49 } };
const counted = ({ ok, refused }: { ok: unknown[]; refused: object }) => ({ ok: ok.length, refused });

describe('a council that is founded', () => {
  it('invites one round of fifty presses, each resident once', async () => {
    const id = await makeCouncil(test);
    const input = inviteSchema.parse({ version: await versionOf(test, id), count: 3, seed: 'seed' });
    const moderator = await led();
    expect(counted(await atOnce(fifty, () => inviteByLot(moderator, id, input)))).toEqual(one);
    expect(await candidatesOf(test, id)).toHaveLength(3);
  });

  it('keeps the text of the last of fifty changes, and one change of bounds', async () => {
    const draft = await makeCouncil(test);
    const moderator = await led();
    const changed = await atOnce(fifty, (at) =>
      changeCouncil(
        moderator,
        draft,
        changeCouncilSchema.parse(councilForm(test, { title: `名称之 ${at}` })),
      ),
    );
    expect(changed.refused).toEqual({});
    expect((await councilOf(test, draft)).version).toBe(51);
    const id = await invitedCouncil(test);
    const version = await versionOf(test, id);
    const quotas = quotaText.replace('18-35 | 1', '18-35 | 0');
    expect(counted(await atOnce(fifty, () => changeBounds(moderator, id, { version, quotas })))).toEqual(one);
  });

  it('names an auditor once', async () => {
    const id = await makeCouncil(test);
    const moderator = await led();
    await atOnce(fifty, () => nameAuditor(moderator, id, { email: 'auditor@example.org' }));
    expect(await test.database.read.councilAuditor.count({ where: { councilId: id } })).toBe(1);
    expect(await events(id, 'council.auditor-named')).toBe(1);
  });
});

describe('those who were asked', () => {
  it('have one answer each, the last of yes and no', async () => {
    const id = await invitedCouncil(test);
    const people = await Promise.all(everyone.map((at) => test.asPerson(residentName(at))));
    const { refused } = await atOnce(fifty, (at) => {
      const place = at % people.length;
      const person = people[place] ?? test.as('visitor');
      return at % 3 === 0 ? decline(person, id) : volunteer(person, id, statedBy(place));
    });
    expect(Object.keys(refused).filter((why) => why !== 'councils.nothing-to-withdraw')).toEqual([]);
    for (const { state, sealedFeatures } of await candidatesOf(test, id))
      expect(sealedFeatures !== null).toBe(state === 'volunteered');
  });

  it('are checked against the quotas once for what one page showed, and one change is accepted', async () => {
    const id = await invitedCouncil(test);
    // Five, as fewer are checked against nothing.
    await volunteers(test, id, [0, 2, 4, 6, 8]);
    const moderator = await led();
    const version = await versionOf(test, id);
    const checked = await atOnce(fifty.slice(0, 5), () => checkQuotas(moderator, id, { version }));
    expect(checked.ok).toHaveLength(1);
    const now = await versionOf(test, id);
    const accepted = await atOnce(fifty, () => acceptRelaxation(moderator, id, { version: now, choice: 0 }));
    expect(counted(accepted)).toEqual(one);
  });
});

describe('a list', () => {
  it('is published once, and draws one line of fifty seeds', async () => {
    const id = await invitedCouncil(test);
    await volunteers(test, id, everyone);
    test.clock.advance(8 * day);
    const moderator = await led();
    const form = await listForm(test, id);
    const listed = await atOnce(fifty.slice(0, 5), () => publishList(moderator, id, form));
    expect(listed.ok).toHaveLength(1);
    const { source, dueAt } = form;
    const again = { version: await versionOf(test, id), source, dueAt, reason: '开奖改期' };
    expect(counted(await atOnce(fifty, () => nameSource(moderator, id, again)))).toEqual(one);
    test.clock.advance(2 * day);
    const version = await versionOf(test, id);
    const drawn = await atOnce(fifty, (at) => drawPanel(moderator, id, { version, seed: `${at} 0 0` }));
    expect([drawn.ok.length, drawn.refused]).toEqual([1, { 'councils.no-list': 49 }]);
    expect(await candidatesOf(test, id, 'drawn')).toHaveLength(4);
  });

  it('is called off once', async () => {
    const id = await listedCouncil(test);
    const moderator = await led();
    const { ok, refused } = await atOnce(fifty, () => cancelCouncil(moderator, id, '经费没有落实'));
    expect([ok.length, refused]).toEqual([1, { 'councils.over': 49 }]);
  });
});

describe('an account that is closed while the line is drawn', () => {
  it('leaves a seat vacant or is not drawn, and the draw goes on', async () => {
    const own = await councilContext();
    try {
      const id = await listedCouncil(own);
      own.clock.advance(2 * day);
      const moderator = await organiser(own);
      const version = await versionOf(own, id);
      const people = await Promise.all(everyone.slice(0, 12).map((at) => own.asPerson(residentName(at))));
      const draw = () => drawPanel(moderator, id, { version, seed: '5 8 3' });
      const erasures = people.map((person, at) => () => erasePerson(person, residentName(at)));
      const acts = [...erasures.slice(0, 6), draw, ...erasures.slice(6)];
      expect((await atOnce(acts, (act) => act())).refused).toEqual({});
      for (const { personId, drawnIn, state } of await candidatesOf(own, id))
        if (personId === null) expect(state).toBe(drawnIn === null ? 'declined' : 'left');
        else expect(['r12', 'r13']).toContain(personId);
      const left = await candidatesOf(own, id, 'left');
      const vacant = await own.database.read.event.count({
        where: { subjectId: id, type: 'council.seat-vacant' },
      });
      expect(vacant).toBe(left.length);
    } finally {
      await own.dispose();
    }
  });
});

describe('a seat', () => {
  it('is taken once, given up once, and the council is seated and closed once', async () => {
    const id = await drawnCouncil(test);
    const drawn = await candidatesOf(test, id, 'drawn');
    for (const { personId } of drawn) {
      const person = await test.asPerson(personId ?? '');
      const taken = await atOnce(fifty, () => acceptSeat(person, id, { showsName: false }));
      expect([taken.ok.length, taken.refused]).toEqual([1, { 'councils.not-drawn': 49 }]);
    }
    const first = await test.asPerson(drawn[0]?.personId ?? '');
    const left = await atOnce(fifty, () => leaveSeat(first, id));
    expect([left.ok.length, await events(id, 'council.seat-vacant')]).toEqual([1, 1]);
    const moderator = await led();
    const seated = await atOnce(fifty, () => seatCouncil(moderator, id));
    expect([seated.ok.length, seated.refused]).toEqual([1, { 'councils.drawn-already': 49 }]);
    const closed = await atOnce(fifty, () => closeCouncil(moderator, id));
    expect([closed.ok.length, closed.refused]).toEqual([1, { 'councils.over': 49 }]);
  });

  it('ends once when the term is over, however many timers say so', async () => {
    const id = await invitedCouncil(test);
    test.clock.advance(400 * day);
    await atOnce(fifty, () => endOverdueCouncils(test.as('system')));
    expect(await events(id, 'council.lapsed')).toBe(1);
  });
});
