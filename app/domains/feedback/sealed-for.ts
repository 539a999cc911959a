import type { TransactionContext } from '../context';
import { misconduct } from './kinds';

/** Acts of who reports misconduct stand on record without a name: histories show who did what. */
export const sealedFor = (ctx: TransactionContext, kind: string): TransactionContext =>
  kind === misconduct ? { ...ctx, actor: { kind: 'system' } } : ctx;
