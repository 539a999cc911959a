import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { stepFaults } from './draft-faults.query.server';
import type { DraftFault } from './draft-faults.query.server';
import { heldDraft, sealFields, withTyped } from './draft-row.server';
import type { BallotDraft } from './draft-row.server';
import { namesOfStep, sameValue } from './steps';
import type { TypedStep, WalkStep } from './steps';
import type { FieldValues } from '~/lib/form-state';
import { lockRow } from '~/platform/db/lock-row';

/** A list of more is no list that a form of ours has sent. */
const mostOfList = 200;

interface Posted {
  form: FieldValues;
  /** What the fields hold now, by which the kind is known, and what they began with. */
  values: FieldValues;
  base: FieldValues;
}

/** Of what was posted on a step, what differs from what it began with. A box that is not ticked sends nothing. */
function typedOn(step: TypedStep, { form, values, base }: Posted): FieldValues {
  const posted = namesOfStep(step, values).map((name): [string, string | string[]] => {
    const value = form[name] ?? '';
    return [name, Array.isArray(value) ? value.slice(0, mostOfList) : value];
  });
  return Object.fromEntries(posted.filter(([name, value]) => !sameValue(value, base[name])));
}

/** All that is typed once this is: what stands on the other steps, and this. */
export function typedWith(
  draft: Pick<BallotDraft, 'values' | 'base' | 'typed'>,
  step: TypedStep,
  form: FieldValues,
): FieldValues {
  const names = new Set(namesOfStep(step, draft.values));
  const others = Object.entries(draft.typed).filter(([name]) => !names.has(name));
  return { ...Object.fromEntries(others), ...typedOn(step, { ...draft, form }) };
}

export interface Kept {
  draft: BallotDraft;
  /** What keeps it from being the next step; asked for only where somebody goes on. */
  faults: DraftFault[];
  /** It is kept for its author to read, but cannot be sent any more. */
  left: boolean;
}

/**
 * Keeps what was typed on one step, right or wrong: what is refused, or left by the way back, is found again. The fields of
 * the other steps stay as they are, also where they are saved at the same time. What comes when the draft cannot be sent any
 * more is kept as well.
 */
export async function keepStep(
  ctx: Context,
  draftId: string,
  given: { step: TypedStep; form: FieldValues; goesOn: boolean; goesTo: WalkStep },
): Promise<Kept> {
  const { step, form, goesOn, goesTo } = given;
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'BallotDraft', draftId);
    const { draft: before, may } = await heldDraft(ctx, draftId);
    const draft = withTyped(before, typedWith(before, step, form));
    const faults = goesOn && may.allowed ? await stepFaults(ctx, draft, step) : [];
    await ctx.prisma.ballotDraft.update({
      where: { id: draftId },
      data: {
        sealedFields: sealFields(ctx, draft.typed),
        ...{ step: faults.length > 0 ? step : goesTo, updatedAt: ctx.clock.now() },
      },
    });
    return { draft, faults, left: !may.allowed };
  });
}
