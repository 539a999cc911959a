import type { ReadContext } from '../context';
import { secretOf } from './rules/webhooks/signature';
import { randomToken } from '~/platform/crypto/tokens.server';

/** Hours for which an old secret still signs, and is still accepted, beside the new one. */
export const rotationHours = 24;

const keyBytes = 32;

/** A new secret as it is shown once, and as it is kept. */
export function newSecret(ctx: ReadContext): { shown: string; sealed: string } {
  const shown = secretOf(Buffer.from(randomToken(keyBytes), 'base64url'));
  return { shown, sealed: ctx.keys.seal(shown) };
}

export interface KeptSecrets {
  secret: string;
  oldSecret: string | null;
  oldSecretUntil: Date | null;
}

/** The secrets that hold now, the newest first. */
export function secretsOf(ctx: ReadContext, kept: KeptSecrets): string[] {
  const old =
    kept.oldSecret !== null && kept.oldSecretUntil !== null && kept.oldSecretUntil > ctx.clock.now();
  const sealed = old && kept.oldSecret ? [kept.secret, kept.oldSecret] : [kept.secret];
  return sealed.map((text) => ctx.keys.open(text));
}

/** The columns of a rotation: the secret so far stays good for a day. */
export function rotated(ctx: ReadContext, kept: { secret: string }, fresh: string) {
  return {
    secret: fresh,
    oldSecret: kept.secret,
    oldSecretUntil: new Date(ctx.clock.now().getTime() + rotationHours * 3600_000),
  };
}
