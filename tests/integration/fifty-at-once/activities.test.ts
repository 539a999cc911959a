import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../factories/organisations';
import { makeAreas, makePerson } from '../../factories/proposals';
import { activity, fillShift, hour, makeShift, placesIn, spanIn } from '../../factories/volunteering';
import { all, fired, oneAnd, presses } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { addSeries } from '~/domains/volunteering/activities/add-series.server';
import { cancelShift, changeShift } from '~/domains/volunteering/activities/change-shift.server';
import {
  editOpportunity,
  opportunityToEdit,
} from '~/domains/volunteering/activities/edit-opportunity.server';
import {
  copyOpportunity,
  discardDraft,
  draftOpportunity,
  moveDraft,
} from '~/domains/volunteering/activities/keep-draft.server';
import { currentCode } from '~/domains/volunteering/attendance/check-in-code.server';
import { checkIn, checkOut } from '~/domains/volunteering/attendance/check-in.server';
import { remindVolunteers } from '~/domains/volunteering/desk/remind.server';
import { addShift, publishOpportunity } from '~/domains/volunteering/opportunity.server';
import { lapseOffers } from '~/domains/volunteering/places/answer-offer.server';
import { seriesSchema } from '~/domains/volunteering/schema';
import { signUp, withdraw } from '~/domains/volunteering/places/sign-up.server';

let test: TestContext;
let organiser: Context;
let opportunityId: string;
const people = ['one', 'two', 'three', 'four', 'five'];
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', ...people]) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  organiser = await test.asPerson('coordinator', 'helpers');
});
beforeEach(async () => {
  opportunityId = await publishOpportunity(organiser, activity);
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const system = () => test.as('system');
const shifts = () => read().shift.findMany({ where: { opportunityId } });
const told = (type: string, subjectId = opportunityId) => read().event.count({ where: { subjectId, type } });

describe('an activity', () => {
  it('is drafted, copied, published and thrown away once each', async () => {
    const id = await draftOpportunity(organiser, activity);
    expect(await fired(() => copyOpportunity(organiser, id))).toEqual(all);
    expect(await fired(() => moveDraft(organiser, id, 'keep-as-template'))).toEqual(
      oneAnd('already-decided'),
    );
    await moveDraft(organiser, id, 'keep-as-draft');
    const ended = await fired((at) =>
      at % 2 ? moveDraft(organiser, id, 'publish') : discardDraft(organiser, id),
    );
    expect(ended.done).toBe(1);
    expect(await told('opportunity.published', id)).toBe(await read().opportunity.count({ where: { id } }));
  });

  it('is changed once of many pages, and told once to those who come', async () => {
    const shiftId = await makeShift(test, opportunityId, { hours: 48, capacity: 5 });
    await fillShift(test, shiftId, people);
    const { revision } = await opportunityToEdit(organiser, opportunityId);
    const edit = (at: number) =>
      editOpportunity(organiser, opportunityId, {
        ...activity,
        place: `${at} 号门`,
        signUpHours: 6,
        revision,
      });
    expect(await fired(edit)).toEqual(oneAnd('saved-meanwhile'));
    expect(await told('opportunity.changed')).toBe(1);
  });

  it('gets every shift and every series that is added', async () => {
    const span = spanIn(test, 48);
    expect(await fired(() => addShift(organiser, opportunityId, { ...span, capacity: 1, task: '' }))).toEqual(
      all,
    );
    const series = seriesSchema.parse({
      ...{
        startsAt: span.startsAt.toISOString(),
        endsAt: span.endsAt.toISOString(),
        capacity: '1',
        task: '',
      },
      ...{ frequency: 'weekly', rule: 'FREQ=WEEKLY;COUNT=3' },
    });
    expect(await fired(() => addSeries(organiser, opportunityId, series), 10)).toEqual({ done: 10 });
    expect(await shifts()).toHaveLength(presses + 30);
  });
});

describe('a shift', () => {
  it('is changed while people sign up and leave: never more places than there are', async () => {
    const shiftId = await makeShift(test, opportunityId, { hours: 48, capacity: 2 });
    const contexts = await Promise.all(people.map((id) => test.asPerson(id)));
    const change = (at: number) => ({ ...spanIn(test, 48), capacity: 1 + (at % 3), task: '' });
    const outcome = await fired((at) => {
      const person = contexts[at % 5];
      if (at % 5 === 4 || !person) return changeShift(organiser, shiftId, change(at));
      return at < 10 ? signUp(person, shiftId) : withdraw(person, shiftId);
    });
    expect(outcome.done).toBeGreaterThan(4);
    const held = Object.values(await placesIn(test, shiftId)).filter((state) =>
      ['confirmed', 'offered'].includes(state),
    );
    const row = await read().shift.findUniqueOrThrow({ where: { id: shiftId } });
    expect([row.taken, held.length <= row.capacity]).toEqual([held.length, true]);
  });

  it('is called off once', async () => {
    const shiftId = await makeShift(test, opportunityId, { hours: 48, capacity: 2 });
    const cancelled = await fired(() => cancelShift(organiser, shiftId, '暴雨预警'));
    expect(cancelled).toEqual(oneAnd('volunteering.shift-off'));
  });

  it('is reminded of once, and its offers lapse once and go to the next', async () => {
    const shiftId = await makeShift(test, opportunityId, { hours: 20, capacity: 1 });
    await fillShift(test, shiftId, people);
    expect(await fired(() => remindVolunteers(system()), 10)).toEqual({ done: 10 });
    expect(await told('shift.reminder')).toBe(1);
    const far = await makeShift(test, opportunityId, { hours: 240, capacity: 1 });
    await fillShift(test, far, people);
    await withdraw(await test.asPerson('one'), far);
    test.clock.advance(25 * hour);
    expect(await fired(() => lapseOffers(system()), 10)).toEqual({ done: 10 });
    const states = await placesIn(test, far);
    expect(states).toMatchObject({ two: 'lapsed', three: 'offered', four: 'waiting' });
  });

  it('a person is checked in once and out once, and walks in once', async () => {
    const shiftId = await makeShift(test, opportunityId, { hours: 2, capacity: 1 });
    const [one, two] = [await test.asPerson('one'), await test.asPerson('two')];
    await signUp(one, shiftId);
    test.clock.advance(2 * hour);
    const { code } = currentCode(system(), shiftId);
    const came = await fired((at) => checkIn(at % 2 ? one : two, shiftId, { code, walkIn: true }));
    expect([came, await told('volunteer.walked-in')]).toEqual([all, 1]);
    test.clock.advance(2 * hour);
    const left = currentCode(system(), shiftId);
    expect(await fired(() => checkOut(one, shiftId, left.code))).toEqual(all);
  });
});
