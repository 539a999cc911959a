import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift, noticesOf } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { erasePerson, exportPerson } from '../../own-data.server';
import { editOpportunity } from '../activities/edit-opportunity.server';
import { confirmAll } from '../attendance/confirm-all.server';
import { objectToRecord } from '../attendance/object.server';
import { certificatePage, checkCertificate } from './certificate.query.server';
import { checkedCertificatePdf } from './checked-pdf.query.server';
import { certificatePdf } from './certificate-pdf.query.server';
import { issuedCertificates } from './issued-certificates.query.server';
import { issueCertificate } from './issue-certificate.server';
import { ownRecord } from './own-record.query.server';
import { changeShown, revokeCertificate } from './revoke-certificate.server';
import { confirmAttendance } from '../attendance/confirm-attendance.server';
import { publishOpportunity } from '../opportunity.server';
import { signUp, withdraw } from '../places/sign-up.server';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';

let test: TestContext;
let opportunityId: string;
let shiftId: string;
const people = ['one', 'two', 'three', 'four'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'deputy', 'outsider', ...people]) await makePerson(test, id);
  const members = { coordinator: 'representative', deputy: 'owner' } as const;
  await makeOrganisation(test, { id: 'helpers', members });
});
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers');
const asActor = async (id: string, organisationId?: string) =>
  (await test.asPerson(id, organisationId)) as Context & { actor: PersonActor };

beforeEach(async () => {
  test.clock.advance(72 * hour);
  opportunityId = await publishOpportunity(await organiser(), { ...activity, skills: ['care'] });
  shiftId = await makeShift(test, opportunityId, { hours: 24, capacity: 3, task: '捡拾' });
  await fillShift(test, shiftId, people);
});

const rowOf = (personId: string) =>
  test.database.read.signUp.findUniqueOrThrow({ where: { shiftId_personId: { shiftId, personId } } });
const noticed = (personId: string) => noticesOf(test, personId);

describe('a certificate', () => {
  const certify = async (more: object = {}) => {
    test.clock.advance(27 * hour);
    await confirmAll(await organiser(), shiftId);
    const given = {
      organisationId: 'helpers',
      realName: '陈桂兰',
      idNumber: '421002195501010020',
      shows: [],
    };
    return issueCertificate(await test.asPerson('three'), { ...given, ...more });
  };
  const checked = async (id: string) => {
    const { certificate, content } = await certificatePage(await test.asPerson('three'), id);
    return checkCertificate(test.as('visitor'), { number: certificate.number, code: content.code });
  };

  it('states hours, service and who recorded it; a stranger sees no more than the person allows', async () => {
    const id = await certify();
    const page = await certificatePage(await test.asPerson('three'), id);
    const { startsAt, endsAt } = await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } });
    expect(page.content.items).toEqual([
      {
        ...{ signUpId: (await rowOf('three')).id, activity: '护江巡河清洁行动', place: '东门', task: '捡拾' },
        ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
        ...{ minutes: 120, contact: 'coordinator' },
      },
    ]);
    expect(page.certificate.minutes).toBe(120);
    const row = await test.database.read.volunteerCertificate.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toMatch(/陈桂兰|421002195501010020|护江/);
    const seen = await checked(id);
    expect(seen).toMatchObject({
      found: true,
      minutes: row.minutes,
      organisation: 'helpers',
      name: null,
      items: null,
    });
    await changeShown(await test.asPerson('three'), id, ['name', 'service']);
    expect(await checked(id)).toMatchObject({ name: '陈桂兰' });
    expect(JSON.stringify(await checked(id))).not.toContain('421002195501010020');
    const wrong = await checkCertificate(test.as('visitor'), { number: row.number, code: 'WRONGONE' });
    expect(wrong).toEqual({ found: false });
    expect(await checkCertificate(test.as('visitor'), { number: '', code: '' })).toEqual({ found: false });
    for (const person of ['one', 'coordinator'])
      await expect(certificatePage(await test.asPerson(person), id)).rejects.toMatchObject({
        code: 'forbidden',
      });
  });

  it('names who was responsible then, whoever is by now, as the own record does', async () => {
    test.clock.advance(27 * hour);
    await confirmAll(await organiser(), shiftId);
    const change = { ...activity, skills: ['care'], contactId: 'deputy' };
    await editOpportunity(await organiser(), opportunityId, change);
    const next = await makeShift(test, opportunityId, { hours: 24, capacity: 3 });
    await fillShift(test, next, ['three']);
    test.clock.advance(27 * hour);
    await confirmAll(await organiser(), next);
    const given = { organisationId: 'helpers', realName: '', idNumber: '', shows: [] };
    const id = await issueCertificate(await test.asPerson('three'), given);
    const { content } = await certificatePage(await test.asPerson('three'), id);
    const named = ['coordinator', 'deputy'];
    expect(content.items.slice(-2).map(({ contact }) => contact)).toEqual(named);
    const record = await ownRecord(await asActor('three'));
    expect(record.slice(-2).map(({ contact }) => contact)).toEqual(named);
  });

  it('says that it was revoked, or that the record was corrected since', async () => {
    const id = await certify();
    const { id: signUpId } = await rowOf('three');
    await confirmAttendance(await organiser(), {
      ...{ signUpId, attended: 'yes', hours: 1, reason: '提前离开了一小时' },
    });
    expect(await checked(id)).toMatchObject({ changed: true, revokedAt: null });
    await expect(revokeCertificate(await test.asPerson('one'), id, '不是本人')).rejects.toMatchObject({
      code: 'forbidden',
    });
    const issuedBy = async (personId: string) => issuedCertificates(await asActor(personId, 'helpers'));
    const [row] = (await issuedBy('coordinator')).items;
    expect(row).toMatchObject({ id, name: 'three', revokedAt: null });
    expect(JSON.stringify(row)).not.toMatch(/陈桂兰|421002195501010020|sealed|code/i);
    expect((await issuedBy('one')).items).toEqual([]);
    await revokeCertificate(await organiser(), id, '时长有误，已更正');
    expect((await issuedBy('coordinator')).items[0]).toMatchObject({ revokedReason: '时长有误，已更正' });
    expect(await checked(id)).toMatchObject({ revokedAt: test.clock.now() });
    await expect(revokeCertificate(await organiser(), id, '再撤一次')).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is none without confirmed hours, stands in the own data, and goes with the account', async () => {
    await makePerson(test, 'newcomer');
    const given = { organisationId: 'helpers', realName: '', idNumber: '', shows: [] };
    await expect(issueCertificate(await test.asPerson('newcomer'), given)).rejects.toMatchObject({
      reason: 'volunteering.nothing-to-certify',
    });
    await signUp(await test.asPerson('newcomer'), shiftId);
    await test.database.transaction((tx) =>
      tx.prisma.signUp.updateMany({
        where: { personId: 'newcomer' },
        data: { state: 'attended', minutes: 90 },
      }),
    );
    test.clock.advance(27 * hour);
    const id = await issueCertificate(await test.asPerson('newcomer'), { ...given, realName: '王新' });
    expect(await ownRecord(await asActor('newcomer'))).toMatchObject([
      { minutes: 90, organisation: 'helpers' },
    ]);
    const own = JSON.stringify(await exportPerson(await test.asPerson('newcomer'), 'newcomer'));
    expect(own).toContain('王新');
    expect(own).not.toContain('sealedContent');
    await erasePerson(await test.asPerson('newcomer'), 'newcomer');
    expect(await test.database.read.volunteerCertificate.count({ where: { id } })).toBe(0);
  });
});

describe('an account that is closed', () => {
  it('leaves none of the words that were typed by its person or about its person', async () => {
    await makePerson(test, 'ill');
    const ill = await test.asPerson('ill');
    const later = await makeShift(test, opportunityId, { hours: 40, capacity: 3 });
    await fillShift(test, later, ['ill']);
    await withdraw(ill, later, '确诊肺炎住院');
    const served = await makeShift(test, opportunityId, { hours: 24, capacity: 3 });
    await fillShift(test, served, ['ill']);
    test.clock.advance(27 * hour);
    const where = { shiftId_personId: { shiftId: served, personId: 'ill' } };
    const { id: signUpId } = await test.database.read.signUp.findUniqueOrThrow({ where });
    const given = { signUpId, attended: 'yes' as const, reason: '' };
    await confirmAttendance(await organiser(), { ...given, hours: 1 });
    await confirmAttendance(await organiser(), { ...given, hours: 0.5, reason: '中途去做化疗' });
    await objectToRecord(ill, signUpId, '我做完透析又回来了');
    const own = { organisationId: 'helpers', realName: '', idNumber: '', shows: [] };
    const certificateId = await issueCertificate(ill, own);
    await revokeCertificate(ill, certificateId, '不想让人知道我病过');
    expect(await noticed('coordinator')).toMatch(/肺炎[^]*透析|透析[^]*肺炎/);
    await erasePerson(ill, 'ill');
    await noticed('coordinator');
    const { read } = test.database;
    const left = await Promise.all([
      read.signUp.findMany(),
      read.event.findMany(),
      read.notification.findMany(),
    ]);
    expect(
      JSON.stringify(left, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/肺炎|化疗|透析|病过/);
  });
});

describe('a certificate as a file', () => {
  it('is PDF with number, code and what was served, for its person alone, and none once it is revoked', async () => {
    test.clock.advance(27 * hour);
    await confirmAll(await organiser(), shiftId);
    const id = await issueCertificate(await test.asPerson('three'), {
      ...{ organisationId: 'helpers', realName: '陈桂兰', idNumber: '421002195501010020', shows: [] },
    });
    const { content, certificate } = await certificatePage(await test.asPerson('three'), id);
    const { number, bytes } = await certificatePdf(await test.asPerson('three'), id);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
    const dense = text.replaceAll(/\s/g, '');
    for (const words of [
      certificate.number,
      content.code,
      '陈桂兰',
      '421002195501010020',
      '护江巡河清洁行动',
    ])
      expect(dense).toContain(words);
    expect(dense).toContain(`number=${number}&code=${content.code}`);
    for (const person of ['one', 'coordinator'])
      await expect(certificatePdf(await test.asPerson(person), id)).rejects.toMatchObject({
        code: 'forbidden',
      });
    const asked = { number, code: content.code };
    const textOf = async () => {
      const { bytes } = await checkedCertificatePdf(test.as('visitor'), asked);
      return execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' }).replaceAll(/\s/g, '');
    };
    expect(await textOf()).toContain('这份证明有效');
    expect(await textOf()).not.toMatch(/陈桂兰|421002195501010020|护江/);
    await changeShown(await test.asPerson('three'), id, ['name', 'service']);
    expect(await textOf()).toMatch(/陈桂兰.*护江/);
    expect(await textOf()).not.toContain('421002195501010020');
    await expect(
      checkedCertificatePdf(test.as('visitor'), { number, code: 'WRONGONE' }),
    ).rejects.toMatchObject({ code: 'not-found', reason: 'volunteering.no-such-certificate' });
    const corrected = { attended: 'yes' as const, hours: 1, reason: '提前离开了一小时' };
    await confirmAttendance(await organiser(), { signUpId: (await rowOf('three')).id, ...corrected });
    expect(await textOf()).toContain('记录有更正');
    expect(await textOf()).not.toContain('这份证明有效');
    await revokeCertificate(await test.asPerson('three'), id, '不再需要');
    await expect(checkedCertificatePdf(test.as('visitor'), asked)).rejects.toMatchObject({
      reason: 'volunteering.certificate-was-revoked',
    });
    await expect(certificatePdf(await test.asPerson('three'), id)).rejects.toMatchObject({
      reason: 'volunteering.certificate-revoked',
    });
  });

  it('is refused with the characters for which the font has no shape', async () => {
    test.clock.advance(27 * hour);
    await confirmAll(await organiser(), shiftId);
    const id = await issueCertificate(await test.asPerson('two'), {
      ...{ organisationId: 'helpers', realName: '王𓀀', idNumber: '', shows: [] },
    });
    await expect(certificatePdf(await test.asPerson('two'), id)).rejects.toMatchObject({
      reason: 'document.missing-characters',
      params: { characters: '𓀀' },
    });
  });
});
