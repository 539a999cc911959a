import type { Context, TransactionContext } from '../context';
import { takeCode } from './confirm-by-mail.server';
import type { ConfirmedAct } from './confirm-by-mail.server';
import { confirmOwnPassword } from './sessions.server';

/**
 * How a person proves before a weighty act that it is they who act. Passkeys become another member: each kind says what
 * is checked before the transaction of the act, and what is used up within it.
 */
export type Proof = { kind: 'password-and-code'; password: string; code: string };

/** Checks what can be checked beforehand; answers what is left to do in the transaction of the act. */
export async function proveOneself(
  ctx: Context,
  act: ConfirmedAct,
  proof: Proof,
): Promise<(ctx: TransactionContext) => Promise<void>> {
  await confirmOwnPassword(ctx, proof.password);
  return (ctx) => takeCode(ctx, act, proof.code);
}
