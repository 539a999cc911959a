import { z } from 'zod';
import type { ReadContext } from '../context';
import { askedOf, definePublished, instant, known, orderOf, readableIds } from '../define-published.server';
import type { PublishedAsked } from '../known-subjects';
import { agreementLifecycle, obligationLifecycle } from './lifecycle';
import { fitsItsSignatures } from './signing/signed-content';
import type { FrozenAgreement } from './signing/signed-content';
import { readableAgreements } from './visibility';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const states = agreementLifecycle.states.filter((state) => state !== 'draft');

const party = z.object({ organisationId: z.string(), name: z.string(), signedAt: instant.nullable() });

const obligation = z.object({
  organisationId: z.string(),
  payerId: z.string().nullable(),
  text: z.string(),
  amountFen: z.int().nullable(),
  dueAt: instant.nullable(),
  state: known(obligationLifecycle.states),
});

const shape = {
  title: z.string(),
  body: z.string(),
  areaId: z.string(),
  proposalId: z.string().nullable(),
  state: known([...states, 'altered']),
  version: z.int(),
  contentHash: z.string().nullable(),
  frozenAt: instant.nullable(),
  inForceAt: instant.nullable(),
  endsAt: instant.nullable(),
  parties: z.array(party),
  obligations: z.array(obligation),
};

const find = (ctx: ReadContext, asked: PublishedAsked) =>
  listPage({ order: newestFirst, cursor: asked.cursor, size: asked.size }, ({ behind, ...page }) =>
    ctx.database.read.agreement.findMany({
      where: { AND: [readableAgreements({ kind: 'visitor' }), askedOf(asked, 'frozenAt'), behind] },
      ...page,
      ...orderOf(asked, 'frozenAt'),
      include: {
        parties: { orderBy: { position: 'asc' } },
        obligations: { orderBy: { position: 'asc' } },
      },
    }),
  );

/** A text that no longer fits its signatures is called so, and nobody is said to have signed it. */
function believed<Row extends FrozenAgreement>(ctx: ReadContext, row: Row): Row {
  if (fitsItsSignatures(ctx.keys, row)) return row;
  return { ...row, state: 'altered', parties: row.parties.map((one) => ({ ...one, signedAt: null })) };
}

/** Agreements that were laid open to be signed, without who signed and reported for the parties. */
export const publishedAgreements = definePublished({
  ...{ name: 'agreements', kind: 'agreement', states, time: 'frozenAt', shape },
  rows: async (ctx, asked) => {
    const { items, next } = await find(ctx, asked);
    const readable = await readableIds(
      ctx,
      'proposal',
      items.map(({ proposalId }) => proposalId),
    );
    const shown = items.map((row) => ({ ...believed(ctx, row), proposalId: readable(row.proposalId) }));
    // What is in no state that could be believed is not among those of the state that was asked for.
    const asAsked = shown.filter(({ state }) => asked.state === undefined || state === asked.state);
    return { next, items: asAsked };
  },
});
