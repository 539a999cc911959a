import type { Context } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { ensureTexts, noTexts, phoneOf, portalTops, textToPhone } from '../identity/index.server';
import { mayAdministerPortal } from '../identity/policy';
import { personOf } from '../person-of';
import { maskedNumber } from '~/lib/numbers/phone-number';

/** The own phone of whoever administers the portal, to be sent a test. Throws where there is none. */
export async function phoneForTest(ctx: Context): Promise<string> {
  ensure(mayAdministerPortal(ctx.actor, await portalTops(ctx)));
  await ensureTexts(ctx);
  const number = await phoneOf(ctx, personOf(ctx));
  if (number === null) throw new DomainError('conflict', { reason: 'identity.phone-first' });
  return number;
}

/** Sends a text message to the administrator's own phone, by the way that every one takes. Answers the masked number. */
export async function sendTestText(ctx: Context): Promise<string> {
  const number = await phoneForTest(ctx);
  const told = { personId: personOf(ctx), number, text: 'text-test', minutes: 60 } as const;
  await doOnce(ctx, 'administration.test-text', async (ctx) => {
    if (!(await textToPhone(ctx, told))) throw noTexts();
    return told.personId;
  });
  return maskedNumber(number);
}
