import type { Context, ReadContext, TransactionContext } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { changedBallot } from '../organising/change-ballot.server';
import { copiedFields } from './copied-fields.query.server';
import { drafter, sealFields } from './draft-row.server';
import { typedFirst } from './first-step.query.server';
import type { WalkStep } from './steps';
import type { FieldValues } from '~/lib/form-state';
import { newId } from '~/platform/ids';

/** Far more than anybody writes at a time: who needs another discards one. */
const mostDrafts = 50;

/**
 * Keeps the first step of a new ballot, all else as in the ballot from which it is copied, where there is one. Answers the
 * draft's id; the same form is one draft.
 */
export async function beginDraft(
  ctx: Context,
  { form, copied, step }: { form: FieldValues; copied: string | null; step: WalkStep },
): Promise<string> {
  drafter(ctx);
  const before = copied === null ? {} : await copiedFields(ctx, copied);
  return doOnce(ctx, 'ballot.draft', async (ctx) => {
    await ensureFew(ctx);
    const fields = typedFirst(form, before);
    return writeDraft(ctx, { ballotId: null, fields, step });
  });
}

/** A draft of what is to be changed of a scheduled ballot: the actor's own that there is already, else a new one. */
export async function beginChange(ctx: Context, ballotId: string, step: WalkStep): Promise<string> {
  await changedBallot(ctx, ballotId);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  return inTransaction(ctx, async (ctx) => {
    const id = newId(ctx.clock.now());
    const now = ctx.clock.now();
    const added = await ctx.sql.run(
      `INSERT INTO "BallotDraft" ("id", "ballotId", "createdBy", "sealedFields", "step", "createdAt", "updatedAt")
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [id, ballotId, personId, sealFields(ctx, {}), step, now, now],
    );
    if (added > 0) return id;
    const own = await ctx.prisma.ballotDraft.findUnique({
      where: { ballotId_createdBy: { ballotId, createdBy: personId } },
      select: { id: true },
    });
    if (!own) throw new DomainError('conflict');
    return own.id;
  });
}

async function ensureFew(ctx: ReadContext): Promise<void> {
  const { personId } = drafter(ctx);
  const count = await ctx.database.read.ballotDraft.count({ where: { createdBy: personId } });
  if (count >= mostDrafts) throw new DomainError('conflict', { reason: 'ballots.too-many-drafts' });
}

async function writeDraft(
  ctx: TransactionContext,
  { ballotId, fields, step }: { ballotId: string | null; fields: FieldValues; step: WalkStep },
): Promise<string> {
  const { personId } = drafter(ctx);
  const now = ctx.clock.now();
  const id = newId(now);
  await ctx.prisma.ballotDraft.create({
    data: {
      ...{ id, ballotId, createdBy: personId, sealedFields: sealFields(ctx, fields), step },
      ...{ createdAt: now, updatedAt: now },
    },
  });
  return id;
}
