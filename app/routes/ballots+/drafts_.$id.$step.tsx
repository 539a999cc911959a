import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { StepFields } from '~/components/ballots/walk/step-fields';
import { WalkForm } from '~/components/ballots/walk/walk-form';
import { PageHeader } from '~/components/ui';
import { stepFaults } from '~/domains/ballots/drafting/draft-faults.query.server';
import { keepStep } from '~/domains/ballots/drafting/keep-step.server';
import { stepChoices } from '~/domains/ballots/drafting/step-choices.query.server';
import { kindIn, papersIn, walkSteps } from '~/domains/ballots/drafting/steps';
import { requirePerson } from '~/http/actor.server';
import { draftAt, errorsOf, mendsAt, pressedOn, typedStepOf } from '~/http/forms/ballot-steps.server';
import { flash, runTyped } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { ballotPaths } from '~/paths-ballots';
import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const step = typedStepOf(args);
  const draft = await draftAt(args);
  const mends = mendsAt(args);
  const [choices, faults] = await Promise.all([
    stepChoices(ctx, step, draft.values),
    // Whoever comes from the preview is shown at the fields what was told there.
    mends ? stepFaults(ctx, draft, step) : [],
  ]);
  const w = textIn(ctx.locale, ballotWalk);
  return {
    ...{ step, mends, choices, id: draft.id, values: draft.values },
    heading: w(`heading.${step}`),
    at: w('step-of', { number: walkSteps.indexOf(step) + 1, count: walkSteps.length }),
    errors: errorsOf(ctx.locale, faults),
    changes: draft.ballotId !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const step = typedStepOf(args);
  return runTyped(args, async (form, refuse) => {
    const { later, ...pressed } = pressedOn(step, form, mendsAt(args));
    const { faults, left } = await keepStep(ctx, id, { step, form, ...pressed });
    if (left) return redirect(ballotPaths.draftLeft(id));
    if (faults.length > 0) return refuse(errorsOf(ctx.locale, faults));
    if (!later) return redirect(ballotPaths.draftStep(id, pressed.goesTo));
    const message = await flash(args, textIn(ctx.locale, ballotWalk)('flash-later'));
    return redirect(ballotPaths.drafts, { headers: { 'Set-Cookie': message } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.heading, page?.at);

export default function BallotStep() {
  const { step, mends, choices, heading, id, values, errors, changes } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballots);
  const w = useText(ballotWalk);
  const asKept = Object.keys(errors).length > 0 ? { values, errors } : undefined;
  const state = outcome && 'form' in outcome ? outcome.form : asKept;
  const titles = Object.fromEntries(choices.proposals.map((one) => [one.id, one.title]));
  return (
    <>
      <PageHeader
        above={<Link to={ballotPaths.drafts}>{w('drafts-title')}</Link>}
        title={heading}
        lead={[...(changes ? [t('change-title')] : []), ...(step === 'matter' ? [] : [values.title])].join(
          t('colon'),
        )}
      />
      {/* One step's fields are not those of the next, though the page stays. */}
      <WalkForm key={`${id} ${step}`} {...{ step, values, state, titles }} toPreview={mends}>
        <StepFields
          {...{ step, choices }}
          kind={kindIn(values)}
          papers={papersIn(values)}
          questioned={state?.errors.closesAt !== undefined || values.shortMeant === 'on'}
        />
      </WalkForm>
    </>
  );
}
