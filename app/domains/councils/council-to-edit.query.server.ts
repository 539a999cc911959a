import type { ReadContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { revisionOf } from '../shown-fields.server';
import { councilFields } from './council-fields';
import { readQuotas } from './load-council.server';
import { mayChangeCouncil } from './policy';

/** What the form for changing a council is filled with, and nothing else of it. Throws `not-found`, `forbidden`. */
export async function councilToEdit(ctx: ReadContext, councilId: string) {
  const council = await ctx.database.read.council.findUnique({ where: { id: councilId } });
  if (!council) throw new DomainError('not-found');
  ensure(mayChangeCouncil(ctx.actor, council));
  const shown = { ...council, quotas: readQuotas(council.quotas) };
  const fields = councilFields(shown, ctx.configuration.timeZone);
  return { fields, revision: revisionOf(fields) };
}
