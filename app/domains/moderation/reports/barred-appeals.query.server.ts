import type { ReadContext } from '../../context';
import { lastHidingIfAny } from './hiding.query.server';
import { mayDecideAppeal } from '../policy';

interface Waiting {
  id: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
}

async function sanctionOf(ctx: ReadContext, id: string) {
  const sanction = await ctx.database.read.sanction.findUnique({
    where: { id },
    select: { areaId: true, personId: true, decidedBy: true, createdAt: true },
  });
  return sanction && { ...sanction, concernedId: sanction.personId, decidedAt: sanction.createdAt };
}

async function reasonAgainst(ctx: ReadContext, item: Waiting): Promise<string | null> {
  const facts =
    item.kind === 'appeal' ? await lastHidingIfAny(ctx, item) : await sanctionOf(ctx, item.subjectId);
  if (!facts) return null;
  const may = mayDecideAppeal(ctx.actor, facts);
  return may.allowed ? null : may.reason;
}

/** Of the appeals among matters of the queue those that the actor may not answer, with the reason. */
export async function barredAppeals(
  ctx: ReadContext,
  items: readonly Waiting[],
): Promise<Record<string, string>> {
  const barred: Record<string, string> = {};
  for (const item of items.filter(({ kind }) => kind === 'appeal' || kind === 'sanction-appeal')) {
    const reason = await reasonAgainst(ctx, item);
    if (reason) barred[item.id] = reason;
  }
  return barred;
}
