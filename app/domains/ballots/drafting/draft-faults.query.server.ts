import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { proposalCards } from '../../proposals/index.server';
import { ensureNoRollIsLost } from '../organising/change-ballot.server';
import { ensureOrganisations } from '../organising/create-ballot.server';
import { mayCreateBallot } from '../policy';
import type { BallotDraft } from './draft-row.server';
import { faultsOfStep, inPortalTime } from './step-faults';
import type { StepFault } from './step-faults';
import { proposalsIn, typedSteps } from './steps';
import type { TypedStep } from './steps';

/** What a form cannot know by itself, refused as the use case would refuse it. */
interface StepRefusal {
  field: string;
  refusal: DomainError;
}

export type DraftFault = StepFault | StepRefusal;

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

async function ensureMatter(ctx: ReadContext, { asked, base }: BallotDraft): Promise<void> {
  const may = mayCreateBallot(ctx.actor, textOf(asked.areaId));
  if (!may.allowed) throw new DomainError('forbidden', { field: 'areaId', reason: may.reason });
  const ids = proposalsIn(asked);
  const held = proposalsIn(base);
  const cards = ids.length === 0 ? [] : await proposalCards(ctx, ids);
  const ready = cards.filter(({ id, state }) => state === 'review' || held.includes(id));
  if (ready.length !== ids.length)
    throw new DomainError('invalid', { field: 'proposalIds', reason: 'ballots.proposal-not-in-review' });
}

async function ensureVoters(ctx: ReadContext, { asked, base, ballotId }: BallotDraft): Promise<void> {
  const electorateKind = textOf(asked.electorateKind);
  if (electorateKind === 'organisations')
    await ensureOrganisations(ctx, {
      ...{ electorateKind, organisationIds: [asked.organisationIds ?? []].flat() },
    });
  const before = { id: ballotId ?? '', electorateKind: textOf(base.electorateKind) };
  if (ballotId !== null) await ensureNoRollIsLost(ctx, before, { electorateKind });
}

function ensureAhead(ctx: ReadContext, { asked }: BallotDraft): void {
  const { closesAt } = inPortalTime(asked, ctx);
  if (new Date(textOf(closesAt)) <= ctx.clock.now())
    throw new DomainError('invalid', { field: 'closesAt', reason: 'ballots.closes-in-past' });
}

const refused: Partial<Record<TypedStep, (ctx: ReadContext, draft: BallotDraft) => Promise<void> | void>> = {
  matter: ensureMatter,
  electorate: ensureVoters,
  times: ensureAhead,
};

/** What is wrong on one step of the draft, by its field. */
export async function stepFaults(
  ctx: ReadContext,
  draft: BallotDraft,
  step: TypedStep,
): Promise<DraftFault[]> {
  const faults = faultsOfStep(step, inPortalTime(draft.asked, ctx));
  if (faults.length > 0) return faults;
  try {
    await refused[step]?.(ctx, draft);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [{ field: error.field ?? '', refusal: error }];
  }
}

/** The same of all steps, in their order; empty where the ballot could be called as it is. */
export async function draftFaults(
  ctx: ReadContext,
  draft: BallotDraft,
): Promise<{ step: TypedStep; faults: DraftFault[] }[]> {
  const found: { step: TypedStep; faults: DraftFault[] }[] = [];
  for (const step of typedSteps) found.push({ step, faults: await stepFaults(ctx, draft, step) });
  return found.filter(({ faults }) => faults.length > 0);
}
