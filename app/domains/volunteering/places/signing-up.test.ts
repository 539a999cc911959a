import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson, makeProposal } from '../../../../tests/factories/proposals';
import {
  activity,
  fillShift,
  makeShift,
  noticesOf,
  placesIn,
  spanIn,
} from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { organisationProposals } from '../../proposals/index.server';
import { addSeries } from '../activities/add-series.server';
import { editOpportunity, opportunityToEdit } from '../activities/edit-opportunity.server';
import { copyOpportunity, draftOpportunity, moveDraft } from '../activities/keep-draft.server';
import { addShift, publishOpportunity } from '../opportunity.server';
import { opportunityCards } from '../activities/opportunity-list.query.server';
import { signUp, withdraw } from './sign-up.server';
import { opportunityPage } from '../volunteering.query.server';

let test: TestContext;
let opportunityId: string;
const people = ['one', 'two', 'three', 'four', 'five'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'outsider', ...people]) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  await makeOrganisation(test, { id: 'others', members: { outsider: 'owner' } });
});
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers');
const given = activity;
const inHours = (hours: number, length = 2) => spanIn(test, hours, length);
const shiftIn = (hours: number, capacity: number, more: object = {}) =>
  makeShift(test, opportunityId, { hours, capacity, ...more });
const fill = (shiftId: string, ids: readonly string[] = people) => fillShift(test, shiftId, ids);
const states = (shiftId: string) => placesIn(test, shiftId);
const taken = async (id: string) =>
  (await test.database.read.shift.findUniqueOrThrow({ where: { id } })).taken;
const noticed = (personId: string) => noticesOf(test, personId);

beforeEach(async () => {
  opportunityId = await publishOpportunity(await organiser(), given);
});

describe('signing up', () => {
  it('asks for a reason beyond the own term for signing off, which the organiser is told', async () => {
    opportunityId = await publishOpportunity(await organiser(), { ...given, signOffHours: 24 });
    const id = await shiftIn(20, 2);
    await fill(id, ['one']);
    await expect(withdraw(await test.asPerson('one'), id)).rejects.toMatchObject({ field: 'reason' });
    await withdraw(await test.asPerson('one'), id, '临时加班');
    expect(await noticed('coordinator')).toMatch(/one退出了.*\n[^]*临时加班/);
  });

  it('checks the verified age, and wants it verified for dangerous work', async () => {
    opportunityId = await publishOpportunity(await organiser(), {
      ...{ ...given, minimumAge: 18, dangerous: true, insurance: '平安保险 0001' },
    });
    const id = await shiftIn(48, 2);
    const bornIn = (personId: string, birthYear: number) =>
      test.database.transaction((tx) =>
        tx.prisma.person.update({ where: { id: personId }, data: { birthYear } }),
      );
    await expect(signUp(await test.asPerson('one'), id)).rejects.toMatchObject({
      reason: 'volunteering.age-unknown',
    });
    await bornIn('one', 2009);
    await expect(signUp(await test.asPerson('one'), id)).rejects.toMatchObject({
      reason: 'volunteering.too-young',
    });
    await bornIn('one', 2008);
    expect(await signUp(await test.asPerson('one'), id)).toBe('confirmed');
  });

  it('takes groups, roles and answers, each within what the organiser said', async () => {
    opportunityId = await publishOpportunity(await organiser(), {
      ...{ ...given, largestGroup: 10, questions: ['会开车吗'] },
    });
    const roles = [
      { name: '引导', capacity: 2 },
      { name: '搬运', capacity: 10 },
    ];
    const id = await shiftIn(48, 12, { roles });
    const join = async (person: string, input: object) =>
      signUp(await test.asPerson(person), id, { role: '搬运', answers: ['会'], ...input });
    await expect(join('one', { seats: 11 })).rejects.toMatchObject({ field: 'seats' });
    await expect(join('one', { role: '别的' })).rejects.toMatchObject({ field: 'role' });
    await expect(join('one', { answers: [' '] })).rejects.toMatchObject({ field: 'answer0' });
    expect(await join('one', { seats: 10, groupName: '超市' })).toBe('confirmed');
    expect(await join('two', {})).toBe('waiting');
    expect(await join('three', { role: '引导', seats: 3 })).toBe('waiting');
    expect(await join('four', { role: '引导' })).toBe('confirmed');
    expect(await taken(id)).toBe(11);
    const kept = await test.database.read.signUp.findMany({ where: { shiftId: id } });
    expect(JSON.stringify(kept)).not.toContain('会');
    await withdraw(await test.asPerson('one'), id);
    expect(await states(id)).toMatchObject({ two: 'offered', three: 'waiting' });
  });

  it('keeps nothing that the shift does not ask for: no role where it has none, no name of a group of one', async () => {
    const id = await shiftIn(48, 2);
    const typed = { role: '省劳动模范', groupName: '我自己', answers: ['没有人问'] };
    await signUp(await test.asPerson('one'), id, typed);
    const where = { shiftId_personId: { shiftId: id, personId: 'one' } };
    expect(await test.database.read.signUp.findUniqueOrThrow({ where })).toMatchObject({
      ...{ role: '', groupName: '', sealedAnswers: null },
    });
  });

  it('warns the person of another shift at the same time', async () => {
    const first = await shiftIn(48, 2);
    const second = await shiftIn(49, 2);
    const third = await shiftIn(50, 2);
    await makePerson(test, 'warned');
    await fill(first, ['warned']);
    const { shifts } = await opportunityPage(await test.asPerson('warned'), opportunityId);
    const warned = shifts.filter(({ overlaps }) => overlaps.length > 0).map(({ id }) => id);
    expect(warned).toEqual([second]);
    expect(shifts.map(({ id }) => id)).toContain(third);
  });

  it('is open until the start for a shift that starts soon', async () => {
    const id = await shiftIn(1.5, 2);
    expect(await signUp(await test.asPerson('one'), id)).toBe('confirmed');
    const { shifts } = await opportunityPage(await test.asPerson('two'), opportunityId);
    expect(shifts).toMatchObject([{ soon: true }]);
  });

  it('gives exactly the seats that there are, and the rest their places in the order of arrival', async () => {
    const id = await shiftIn(48, 10);
    const crowd = Array.from({ length: 50 }, (_none, at) => `crowd-${opportunityId}-${at}`);
    for (const person of crowd) await makePerson(test, person);
    const contexts = await Promise.all(crowd.map((person) => test.asPerson(person)));
    await Promise.all(contexts.map((ctx) => signUp(ctx, id)));
    const rows = await test.database.read.signUp.findMany({
      where: { shiftId: id },
      orderBy: { arrival: 'asc' },
    });
    expect(rows.map(({ arrival }) => arrival)).toEqual(crowd.map((_one, at) => at + 1));
    expect(rows.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 10 }, () => 'confirmed'),
      ...Array.from({ length: 40 }, () => 'waiting'),
    ]);
    const [first, ...others] = rows;
    await withdraw(await test.asPerson(first?.personId ?? ''), id);
    expect(await states(id)).toMatchObject({ [others[9]?.personId ?? '']: 'offered' });
  });
});

describe('an activity', () => {
  it('is changed with what was and is told to those who come, and shows its contact to them alone', async () => {
    opportunityId = await publishOpportunity(await organiser(), { ...given, contact: '李老师 13800000000' });
    const id = await shiftIn(48, 1);
    await fill(id, ['one', 'two']);
    const { revision } = await opportunityToEdit(await organiser(), opportunityId);
    await editOpportunity(await organiser(), opportunityId, {
      ...{ ...given, contact: '李老师 13800000000', place: '北门', risks: '路面结冰', revision },
    });
    const said = await noticed('one');
    for (const words of ['北门', '东门', '路面结冰', '江边湿滑']) expect(said).toContain(words);
    await expect(
      editOpportunity(await organiser(), opportunityId, { ...given, revision }),
    ).rejects.toMatchObject({ reason: 'saved-meanwhile' });
    const seenBy = async (person: string) =>
      JSON.stringify(await opportunityPage(await test.asPerson(person), opportunityId));
    expect(await seenBy('one')).toContain('13800000000');
    expect(await seenBy('two')).not.toContain('13800000000');
    expect(await seenBy('three')).not.toContain('13800000000');
    const row = await test.database.read.opportunity.findUniqueOrThrow({ where: { id: opportunityId } });
    expect(JSON.stringify(row)).not.toContain('13800000000');
  });

  it('puts on record that its text was changed, of which nobody has to be told', async () => {
    await fill(await shiftIn(48, 1), ['one']);
    const before = await noticed('one');
    const changes = () =>
      test.database.read.event.count({ where: { type: 'opportunity.changed', subjectId: opportunityId } });
    test.invalidated.length = 0;
    await editOpportunity(await organiser(), opportunityId, { ...given, body: '请自带手套。' });
    expect([await changes(), await noticed('one')]).toEqual([1, before]);
    expect(test.invalidated).toContain('volunteering');
    await editOpportunity(await organiser(), opportunityId, { ...given, body: '请自带手套。' });
    expect(await changes()).toBe(1);
  });

  it('is drafted, copied and kept as a template, seen by its organisers alone until it is published', async () => {
    const draft = await draftOpportunity(await organiser(), given);
    await expect(opportunityPage(await test.asPerson('one'), draft)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await moveDraft(await organiser(), draft, 'keep-as-template');
    await expect(moveDraft(await organiser(), draft, 'publish')).rejects.toMatchObject({ code: 'conflict' });
    const copy = await copyOpportunity(await organiser(), draft);
    await expect(
      addShift(await organiser(), copy, { ...inHours(48), capacity: 1, task: '' }),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(copyOpportunity(await test.asPerson('outsider', 'others'), draft)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await moveDraft(await organiser(), copy, 'publish');
    expect(await opportunityPage(test.as('visitor'), copy)).toMatchObject({
      opportunity: { state: 'published' },
    });
  });

  it('can keep its proposal whatever became of it, and is not published over one that nobody may read', async () => {
    const proposalId = await makeProposal(test, 'one');
    const change = (data: object) =>
      test.database.transaction((tx) => tx.prisma.proposal.update({ where: { id: proposalId }, data }));
    const draft = await draftOpportunity(await organiser(), { ...given, proposalId });
    await change({ state: 'evaluated', areaId: '421003' });
    const choices = await organisationProposals(await organiser(), { areaId: communityId, held: proposalId });
    expect(choices.map(({ id }) => id)).toEqual([proposalId]);
    expect(await organisationProposals(await organiser(), { areaId: communityId, held: null })).toEqual([]);
    await change({ hiddenAt: test.clock.now() });
    await expect(moveDraft(await organiser(), draft, 'publish')).rejects.toMatchObject({
      reason: 'unknown-proposal',
    });
    await change({ hiddenAt: null });
    await moveDraft(await organiser(), draft, 'publish');
  });

  it('shows on its card the next three shifts, however many it has', async () => {
    for (const hours of [96, 48, 72, 120]) await shiftIn(hours, 1);
    const { items } = await opportunityCards(test.as('visitor'), {});
    const [card] = items.filter(({ id }) => id === opportunityId);
    const inHoursFromNow = card?.coming.map(
      ({ startsAt }) => (startsAt.getTime() - test.clock.now().getTime()) / 3600_000,
    );
    expect(inHoursFromNow).toEqual([48, 72, 96]);
  });

  it('repeats by a rule; what is no rule, never ends or makes too many is refused', async () => {
    const series = (rule: string) => ({
      ...inHours(24, 3),
      ...{ capacity: 3, task: '', place: '', roles: [], frequency: 'weekly' as const, interval: 1 },
      ...{ weekdays: [], untilDay: '', rule },
    });
    await addSeries(await organiser(), opportunityId, series('FREQ=WEEKLY;COUNT=4'));
    const shifts = await test.database.read.shift.findMany({
      where: { opportunityId },
      orderBy: { startsAt: 'asc' },
    });
    expect(shifts).toHaveLength(4);
    const told = { subjectId: opportunityId, type: { in: ['shift.added', 'shift.series-added'] } };
    const events = await test.database.read.event.findMany({ where: told });
    expect(events.map(({ type, publicData }) => [type, JSON.parse(publicData)])).toMatchObject([
      ['shift.series-added', { count: 4 }],
    ]);
    for (const rule of [
      'FREQ=WEEKLY',
      'FREQ=SECONDLY;COUNT=3',
      'nonsense',
      'FREQ=DAILY;COUNT=400',
      'FREQ=DAILY;COUNT=0',
      'FREQ=YEARLY;COUNT=5',
    ])
      await expect(addSeries(await organiser(), opportunityId, series(rule))).rejects.toMatchObject({
        field: 'rule',
      });
    expect(await test.database.read.shift.count({ where: { opportunityId } })).toBe(4);
    // Strangers learn nothing of the rule, and have nothing calculated for them.
    await expect(
      addSeries(await test.asPerson('outsider', 'others'), opportunityId, series('nonsense')),
    ).rejects.toMatchObject({ reason: 'volunteering.organisers-only' });
    const inTen = { ...inHours(10 * 365 * 24), capacity: 1, task: '' };
    await expect(addShift(await organiser(), opportunityId, inTen)).rejects.toMatchObject({
      reason: 'volunteering.too-far',
    });
  });
});
