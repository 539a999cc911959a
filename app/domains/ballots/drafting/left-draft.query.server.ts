import type { ReadContext } from '../../context';
import { mayCreateSomeBallot } from '../policy';
import { namesIn } from './draft-changes.query.server';
import { heldDraft } from './draft-row.server';
import type { BallotDraft } from './draft-row.server';
import { listOf, namesOfStep, typedSteps } from './steps';

/** What was typed, field by field, in the order of the form; what another kind of ballot would ask comes last. */
function typedFields({ typed, values }: BallotDraft) {
  const asked = typedSteps.flatMap((step) => namesOfStep(step, values));
  return [...new Set([...asked, ...Object.keys(typed)])]
    .filter((name) => name in typed && name !== 'shortMeant')
    .map((name) => ({ name, values: listOf(typed[name]) }));
}

/** A draft that cannot be sent any more, as its author reads it; null where it can. Throws `not-found` for anybody else. */
export async function leftDraft(ctx: ReadContext, draftId: string) {
  const { draft, may } = await heldDraft(ctx, draftId);
  if (may.allowed) return null;
  const { id, ballotId, step, values, typed } = draft;
  const [names, ballot] = await Promise.all([
    namesIn(ctx, typed),
    ballotId === null
      ? null
      : ctx.database.read.ballot.findUnique({ where: { id: ballotId }, select: { title: true } }),
  ]);
  return {
    ...{ id, ballotId, step, names, reason: may.reason, fields: typedFields(draft) },
    title: String(values.title ?? '') || (ballot?.title ?? ''),
    mayRaiseAnew: mayCreateSomeBallot(ctx.actor).allowed,
  };
}
