import { formOf, outcomeOf } from './unsent';
import type { Outcome, Unsent } from './unsent';
import { allUnsent, dropUnsent, keepUnsent } from './unsent-store';
import { offlinePaths } from '~/paths-offline';

async function said(answer: Response) {
  try {
    return (await answer.json()) as NonNullable<Parameters<typeof outcomeOf>[1]['said']>;
  } catch {
    return null;
  }
}

async function send(unsent: Unsent): Promise<Outcome> {
  try {
    const answer = await fetch(offlinePaths.unsentFeedback, {
      ...{ method: 'POST', body: formOf(unsent), redirect: 'manual' },
    });
    const isLedAway = answer.type === 'opaqueredirect';
    return outcomeOf(unsent, {
      status: answer.status,
      isLedAway,
      said: isLedAway ? null : await said(answer),
    });
  } catch {
    return { kind: 'later' };
  }
}

/** One after the other: what cannot be sent now stays, and says why. */
async function sendEach(isMeant: (unsent: Unsent) => boolean): Promise<boolean> {
  let isAll = true;
  for (const unsent of (await allUnsent()).filter(isMeant)) {
    let outcome = await send(unsent);
    if (outcome.kind === 'changed' && outcome.unsent.state === 'waiting')
      outcome = await send(outcome.unsent);
    if (outcome.kind === 'sent') await dropUnsent(unsent.key, outcome.id);
    else if (outcome.kind === 'changed') await keepUnsent(outcome.unsent);
    else isAll = false;
    if (outcome.kind === 'later') break;
  }
  return isAll;
}

/**
 * Sends what waits; false where some of it has to wait on for the network. One page or worker at a time: the portal takes
 * the same words once all the same.
 */
export async function sendUnsent(isMeant: (unsent: Unsent) => boolean = () => true): Promise<boolean> {
  if (!('locks' in navigator)) return sendEach(isMeant);
  return navigator.locks.request('unsent', () => sendEach(isMeant));
}
