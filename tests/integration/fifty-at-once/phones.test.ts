import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { atOnce, fired, oneAnd } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { codeIn, givePhone, textsTo, withTexts } from '../../setup/texts';
import { askToConfirmPhone, confirmPhone, removePhone } from '~/domains/identity/phones/own-phone.server';
import { askToSignInByPhone, enterByPhone } from '~/domains/identity/phones/sign-in-by-phone.server';
import { hashPassword } from '~/domains/identity/proving/passwords.server';

const number = '8613812345678';
const password = 'eleven quiet herons';
const people = ['ann', 'bob', 'cai', 'dan'];
let test: TestContext;
beforeAll(async () => {
  test = await testContext({ environment: withTexts });
  await makeAreas(test);
  for (const id of people) await makePerson(test, id);
  const passwordHash = await hashPassword(password);
  await test.database.transaction((tx) => tx.prisma.person.updateMany({ data: { passwordHash } }));
});
afterAll(() => test.dispose());

const holders = () => test.database.read.confirmedPhone.findMany({ select: { personId: true } });

it('a number that several accounts confirm at once is one’s, and each hears why it is not theirs', async () => {
  const codes = new Map<string, string>();
  for (const id of people) {
    await askToConfirmPhone(await test.asPerson(id), number);
    codes.set(id, codeIn((await textsTo(test, number))[0]));
  }
  const { ok, refused } = await atOnce(people, async (id) =>
    confirmPhone(await test.asPerson(id), codes.get(id) ?? ''),
  );
  expect(ok.length).toBeGreaterThan(0);
  expect(Object.keys(refused).filter((why) => why !== 'changed-meanwhile')).toEqual([]);
  expect(await holders()).toHaveLength(1);
});

it('a code lets in once', async () => {
  await givePhone(test, 'ann', number);
  const token = await askToSignInByPhone(test.as('visitor'), number);
  await runJobs(test);
  const code = codeIn((await textsTo(test, number))[0]);
  // A code that holds for five tries is tried by four at once.
  const entered = await fired(() => enterByPhone(test.as('visitor'), { token, code }, 'phone'), 4);
  expect(entered).toEqual({ done: 1, 'identity.phone-code-over': 3 });
});

it('a phone is removed once', async () => {
  const ann = await test.asPerson('ann');
  expect(await fired(() => removePhone(ann, password))).toEqual(oneAnd('not-found'));
  expect(await holders()).toEqual([]);
});
