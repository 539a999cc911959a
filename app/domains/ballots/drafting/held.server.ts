import type { ReadContext } from '../../context';
import type { HeldPerson } from '../../held-on-persons';
import { openFields } from './draft-row.server';

/** What the person writes of ballots, opened; addresses of a list are those of others and left out. */
export async function exportedDrafts(ctx: ReadContext, person: HeldPerson) {
  const rows = await ctx.database.read.ballotDraft.findMany({ where: { createdBy: person.id } });
  return {
    ballotDrafts: rows.map(({ id, ballotId, createdAt, updatedAt, sealedFields }) => ({
      ...{ id, ballotId, createdAt, updatedAt },
      fields: { ...openFields(ctx, sealedFields), listed: undefined },
    })),
  };
}
