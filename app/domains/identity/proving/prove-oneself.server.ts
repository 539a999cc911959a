import type { Context, TransactionContext } from '../../context';
import { personOf } from '../../person-of';
import { takeCode } from './confirm-by-mail.server';
import type { ConfirmedAct } from './confirm-by-mail.server';
import { confirmOwnPassword } from '../sessions.server';
import type { UsedCredential } from '../passkeys/schema';
import { askForPasskey, notePasskeyUse, verifyPasskey } from '../passkeys/use-passkey.server';

/**
 * How a person proves before a weighty act that it is they who act: each kind says what is checked before the
 * transaction of the act, and what is used up within it.
 */
export type Proof =
  | { kind: 'password-and-code'; password: string; code: string }
  | { kind: 'passkey'; credential: UsedCredential };

/** A signature of the device is for one act: of another, or of another text, the challenge is another. */
function askedFor(ctx: Context, { purpose, subjectId }: ConfirmedAct) {
  return { purpose: `${purpose}:${subjectId}`, personId: personOf(ctx) };
}

/** What the browser asks the device for, to prove just this act. */
export const askForProof = (ctx: Context, act: ConfirmedAct) => askForPasskey(ctx, askedFor(ctx, act));

/** Checks what can be checked beforehand; answers what is left to do in the transaction of the act. */
export async function proveOneself(
  ctx: Context,
  act: ConfirmedAct,
  proof: Proof,
): Promise<(ctx: TransactionContext) => Promise<void>> {
  if (proof.kind === 'passkey') {
    const signed = await verifyPasskey(ctx, askedFor(ctx, act), proof.credential);
    return (ctx) => notePasskeyUse(ctx, signed);
  }
  await confirmOwnPassword(ctx, proof.password);
  return (ctx) => takeCode(ctx, act, proof.code);
}
