import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift, noticesOf } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { hoursTable } from '../desk/hours-table.query.server';
import { rosterPage } from '../desk/roster.query.server';
import { publishOpportunity } from '../opportunity.server';
import { withdraw } from '../places/sign-up.server';
import { addAtRoster, forgetGuests, removeGuest } from './add-at-roster.server';
import { tickOnList } from './check-in.server';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';

let test: TestContext;
let opportunityId: string;
let shiftId: string;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'outsider', 'walker', 'one', 'two']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
});
afterAll(() => test.dispose());

const organiser = async () =>
  (await test.asPerson('coordinator', 'helpers')) as Context & { actor: PersonActor };
const emailOf = async (id: string) =>
  (await test.database.read.person.findUniqueOrThrow({ where: { id } })).email;
const add = async (name: string, email = '') => addAtRoster(await organiser(), shiftId, { name, email });
const roster = async () => rosterPage(await organiser(), shiftId);

beforeEach(async () => {
  test.clock.advance(72 * hour);
  opportunityId = await publishOpportunity(await organiser(), activity);
  shiftId = await makeShift(test, opportunityId, { hours: 24, capacity: 1 });
  await fillShift(test, shiftId, ['one']);
});

describe('whoever came without being on the list', () => {
  it('is the person whose account it is, who is told and can have hours', async () => {
    test.clock.advance(24 * hour);
    expect(await add('走路来的', await emailOf('walker'))).toBe('person');
    const { people, came } = await roster();
    expect(people.find(({ name }) => name === 'walker')).toMatchObject({ walkIn: true, seats: 0 });
    expect(came).toBe(1);
    expect(await noticesOf(test, 'walker')).toContain('登记您参加了');
    // Whoever has a seat is ticked, and walks in nowhere.
    await add('一号', await emailOf('one'));
    const listed = (await roster()).people.find(({ name }) => name === 'one');
    expect(listed).toMatchObject({ walkIn: false, checkedInAt: test.clock.now() });
    expect(await noticesOf(test, 'one')).not.toContain('登记您参加了');
  });

  it('is a guest by name without an account: counted, in the table, sealed, without hours', async () => {
    test.clock.advance(24 * hour);
    expect(await add('王大爷')).toBe('guest');
    expect(await roster()).toMatchObject({ guests: [{ name: '王大爷' }], came: 1 });
    const kept = await test.database.read.shiftGuest.findMany({ where: { shiftId } });
    expect(JSON.stringify(kept)).not.toContain('王大爷');
    const rows = [];
    for await (const some of hoursTable(await organiser())) rows.push(...some);
    expect(rows.filter(({ state }) => state === 'guest')).toMatchObject([{ name: '王大爷', hours: null }]);
    const [guest] = (await roster()).guests;
    await removeGuest(await organiser(), shiftId, guest?.id ?? '');
    expect((await roster()).guests).toEqual([]);
  });

  it('is forgotten by name 90 days later, and stays in the count', async () => {
    test.clock.advance(24 * hour);
    await add('李大妈');
    test.clock.advance(80 * 24 * hour);
    expect(await forgetGuests(test.as('system'))).toBe(0);
    test.clock.advance(20 * 24 * hour);
    expect(await forgetGuests(test.as('system'))).toBe(1);
    expect(await roster()).toMatchObject({ guests: [{ name: null }], came: 1 });
  });

  it('had signed off, and is ticked as come after all', async () => {
    await withdraw(await test.asPerson('one'), shiftId);
    expect((await roster()).people).toEqual([]);
    test.clock.advance(24 * hour);
    const { left } = await roster();
    expect(left).toMatchObject([{ name: 'one', state: 'withdrawn' }]);
    await tickOnList(await organiser(), left[0]?.id ?? '', 'in');
    const after = await roster();
    expect(after.left).toEqual([]);
    expect(after.people).toMatchObject([{ name: 'one', state: 'confirmed', walkIn: true }]);
  });

  it('is written down by organisers alone, on the day, and not the organiser who writes', async () => {
    await expect(add('太早')).rejects.toMatchObject({ reason: 'volunteering.check-in-closed' });
    test.clock.advance(24 * hour);
    await expect(add('谁', 'nobody@example.org')).rejects.toMatchObject({
      ...{ code: 'invalid', field: 'email', reason: 'volunteering.no-such-account' },
    });
    await expect(add('自己', await emailOf('coordinator'))).rejects.toMatchObject({
      reason: 'volunteering.own-hours',
    });
    const other = await test.asPerson('outsider');
    for (const email of ['', await emailOf('walker')])
      await expect(addAtRoster(other, shiftId, { name: '某人', email })).rejects.toMatchObject({
        reason: 'volunteering.organisers-only',
      });
  });

  it('is said to have an account or none at the gate alone', async () => {
    const id = await publishOpportunity(await organiser(), activity);
    const coming = await makeShift(test, id, { hours: 48, capacity: 3 });
    for (const email of [await emailOf('walker'), 'nobody@example.org'])
      await expect(addAtRoster(await organiser(), coming, { name: '', email })).rejects.toMatchObject({
        ...{ code: 'wrong-state', reason: 'volunteering.check-in-closed' },
      });
  });

  it('is no guest where the work is dangerous: the law wants insurance by name', async () => {
    const insured = { ...activity, dangerous: true, insurance: '意外险，保额 50 万元' };
    const id = await makeShift(test, await publishOpportunity(await organiser(), insured), {
      ...{ hours: 2, capacity: 3 },
    });
    test.clock.advance(2 * hour);
    await expect(addAtRoster(await organiser(), id, { name: '路过的人', email: '' })).rejects.toMatchObject({
      reason: 'volunteering.no-guests-in-danger',
    });
  });
});
