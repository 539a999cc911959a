import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { inTransaction } from '../in-transaction.server';
import { ensureAsShown } from '../shown-fields.server';
import { councilFields } from './council-fields';
import { columnsTyped, quotasTyped } from './found-council.server';
import { ensureVersion, holdCouncil, moveCouncil, readQuotas, tellOfCouncil } from './load-council.server';
import { mayChangeBounds, mayChangeCouncil } from './policy';
import { changedQuotas, sameValues } from './rules/parse-quotas';
import type { CouncilChange } from './schema';

/** Changes a council before anybody is asked. Throws `conflict`, with what is saved, where it was changed meanwhile. */
export async function changeCouncil(
  ctx: Context,
  councilId: string,
  { revision, ...input }: CouncilChange,
): Promise<void> {
  const columns = columnsTyped(ctx, input);
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayChangeCouncil(ctx.actor, council));
    const shown = { ...council, quotas: readQuotas(council.quotas) };
    ensureAsShown(revision, councilFields(shown, ctx.configuration.timeZone));
    await moveCouncil(ctx, { council, event: 'change', columns });
    await tellOfCouncil(ctx, { council: { ...council, title: input.title }, type: 'council.changed' });
  });
}

/** Changes the bounds of the quotas while people are asked, for everyone to see what was and what is. */
export async function changeBounds(
  ctx: Context,
  councilId: string,
  input: { version: number; quotas: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayChangeBounds(ctx.actor, council));
    ensureVersion(council, input.version);
    const before = readQuotas(council.quotas);
    const now = quotasTyped(input.quotas, council.seats);
    if (!sameValues(before, now))
      throw new DomainError('invalid', { field: 'quotas', reason: 'councils.only-bounds' });
    const publicData = changedQuotas(before, now);
    if (publicData.is === '')
      throw new DomainError('conflict', { field: 'quotas', reason: 'councils.nothing-changed' });
    await moveCouncil(ctx, {
      council,
      event: 'change-bounds',
      columns: { quotas: JSON.stringify(now), check: null },
    });
    await tellOfCouncil(ctx, { council, type: 'council.quotas-changed', publicData });
  });
}
