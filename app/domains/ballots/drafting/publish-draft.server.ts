import type { Context, TransactionContext } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { changeBallot } from '../organising/change-ballot.server';
import { writeBallot } from '../organising/create-ballot.server';
import { newBallotSchema } from '../organising/new-ballot-schema';
import type { NewBallot } from '../organising/new-ballot-schema';
import { loadDraft } from './draft-row.server';
import type { BallotDraft } from './draft-row.server';
import { inPortalTime } from './step-faults';
import { changedNames } from './steps';
import { lockRow } from '~/platform/db/lock-row';

export interface Published {
  /** Of the preview on which it was pressed. */
  revision: string;
  /** Of a change: why, which is published. */
  reason: string;
}

/**
 * Makes the ballot of the draft, or the change, and the draft goes. Throws `conflict` with `ballots.draft-changed` where the
 * draft, or the ballot that it changes, is not what the preview showed; what makes and changes ballots throws as ever.
 */
export async function publishDraft(ctx: Context, draftId: string, published: Published): Promise<string> {
  return doOnce(ctx, 'ballot.from-draft', async (ctx) => {
    await lockRow(ctx, 'BallotDraft', draftId);
    const draft = await loadDraft(ctx, draftId);
    if (draft.revision !== published.revision)
      throw new DomainError('conflict', { reason: 'ballots.draft-changed' });
    const id = await writeFrom(ctx, draft, published.reason);
    await ctx.prisma.ballotDraft.delete({ where: { id: draftId } });
    await forgetDone(ctx, draftId);
    return id;
  });
}

async function writeFrom(ctx: TransactionContext, draft: BallotDraft, reason: string): Promise<string> {
  const { ballotId, base, instead } = draft;
  const changing = instead === null ? {} : { reason, revision: instead };
  const input = inputOf(ctx, draft, changing);
  if (ballotId === null) return writeBallot(ctx, input);
  if (changedNames(draft.asked, base).length === 0)
    throw new DomainError('invalid', { reason: 'ballots.nothing-changed' });
  await changeBallot(ctx, ballotId, input);
  return ballotId;
}

/** What the draft makes. Throws `invalid` where a step is not done, or at the reason where none is given. */
export function inputOf(
  ctx: Pick<Context, 'configuration' | 'clock'>,
  draft: BallotDraft,
  changing: { reason?: string; revision?: string } = {},
): NewBallot {
  const values = inPortalTime(draft.asked, ctx);
  const parsed = newBallotSchema.safeParse({ ...values, ...changing });
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  if (first?.path[0] === 'reason')
    throw new DomainError('invalid', { field: 'reason', reason: 'ballots.say-why' });
  throw new DomainError('invalid', { reason: 'ballots.draft-unfinished' });
}
