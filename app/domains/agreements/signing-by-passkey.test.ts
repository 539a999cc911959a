import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftOf, makeParties, signingPassword } from '../../../tests/factories/agreements';
import { makeAreas } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { SoftPasskey } from '../../../tests/setup/soft-passkey';
import { addPasskey, askForNewPasskey, askToSignIn } from '../identity/index.server';
import type { UsedCredential } from '../identity/passkeys/schema';
import { draftAgreement } from './drafting/draft-agreement.server';
import { freezeAgreement } from './signing/freeze-agreement.server';
import { askForSigningPasskey, signAgreement } from './signing/sign-agreement.server';

let test: TestContext;
let device: SoftPasskey;
const parties = ['ngo', 'shop', 'community'];
const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, parties);
  device = new SoftPasskey();
  const credential = device.made(await askForNewPasskey(await as('shop'), signingPassword));
  await addPasskey(await as('shop'), { credential, name: '办公室' });
});
afterAll(() => test.dispose());

async function frozen() {
  const id = await draftAgreement(await as('ngo'), draftOf());
  await freezeAgreement(await as('ngo'), id);
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  return { id, contentHash: contentHash ?? '' };
}

const sign = async (
  who: string,
  { id, contentHash }: { id: string; contentHash: string },
  credential: UsedCredential,
) =>
  signAgreement(await as(who), id, {
    ...{ contentHash, name: '李四', device: 'Test Browser' },
    proof: { kind: 'passkey', credential },
  });

it('signs the text for which the passkey was asked, and no other, and once', async () => {
  const [one, other] = [await frozen(), await frozen()];
  const wrong = { reason: 'identity.wrong-passkey' };
  await expect(askForSigningPasskey(test.as('visitor'), one.id)).rejects.toMatchObject({ code: 'forbidden' });
  const forOther = device.used(await askForSigningPasskey(await as('shop'), other.id));
  await expect(sign('shop', one, forOther)).rejects.toMatchObject(wrong);
  const forEntering = device.used(await askToSignIn(test.as('visitor')));
  await expect(sign('shop', one, forEntering)).rejects.toMatchObject(wrong);
  const forThis = device.used(await askForSigningPasskey(await as('shop'), one.id));
  await expect(sign('community', one, forThis)).rejects.toMatchObject(wrong);
  await sign('shop', one, device.used(await askForSigningPasskey(await as('shop'), one.id)));
  const party = await test.database.read.agreementParty.findFirstOrThrow({
    where: { agreementId: one.id, organisationId: 'shop' },
  });
  expect(party).toMatchObject({ signatoryId: 'shop-person', signedHash: one.contentHash });
});
