import { redirect } from '@remix-run/node';
import { contextOf } from '../actor.server';
import type { RouteArgs } from '../actor.server';
import { asResponse } from '../answers/refusals.server';
import { addFault, faultText } from './form-faults';
import { load } from './forms.server';
import { typedInRequest } from './bodies/typed-in-request.server';
import { heldDraft } from '~/domains/ballots/drafting/draft-row.server';
import type { BallotDraft } from '~/domains/ballots/drafting/draft-row.server';
import type { DraftFault } from '~/domains/ballots/drafting/draft-faults.query.server';
import { DomainError, ensure } from '~/domains/domain-error';
import { isTyped, stepAfter, stepNamed } from '~/domains/ballots/drafting/steps';
import type { TypedStep, WalkStep } from '~/domains/ballots/drafting/steps';
import type { Locale } from '~/i18n/locale';
import { reasonText } from '~/i18n/reason-text';
import type { FieldValues, FormState } from '~/lib/form-state';
import { ballotPaths } from '~/paths-ballots';

/** What is wrong on a step, in the reader's words, at its fields. */
export function errorsOf(locale: Locale, faults: readonly DraftFault[]): FormState['errors'] {
  const errors: FormState['errors'] = {};
  for (const fault of faults) {
    const words = 'issue' in fault ? faultText(locale, fault.issue) : reasonText(locale, fault.refusal);
    addFault(errors, fault.field, words);
  }
  return errors;
}

/** The step that the address names; there is no page of any other. */
export function typedStepOf(args: RouteArgs): TypedStep {
  const step = stepNamed(args.params.step);
  if (step !== null && isTyped(step)) return step;
  throw asResponse(contextOf(args).locale, new DomainError('not-found'));
}

/** Which of a step's buttons was pressed. */
export interface Pressed {
  /** The one that leads on: what is wrong on the step holds it up. */
  goesOn: boolean;
  /** The one that leads away from the form, until another day. */
  later: boolean;
  goesTo: WalkStep;
}

/** Enter in a field presses the button that leads on; from the preview it leads back there. */
export function pressedOn(step: TypedStep, { go }: FieldValues, mends: boolean): Pressed {
  if (go === 'later') return { goesOn: false, later: true, goesTo: step };
  const goesOn = typeof go !== 'string' || (go !== 'back' && stepNamed(go) === null);
  const goesTo = goesOn ? (mends ? 'preview' : stepAfter(step, 'next')) : stepAfter(step, String(go));
  return { goesOn, later: false, goesTo };
}

/** Whether the step was led to from the preview. */
export const mendsAt = ({ request }: RouteArgs) => new URL(request.url).searchParams.has('mend');

/**
 * The draft that the address names; one that cannot be sent any more is led to the page where its author reads it, unless
 * something was posted here that does not stand there: the refusal shows that.
 */
export async function draftAt(args: RouteArgs): Promise<BallotDraft> {
  const ctx = contextOf(args);
  const { draft, may } = await load(args, () => heldDraft(ctx, args.params.id ?? ''));
  if (may.allowed) return draft;
  if (typedInRequest(args).length === 0) throw redirect(ballotPaths.draftLeft(draft.id));
  await load(args, async () => ensure(may));
  return draft;
}
