import type { Context, ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { proposalCards } from '../../proposals/index.server';
import { copiedFields } from './copied-fields.query.server';
import { drafter, heldDraft, sealFields } from './draft-row.server';
import type { BallotDraft } from './draft-row.server';
import { proposalsIn } from './steps';
import type { FieldValues } from '~/lib/form-state';
import { lockRow } from '~/platform/db/lock-row';

/**
 * Makes of a change that came too late the draft of a new ballot: as that which it would have changed, with what was typed.
 * Answers its step; where the draft can be sent nothing is changed. Throws `forbidden` where the person calls no ballots.
 */
export async function raiseAnew(ctx: Context, draftId: string): Promise<BallotDraft['step']> {
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'BallotDraft', draftId);
    const { draft, may } = await heldDraft(ctx, draftId);
    if (may.allowed) return draft.step;
    drafter(ctx);
    const fields = await fieldsAnew(ctx, draft);
    await ctx.prisma.ballotDraft.update({
      where: { id: draftId },
      data: {
        ...{ ballotId: null, step: 'matter', sealedFields: sealFields(ctx, fields) },
        updatedAt: ctx.clock.now(),
      },
    });
    return 'matter';
  });
}

/** As an older ballot is copied; nothing of one that may not be read. */
async function copied(ctx: ReadContext, ballotId: string | null): Promise<FieldValues> {
  if (ballotId === null) return {};
  try {
    return await copiedFields(ctx, ballotId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return {};
    throw error;
  }
}

const linesOf = (value: string | string[] | undefined) =>
  String(value ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '');

const ofTimes: readonly string[] = ['opensAt', 'closesAt', 'shortMeant'];

/** What is put to the vote already is an option as it was called; what was typed stays, but for times that are over. */
async function fieldsAnew(ctx: ReadContext, { ballotId, base, typed }: BallotDraft): Promise<FieldValues> {
  const kept = Object.fromEntries(Object.entries(typed).filter(([name]) => !ofTimes.includes(name)));
  const before = await copied(ctx, ballotId);
  const ids = proposalsIn(typed);
  const cards = ids.length === 0 ? [] : await proposalCards(ctx, ids);
  const free = cards.filter(({ state }) => state === 'review').map(({ id }) => id);
  const listed = linesOf(base.options);
  const called = linesOf(before.options).filter((line) => !listed.includes(line));
  const options: FieldValues =
    typed.options === undefined ? {} : { options: [...called, ...linesOf(typed.options)].join('\n') };
  return { ...before, ...kept, ...options, proposalIds: free };
}
