import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { proofOfEvent } from '../../ledger/index.server';
import { appendToLog } from '../../ledger/log/append-to-log.server';
import { publishedEvents } from '../../ledger/published-events.query.server';
import { confirmAll } from '../attendance/confirm-all.server';
import { certificateFile, checkedProof } from './certificate-in-log.query.server';
import { certificatePage, checkCertificate } from './certificate.query.server';
import { checkedCertificatePdf } from './checked-pdf.query.server';
import { issueCertificate } from './issue-certificate.server';
import { revokeCertificate } from './revoke-certificate.server';
import { publishOpportunity } from '../opportunity.server';

let test: TestContext;
let id: string;
let asked: { number: string; code: string };
const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash;
};

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const person of ['coordinator', 'three', 'stranger']) await makePerson(test, person);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  test.clock.advance(72 * hour);
  const organiser = await test.asPerson('coordinator', 'helpers');
  const opportunityId = await publishOpportunity(organiser, { ...activity, skills: ['care'] });
  const shiftId = await makeShift(test, opportunityId, { hours: 24, capacity: 3 });
  await fillShift(test, shiftId, ['three']);
  test.clock.advance(27 * hour);
  await confirmAll(organiser, shiftId);
  id = await issueCertificate(await test.asPerson('three'), {
    ...{ organisationId: 'helpers', realName: '陈桂兰', idNumber: '', shows: [] },
  });
  const { certificate, content } = await certificatePage(await test.asPerson('three'), id);
  asked = { number: certificate.number, code: content.code };
});
afterAll(() => test.dispose());

const checked = async () => {
  const found = await checkCertificate(test.as('visitor'), asked);
  return found.found ? found.inLog : null;
};

it('has no proof before the log has grown, and tells nobody who has not the code', async () => {
  await expect(checkedProof(test.as('visitor'), asked)).rejects.toMatchObject({ code: 'not-found' });
  const wrong = { ...asked, code: 'WRONGONE' };
  await expect(checkedProof(test.as('visitor'), wrong)).rejects.toMatchObject({ code: 'not-found' });
});

it('stands in the public log by the fingerprint of its text, which its holder can open for anyone', async () => {
  await appendToLog(test.as('system'));
  const { text } = await certificateFile(await test.asPerson('three'), id);
  expect(text).toContain('陈桂兰');
  await expect(certificateFile(await test.asPerson('stranger'), id)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const fingerprint = sha256(text).digest('hex');
  expect(await checked()).toMatchObject({ fingerprint, altered: false });
  const { proof } = await checkedProof(test.as('visitor'), asked);
  expect(proof.content).toContain(fingerprint);
  expect(proof.content).not.toMatch(/陈桂兰|"three"/);
  const opened = sha256(Buffer.from(proof.salt ?? '', 'base64'), proof.content ?? '').digest('base64');
  expect(opened).toBe(proof.entry);
});

it('is named to strangers nowhere: neither in the proof by its place, nor among the events', async () => {
  const eventId = (await checked())?.eventId ?? '';
  const visitor = test.as('visitor');
  expect((await proofOfEvent(visitor, eventId))?.content).toBeUndefined();
  await revokeCertificate(await test.asPerson('three'), id, '不再需要');
  const { items } = await publishedEvents.page(visitor, { size: 100 });
  expect(items.length).toBeGreaterThan(0);
  expect(JSON.stringify(items)).not.toMatch(/certificate|不再需要/);
});

it('proves nothing any more where its text was changed behind the portal', async () => {
  const { text } = await certificateFile(await test.asPerson('three'), id);
  const sealedContent = test.as('system').keys.seal(text.replace('"minutes":120', '"minutes":1200'));
  await test.database.transaction((tx) =>
    tx.prisma.volunteerCertificate.update({ where: { id }, data: { sealedContent, revokedAt: null } }),
  );
  expect(await checked()).toMatchObject({ altered: true });
  await expect(checkedCertificatePdf(test.as('visitor'), asked)).rejects.toMatchObject({
    reason: 'volunteering.certificate-altered',
  });
});
