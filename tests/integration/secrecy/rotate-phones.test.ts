import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { newDataKey, rotatingPortal, sealedTexts } from '../../setup/rotating';
import type { RotatingPortal } from '../../setup/rotating';
import { codeIn } from '../../setup/texts';
import type { Context } from '~/domains/context';
import { askToConfirmPhone, confirmPhone, phoneOf } from '~/domains/identity/phones/own-phone.server';
import {
  askToSignInByPhone,
  enterByPhone,
  sendSignInCode,
} from '~/domains/identity/phones/sign-in-by-phone.server';
import type { Services } from '~/http/server/services.server';

let portal: RotatingPortal;
const [first, second] = [newDataKey(), newDataKey()];
const number = '8613812345678';
beforeEach(async () => {
  portal = await rotatingPortal(first);
  await makeAreas(portal.test);
  await makePerson(portal.test, 'ann');
});
afterEach(() => portal.dispose());

const sms = { url: 'smpp://a:b@127.0.0.1:1', from: '', signature: '', countries: ['86'], mostInADay: 99 };
const under = (ctx: Context, { keys }: Services): Context => ({
  ...ctx,
  keys,
  configuration: { ...ctx.configuration, sms },
});

async function newestWords({ database, keys }: Services): Promise<string> {
  const row = await database.read.textMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(keys.open(row.sealedNumber)).toBe(number);
  return keys.open(row.sealedWords);
}

it('a phone, the codes that wait for it and the messages that wait are sealed anew, and sign in as before', async () => {
  const old = await portal.start(first);
  const ann = under(await portal.test.asPerson('ann'), old);
  await askToConfirmPhone(ann, number);
  await confirmPhone(ann, codeIn(await newestWords(old)));
  const token = await askToSignInByPhone(under(portal.test.as('visitor'), old), number);
  await portal.begin(first, second);
  await portal.stop(old);
  const fresh = await portal.start(second);
  await portal.finish(second, async () => {
    await fresh.keyReading.read();
  });
  await fresh.keyReading.read();
  await portal.test.readKeys(second);
  const { ring } = portal.test;
  const sealed = await sealedTexts(portal);
  const columns = new Set(sealed.map(({ column }) => column));
  for (const column of ['ConfirmedPhone.sealedNumber', 'PhoneCode.sealedNumber', 'TextMessage.sealedWords'])
    expect(columns).toContain(column);
  expect(sealed.filter(({ text }) => !text.startsWith(`v2.${ring.sealing}.`))).toEqual([]);

  expect(await phoneOf(under(await portal.test.asPerson('ann'), fresh), 'ann')).toBe(number);
  const job = await fresh.database.read.outboxJob.findFirstOrThrow({
    where: { kind: 'identity.phone-code' },
  });
  const visitor = under(portal.test.as('visitor'), fresh);
  await sendSignInCode(visitor, JSON.parse(job.payload));
  const code = codeIn(await newestWords(fresh));
  expect(await enterByPhone(visitor, { token, code }, 'phone')).toMatchObject({ isHalf: false });
});
