import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { agreementSignedText, listAgreements } from '../agreement.query.server';
import { agreementPage } from '../agreement-page.query.server';
import { draftAgreement } from '../drafting/draft-agreement.server';
import { freezeAgreement } from './freeze-agreement.server';
import { sha256 } from '~/lib/sha256';
import type { Transaction } from '~/platform/db/database.server';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, parties);
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);

async function frozen(): Promise<{ id: string; contentHash: string }> {
  const id = await draftAgreement(await as('ngo'), draftOf());
  await freezeAgreement(await as('ngo'), id);
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  return { id, contentHash: contentHash ?? '' };
}

const sign = async (organisation: string, agreement: { id: string; contentHash: string }) =>
  signAs(await as(organisation), agreement);

describe('a text that was changed behind its signatures', () => {
  async function signedByAll(): Promise<string> {
    const agreement = await frozen();
    for (const party of parties) await sign(party, agreement);
    return agreement.id;
  }
  const change = (act: (tx: Transaction) => Promise<unknown>) => test.database.transaction(act);
  const visitor = () => test.as('visitor');
  const shopIn = (agreementId: string) => ({ agreementId, organisationId: 'shop' });
  async function listed(id: string, cursor?: string): Promise<string | undefined> {
    const { items, next } = await listAgreements(visitor(), { cursor });
    const found = items.find((item) => item.id === id);
    return found || !next ? found?.state : listed(id, next);
  }
  const seen = async (id: string) => ({
    page: (await agreementPage(visitor(), id)).agreement.fits,
    list: await listed(id),
  });

  it('fits as long as nobody touched it, also after a party was renamed', async () => {
    const id = await signedByAll();
    await change((tx) =>
      tx.prisma.organisation.update({ where: { id: 'shop' }, data: { name: '换了名字的超市' } }),
    );
    expect(await seen(id)).toEqual({ page: true, list: 'in-force' });
    const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
    expect(sha256(await agreementSignedText(visitor(), id))).toBe(contentHash);
    await change((tx) => tx.prisma.organisation.update({ where: { id: 'shop' }, data: { name: 'shop' } }));
  });

  it.each<[string, (tx: Transaction, id: string) => Promise<unknown>]>([
    [
      'body',
      (tx, id) => tx.prisma.agreement.update({ where: { id }, data: { body: '六十张折叠床。'.repeat(4) } }),
    ],
    ['title', (tx, id) => tx.prisma.agreement.update({ where: { id }, data: { title: '另一份协议' } })],
    [
      'obligation',
      (tx, id) =>
        tx.prisma.obligation.updateMany({ where: { agreementId: id }, data: { text: '什么也不做' } }),
    ],
    [
      'date',
      (tx, id) =>
        tx.prisma.obligation.updateMany({
          where: { agreementId: id },
          data: { dueAt: new Date('2030-01-01') },
        }),
    ],
    [
      'party',
      (tx, id) =>
        tx.prisma.agreementParty.updateMany({
          where: shopIn(id),
          data: { name: '别家' },
        }),
    ],
    [
      'last day',
      (tx, id) => tx.prisma.agreement.update({ where: { id }, data: { endsAt: new Date('2030-01-01') } }),
    ],
    ['kind', (tx, id) => tx.prisma.agreement.update({ where: { id }, data: { template: 'subsidy' } })],
    [
      'hash and signatures gone',
      async (tx, id) => {
        await tx.prisma.agreement.update({ where: { id }, data: { contentHash: null } });
        await tx.prisma.agreementParty.updateMany({ where: { agreementId: id }, data: { signedAt: null } });
      },
    ],
    [
      'one signature gone',
      (tx, id) =>
        tx.prisma.agreementParty.updateMany({
          where: shopIn(id),
          data: { signedAt: null },
        }),
    ],
    [
      'hash, too',
      (tx, id) => tx.prisma.agreement.update({ where: { id }, data: { contentHash: '0'.repeat(64) } }),
    ],
    [
      'amount',
      (tx, id) =>
        tx.prisma.obligation.updateMany({ where: { agreementId: id }, data: { amountFen: 500_000n } }),
    ],
    [
      'attachment',
      (tx, id) =>
        tx.prisma.agreement.update({ where: { id }, data: { attachments: '[{"name":"a","sha256":"b"}]' } }),
    ],
    [
      'name of a signatory',
      (tx, id) =>
        tx.prisma.agreementParty.updateMany({
          where: shopIn(id),
          data: { signatoryName: '李四' },
        }),
    ],
    [
      'signatory',
      (tx, id) =>
        tx.prisma.agreementParty.updateMany({
          where: shopIn(id),
          data: { signatoryId: 'outsider-person' },
        }),
    ],
    [
      'time',
      (tx, id) =>
        tx.prisma.agreementParty.updateMany({
          where: shopIn(id),
          data: { signedAt: new Date('2020-01-01') },
        }),
    ],
  ])('is called signed nowhere: %s', async (_what, act) => {
    const id = await signedByAll();
    await change((tx) => act(tx, id));
    expect(await seen(id)).toEqual({ page: false, list: 'altered' });
  });

  it('shows what is signed, not a second column that nobody signed', async () => {
    const id = await signedByAll();
    await change((tx) => tx.prisma.agreement.update({ where: { id }, data: { bodyHtml: '<p>六十张</p>' } }));
    const { agreement } = await agreementPage(visitor(), id);
    expect(agreement.clauses.map(({ html }) => html).join('')).not.toContain('六十张');
    expect(agreement.fits).toBe(true);
  });
});
