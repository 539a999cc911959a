import type { ReadContext } from '../context';
import { keyOfSubject } from '../ledger/index.server';
import type { SubjectKey } from '../ledger/index.server';
import { textIn } from '~/i18n/catalogue';
import { events } from '~/i18n/events';

export interface LinkedTitle {
  /** Null where the reader may not read the thing: then it is not linked. */
  id: string | null;
  title: string;
}

/** How a page names another thing that it links to: by its title for who may read it, else as what is not public. */
export async function linkedTitle(
  ctx: ReadContext,
  kind: SubjectKey['kind'],
  id: string | null,
): Promise<LinkedTitle | null> {
  if (id === null) return null;
  const shown = await ctx.subjects.access.readable(ctx, [{ kind, id }]);
  const title = shown.get(keyOfSubject({ kind, id }))?.title ?? null;
  return title === null ? { id: null, title: textIn(ctx.locale, events)('not-public') } : { id, title };
}
