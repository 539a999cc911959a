import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
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
import { erasePerson } from '../../own-data.server';
import { publishOpportunity } from '../opportunity.server';
import { signUp } from '../places/sign-up.server';
import { opportunityPage } from '../volunteering.query.server';
import { changeShift } from './change-shift.server';
import { editOpportunity, opportunityToEdit } from './edit-opportunity.server';

let test: TestContext;
let opportunityId: string;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'deputy', 'helper', 'one', 'two', 'three']) await makePerson(test, id);
  const members = { coordinator: 'representative', deputy: 'owner', helper: 'member' } as const;
  await makeOrganisation(test, { id: 'helpers', members });
});
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers');
const given = { ...activity, contact: '电话 13800000000' };

beforeEach(async () => {
  opportunityId = await publishOpportunity(await organiser(), given);
});

describe('the contact person of an activity', () => {
  it('can be another one who acts for the organisation; those with a place are told who was and who is', async () => {
    const id = await makeShift(test, opportunityId, { hours: 48, capacity: 1 });
    await fillShift(test, id, ['one', 'two']);
    const { contacts, fields } = await opportunityToEdit(await organiser(), opportunityId);
    expect(contacts.map(({ id }) => id).sort()).toEqual(['coordinator', 'deputy']);
    expect(fields.contactId).toBe('coordinator');
    const change = { ...given, contactId: 'deputy', contact: '电话 13911111111' };
    await editOpportunity(await organiser(), opportunityId, change);
    const said = await noticesOf(test, 'one');
    for (const words of ['联系人：deputy', '原联系人：coordinator', '联系方式有变动'])
      expect(said).toContain(words);
    // What is kept sealed stands in no notice, and who only waits is not told whom to ask.
    expect(said).not.toContain('13911111111');
    expect(await noticesOf(test, 'two')).not.toContain('deputy');
    const seen = await opportunityPage(await test.asPerson('one'), opportunityId);
    expect(seen.contact).toEqual({ name: 'deputy', words: '电话 13911111111' });
  });

  it('is nobody who does not act for it, and stays where none is named', async () => {
    for (const contactId of ['helper', 'one', 'nobody'])
      await expect(
        editOpportunity(await organiser(), opportunityId, { ...given, contactId }),
      ).rejects.toMatchObject({ code: 'invalid', field: 'contactId' });
    await editOpportunity(await organiser(), opportunityId, { ...given, place: '西门' });
    const { fields } = await opportunityToEdit(await organiser(), opportunityId);
    expect(fields.contactId).toBe('coordinator');
    const other = await publishOpportunity(await organiser(), { ...given, contactId: 'deputy' });
    expect((await opportunityToEdit(await organiser(), other)).fields.contactId).toBe('deputy');
  });

  it('who was one until a change is named in no notice once the account is closed', async () => {
    await makePerson(test, 'leaver');
    await makeOrganisation(test, { id: 'leaving', members: { leaver: 'owner', three: 'owner' } });
    const mine = await publishOpportunity(await test.asPerson('leaver', 'leaving'), given);
    const span = { ...spanIn(test, 96), capacity: 2, task: '' };
    const { addShift } = await import('../opportunity.server');
    await addShift(await test.asPerson('leaver', 'leaving'), mine, span);
    const { id } = await test.database.read.shift.findFirstOrThrow({ where: { opportunityId: mine } });
    await signUp(await test.asPerson('two'), id);
    await editOpportunity(await test.asPerson('three', 'leaving'), mine, { ...given, contactId: 'three' });
    expect(await noticesOf(test, 'two')).toContain('原联系人：leaver');
    await erasePerson(await test.asPerson('leaver'), 'leaver');
    expect(await noticesOf(test, 'two')).not.toContain('leaver');
  });
});

describe('those who come are told what was and what is', () => {
  it('of the title and of until when they may sign off', async () => {
    await fillShift(test, await makeShift(test, opportunityId, { hours: 48, capacity: 1 }), ['one', 'two']);
    await editOpportunity(await organiser(), opportunityId, {
      ...given,
      ...{ title: '护江巡河大行动', signOffHours: 24 },
    });
    for (const person of ['one', 'two']) {
      const said = await noticesOf(test, person);
      expect(said).toContain('名称：“护江巡河大行动”，原为“护江巡河清洁行动”');
      expect(said).toContain('可自行退出的时限：开始前 3 小时改为 24 小时');
    }
  });

  it('of the roles; whoever had one that is gone keeps the seat and is told so', async () => {
    const roles = [
      { name: '引导', capacity: 2 },
      { name: '搬运', capacity: 1 },
    ];
    const id = await makeShift(test, opportunityId, { hours: 48, capacity: 3, roles });
    await signUp(await test.asPerson('one'), id, { role: '引导' });
    await signUp(await test.asPerson('two'), id, { role: '搬运' });
    const { startsAt, endsAt } = await test.database.read.shift.findUniqueOrThrow({ where: { id } });
    const change = { startsAt, endsAt, capacity: 3, task: '' };
    await changeShift(await organiser(), id, { ...change, roles: [{ name: '引导', capacity: 3 }] });
    for (const person of ['one', 'two'])
      expect(await noticesOf(test, person)).toContain('岗位：引导 3 人；原为：引导 2 人、搬运 1 人');
    expect(await noticesOf(test, 'two')).toContain('您原来的岗位：搬运');
    expect(await noticesOf(test, 'one')).not.toContain('您原来的岗位');
    expect(await placesIn(test, id)).toEqual({ one: 'confirmed', two: 'confirmed' });
    await changeShift(await organiser(), id, { ...change, roles: [] });
    expect(await noticesOf(test, 'one')).toContain('岗位：不分岗位；原为：引导 3 人');
  });
});
