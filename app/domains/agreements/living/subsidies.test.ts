import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { draftAgreement } from '../drafting/draft-agreement.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';
import { subsidyRegister } from './subsidies.query.server';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];
const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, parties);
});
afterAll(() => test.dispose());

it('lets others be answered between the texts that it writes out and hashes', async () => {
  const first = { 'party.1': 'ngo', 'what.1': '完成第一期课程', 'due.1': '2026-12-20' };
  const paid = { 'amount.1': '3000.50', 'payer.1': 'shop' };
  const id = await draftAgreement(await as('ngo'), draftOf({ rows: { ...first, ...paid } }));
  await freezeAgreement(await as('ngo'), id);
  const agreement = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  for (const party of parties)
    await signAs(await as(party), { id, contentHash: agreement.contentHash ?? '' });
  const signed = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  const obligations = await test.database.read.obligation.findMany({ where: { agreementId: id } });
  const own = await test.database.read.agreementParty.findMany({ where: { agreementId: id } });
  await test.database.transaction(async (tx) => {
    for (let at = 0; at < 44; at += 1) {
      const copy = `${id}-${at}`;
      await tx.prisma.agreement.create({ data: { ...signed, id: copy } });
      await tx.prisma.agreementParty.createMany({
        data: own.map((row) => ({ ...row, agreementId: copy })),
      });
      await tx.prisma.obligation.createMany({
        data: obligations.map((row, place) => ({ ...row, id: `${copy}-${place}`, agreementId: copy })),
      });
    }
  });
  let gaveWay = 0;
  const ctx = { ...test.as('visitor'), giveWay: () => Promise.resolve(void (gaveWay += 1)) };
  const { rows, altered } = await subsidyRegister(ctx);
  expect([rows.length > 0, altered.length, gaveWay]).toEqual([true, 44, 2]);
});
