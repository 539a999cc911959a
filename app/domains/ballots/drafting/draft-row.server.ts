import { z } from 'zod';
import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { revisionOf } from '../../shown-fields.server';
import { ballotToChange } from '../organising/change-ballot.server';
import { mayCreateSomeBallot } from '../policy';
import { initialFields, stepNamed, valuesAsked } from './steps';
import type { WalkStep } from './steps';
import type { Decision } from '~/lib/decision';
import type { FieldValues } from '~/lib/form-state';

/** Far more than any ballot needs: 5000 addresses of a list are most of it. */
const mostCharacters = 600_000;

const fieldsSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** What was typed, as it lies in the row. Throws `invalid` where it is more than a ballot can hold. */
export function sealFields(ctx: ReadContext, fields: FieldValues): string {
  const text = JSON.stringify(fields);
  if (text.length > mostCharacters) throw new DomainError('invalid', { reason: 'ballots.draft-too-long' });
  return ctx.keys.seal(text);
}

export function openFields(ctx: ReadContext, sealed: string): FieldValues {
  return fieldsSchema.parse(JSON.parse(ctx.keys.open(sealed)));
}

/** Who writes a ballot. Throws `signed-out`, and `forbidden` where the person calls none anywhere. */
export function drafter(ctx: ReadContext): PersonActor {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  ensure(mayCreateSomeBallot(ctx.actor));
  return ctx.actor;
}

export interface BallotDraft {
  id: string;
  /** The scheduled ballot that is to be changed. */
  ballotId: string | null;
  /** The step at which it was left. */
  step: WalkStep;
  /** What the form begins with: the ballot as it stands now, or what every new one begins with. */
  base: FieldValues;
  /** What was typed that differs from it. */
  typed: FieldValues;
  /** What all fields hold, those too that another kind of ballot would ask. */
  values: FieldValues;
  /** What the ballot would be made of. */
  asked: FieldValues;
  /** Of the ballot that it changes, as it stands now. */
  instead: string | null;
  /** Of all that the preview shows: what would be made, and of what it would take the place. */
  revision: string;
}

/** A draft of the actor, and whether what it says can still be sent. */
export interface HeldDraft {
  draft: BallotDraft;
  may: Decision;
}

/**
 * The draft of the actor, also where it cannot be sent any more: the ballot that it would change has opened meanwhile, or
 * the person leads it no more, or calls no ballots. Throws `not-found` for anybody else.
 */
export async function heldDraft(ctx: ReadContext, draftId: string): Promise<HeldDraft> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const row = await ctx.database.read.ballotDraft.findUnique({ where: { id: draftId } });
  if (row?.createdBy !== personId) throw new DomainError('not-found');
  const ballot = row.ballotId === null ? null : await ballotToChange(ctx, row.ballotId);
  const draft = draftOf({
    ...{ id: row.id, ballotId: row.ballotId, step: stepNamed(row.step) ?? 'matter' },
    ...{ base: ballot?.fields ?? {}, instead: ballot?.revision ?? null },
    typed: openFields(ctx, row.sealedFields),
  });
  return { draft, may: ballot?.may ?? mayCreateSomeBallot(ctx.actor) };
}

/** The draft of the actor. Throws `not-found` for anybody else, and `forbidden` where it cannot be sent any more. */
export async function loadDraft(ctx: ReadContext, draftId: string): Promise<BallotDraft> {
  const { draft, may } = await heldDraft(ctx, draftId);
  ensure(may);
  return draft;
}

type Written = Pick<BallotDraft, 'id' | 'ballotId' | 'step' | 'base' | 'typed' | 'instead'>;

/** A draft, of what was typed and what it began with. */
export function draftOf(written: Written): BallotDraft {
  const base = { ...initialFields, ...written.base };
  const values = { ...base, ...written.typed };
  const asked = valuesAsked(values, base);
  return {
    ...written,
    base,
    values,
    asked,
    revision: revisionOf({ ...asked, instead: written.instead ?? '' }),
  };
}

/** The same draft with something else typed. */
export function withTyped(draft: BallotDraft, typed: FieldValues): BallotDraft {
  return draftOf({ ...draft, typed });
}
