import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { isOpenToAll } from '../../ensure-reads';
import { openCallers } from '../intake/open-callers.server';
import { namesCaller } from '../intake/rules/names-caller';
import { findWords } from '../links/taking-up.server';
import { repeatsWords } from '../rules/shares-words';
import type { LoadedWorkOrder } from './move-work-order.server';

/** Fields of steps that hold no words but what was chosen; whatever a step has beside them, people write. */
const chosen = new Set(['act', 'departmentId', 'areaId', 'ground']);

/** 李女士 is nobody in particular, and offices write of callers so. */
const onlyForm = /^.(?:女士|先生|小姐|太太|老师|师傅|大爷|大妈|阿姨|同志|某|某某)$/u;

/**
 * What is written on an order that anyone may read is for anyone, too. Throws `invalid` at the field that names a caller,
 * or repeats what was said in confidence about the matter behind the order: reports begin with the words of who asked.
 */
export async function ensureForAll(
  ctx: TransactionContext,
  order: LoadedWorkOrder,
  step: Readonly<Record<string, unknown>>,
): Promise<void> {
  const written = Object.entries(step).flatMap(([field, text]): [string, string][] =>
    typeof text === 'string' && text !== '' && !chosen.has(field) ? [[field, text]] : [],
  );
  if (written.length === 0 || !(await isOpenToAll(ctx, { kind: 'work-order', id: order.id }))) return;
  const refuse = (reason: string, refused: (text: string) => boolean) => {
    const field = written.find(([, text]) => refused(text))?.[0];
    if (field !== undefined) throw new DomainError('invalid', { field, reason });
  };
  for (const { name, phone } of await openCallers(ctx, order.id)) {
    const caller = { name: onlyForm.test(name.trim()) ? '' : name, phone };
    refuse('work-orders.step-names-caller', (text) => namesCaller([text], caller));
  }
  const told = [order.title, order.description, order.place ?? ''];
  for (const { subjectKind: kind, subjectId: id } of order.links) {
    const matter = await findWords(ctx, { kind, id });
    if (!matter || matter.open) continue;
    const words = { title: matter.title, text: matter.body };
    refuse('work-orders.step-tells-matter', (text) => repeatsWords(text, words, told));
  }
}
