import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import type { OrderSubject } from '../order-subject';
import { sharesWords } from '../rules/shares-words';
import { findWords } from '../links/taking-up.server';
import type { SubjectWords } from '../links/taking-up.server';
import { closedWith, wordsTakenFrom } from '../visibility';
import type { WordsTaken } from '../visibility';

const wordsOf = ({ title, description }: { title: string; description: string }) => ({
  title,
  text: description,
});

const textOf = ({ title, body }: SubjectWords) => ({ title, text: body });

/** Throws `invalid` where whoever does the work would read what was said about them. */
function ensureNotSealed({ sealed = false }: SubjectWords): void {
  if (sealed)
    throw new DomainError('invalid', { field: 'description', reason: 'work-orders.words-of-report' });
}

/**
 * Of which matter the words of a new order are: the columns that close the order where that may not be read. Those of
 * a public matter are taken over as a rule, and closed with it should it be hidden; those of one that is not public are
 * the order's own, unless they are the same after all.
 */
export function wordsTaken(
  ctx: ReadContext,
  of: { subject: OrderSubject; matter: SubjectWords },
  order: { title: string; description: string },
): WordsTaken {
  const { subject, matter } = of;
  if (matter.open) return closedWith(ctx, subject);
  if (!sharesWords(wordsOf(order), textOf(matter))) return {};
  ensureNotSealed(matter);
  return closedWith(ctx, subject);
}

/** The same for a part that leaves an order: it stays closed as that was, and is closed by what leaves with it. */
export async function wordsTakenBySplit(
  ctx: ReadContext,
  given: {
    from: WordsTaken;
    leaving: readonly { subjectKind: string; subjectId: string }[];
    title: string;
    description: string;
  },
): Promise<WordsTaken> {
  let taken = wordsTakenFrom(ctx, given.from);
  for (const { subjectKind: kind, subjectId: id } of given.leaving) {
    const matter = await findWords(ctx, { kind, id });
    if (!matter || matter.open || !sharesWords(wordsOf(given), textOf(matter))) continue;
    ensureNotSealed(matter);
    taken = { ...taken, ...closedWith(ctx, { kind, id }) };
  }
  return taken;
}
