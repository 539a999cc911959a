import type { ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import type { MatterWords, TakenUp } from '../../taken-up';
import type { OrderSubject } from '../order-subject';

/** How orders take up matters of the kind, as its subject says. Throws `not-found` where no subject does. */
export function takingUp(ctx: ReadContext, kind: string): TakenUp<ReadContext, TransactionContext> {
  const taken = ctx.subjects.takenUp.get(kind);
  if (!taken) throw new DomainError('not-found');
  return taken;
}

/** Where a matter lies, so that nobody dispatches in an area not theirs. */
export async function areaOfSubject(ctx: ReadContext, { kind, id }: OrderSubject): Promise<string> {
  const [card] = await takingUp(ctx, kind).cards(ctx, [id]);
  if (!card) throw new DomainError('not-found');
  return card.areaId;
}

/** A matter's words, and whether anyone may read them. */
export type SubjectWords = MatterWords & { open: boolean };

/** The matter's words, whoever may read them, and whether anyone may; null where there is no such matter. */
export async function findWords(ctx: ReadContext, { kind, id }: OrderSubject): Promise<SubjectWords | null> {
  const words = await ctx.subjects.takenUp.get(kind)?.words(ctx, id);
  return words ? { ...words, open: words.reads({ kind: 'visitor' }).allowed } : null;
}

/** The same; throws `not-found` where there is no such matter. */
export async function wordsOfSubject(ctx: ReadContext, subject: OrderSubject): Promise<SubjectWords> {
  const words = await findWords(ctx, subject);
  if (!words) throw new DomainError('not-found');
  return words;
}
