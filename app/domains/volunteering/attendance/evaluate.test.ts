import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift, noticesOf } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { erasePerson } from '../../own-data.server';
import { certificatePage } from '../certificates/certificate.query.server';
import { certificateDocument } from '../certificates/certificate-document.server';
import { issueCertificate } from '../certificates/issue-certificate.server';
import { ownRecord } from '../certificates/own-record.query.server';
import { statedFacts } from '../certificates/stated-facts.query.server';
import { confirmAttendance } from './confirm-attendance.server';
import { publishOpportunity } from '../opportunity.server';
import { saveProfile } from '../places/for-you.query.server';
import { evaluateService } from './evaluate.server';
import { objectToRecord } from './object.server';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';

let test: TestContext;
let signUpId: string;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'outsider', 'one']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  const opportunityId = await publishOpportunity(await organiser(), activity);
  const shiftId = await makeShift(test, opportunityId, { hours: 5, capacity: 2 });
  await fillShift(test, shiftId, ['one']);
  signUpId = (await test.database.read.signUp.findFirstOrThrow({ where: { shiftId } })).id;
  test.clock.advance(8 * hour);
});
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers');
const one = async () => (await test.asPerson('one')) as Context & { actor: PersonActor };
const evaluate = async (evaluation: string, stars?: number, who = 'coordinator') =>
  evaluateService(await test.asPerson(who), { signUpId, evaluation, stars });
const certified = async (adds: string[]) => {
  const input = { organisationId: 'helpers', realName: '', idNumber: '', shows: [], adds };
  const id = await issueCertificate(await one(), input);
  return certificatePage(await one(), id);
};

describe('how a service was found', () => {
  it('is said of confirmed service by its organisers, in words or stars, and can be taken back', async () => {
    await expect(evaluate('认真负责')).rejects.toMatchObject({ reason: 'volunteering.not-served' });
    await confirmAttendance(await organiser(), { signUpId, attended: 'yes', hours: 2, reason: '' });
    await expect(evaluate('', undefined)).rejects.toMatchObject({ reason: 'volunteering.say-evaluation' });
    await expect(evaluate('好', 5, 'outsider')).rejects.toMatchObject({ code: 'forbidden' });
    await evaluate('认真负责', 5);
    const said = await noticesOf(test, 'one');
    for (const words of ['评价了您', '评价：认真负责', '星级：5 星']) expect(said).toContain(words);
    expect((await ownRecord(await one()))[0]?.evaluation).toMatchObject({ words: '认真负责', stars: 5 });
    await objectToRecord(await one(), signUpId, '评价与实际不符');
    await evaluate('');
    expect((await ownRecord(await one()))[0]?.evaluation).toBeNull();
    expect(await noticesOf(test, 'one')).toContain('撤回了');
  });

  it('stands in a certificate with what the person says of themselves only where they want it', async () => {
    await evaluate('细致', 4);
    expect(await statedFacts(await one())).toEqual({ skills: '', services: '', area: '' });
    await saveProfile(await one(), {
      ...{ skills: ['care'], freeTimes: [], areaId: communityId, services: '助老、环保' },
    });
    const facts = await statedFacts(await one());
    expect(facts).toMatchObject({ services: '助老、环保' });
    expect(facts.area).not.toBe('');
    const plain = await certified([]);
    expect(plain.content).toMatchObject({ evaluations: [], facts: null });
    const whole = await certified(['evaluations', 'facts']);
    expect(whole.content).toMatchObject({ evaluations: [{ words: '细致', stars: 4 }], facts });
    const paper = (page: typeof whole) => JSON.stringify(certificateDocument(test.as('system'), page).blocks);
    expect(paper(whole)).toContain('细致 · 4 星');
    expect(paper(whole)).toContain('助老、环保');
    for (const words of ['细致', '助老']) expect(paper(plain)).not.toContain(words);
  });

  it('goes with the account, wherever it was told', async () => {
    await erasePerson(await test.asPerson('one'), 'one');
    const row = await test.database.read.signUp.findUniqueOrThrow({ where: { id: signUpId } });
    expect(row).toMatchObject({ evaluation: null, stars: null });
    const events = await test.database.read.event.findMany({ where: { type: 'volunteer.evaluated' } });
    expect(JSON.stringify(events)).not.toContain('认真负责');
  });
});
