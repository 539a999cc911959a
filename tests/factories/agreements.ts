import { makeOrganisation } from './organisations';
import { communityId, makePerson } from './proposals';
import type { TestContext } from '../setup/context';
import { signAgreement, signingAct } from '~/domains/agreements/signing/sign-agreement.server';
import type { Context } from '~/domains/context';
import { makeCode } from '~/domains/identity/index.server';
import { hashPassword } from '~/domains/identity/proving/passwords.server';
import { inTransaction } from '~/domains/in-transaction.server';

export const signingPassword = 'spring river lamp';

/** Organisations that can be parties, each with a representative who has a password: `ID-person`. */
export async function makeParties(test: TestContext, ids: readonly string[]): Promise<void> {
  const passwordHash = await hashPassword(signingPassword);
  for (const id of ids) {
    await makePerson(test, `${id}-person`);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: `${id}-person` }, data: { passwordHash } }),
    );
    await makeOrganisation(test, { id, members: { [`${id}-person`]: 'representative' } });
  }
}

/** A draft as its form is read; three parties and one obligation unless told. */
export const draftOf = (change: Record<string, unknown> = {}) => ({
  title: '南门充电桩共建协议',
  body: '各方共同出力，建好管好南门充电桩，保障用电安全。',
  areaId: communityId,
  proposalId: '',
  partyIds: ['ngo', 'shop', 'community'],
  template: '' as const,
  signingOrder: 'parallel' as const,
  signDays: 30,
  endsOn: '',
  rows: { 'party.1': 'shop', 'what.1': '提供场地', 'due.1': '2027-12-31' } as Record<string, string>,
  ...change,
});

export interface Frozen {
  id: string;
  contentHash: string;
}

/** Signs as a person at the screen does, with the code that would be mailed. */
export async function signAs(
  ctx: Context,
  { id, contentHash }: Frozen,
  {
    password = signingPassword,
    name = '张三',
    code: given,
  }: { password?: string; name?: string; code?: string } = {},
): Promise<void> {
  const code = given ?? (await inTransaction(ctx, (ctx) => makeCode(ctx, signingAct(id, contentHash)))).code;
  const proof = { kind: 'password-and-code' as const, password, code };
  await signAgreement(ctx, id, { contentHash, name, device: 'Test Browser', proof });
}
