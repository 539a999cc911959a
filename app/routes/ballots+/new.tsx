import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { StepFields } from '~/components/ballots/walk/step-fields';
import { WalkForm } from '~/components/ballots/walk/walk-form';
import { LinkButton, Notice, PageHeader } from '~/components/ui';
import { beginDraft } from '~/domains/ballots/drafting/begin-draft.server';
import { firstFaults, firstFields } from '~/domains/ballots/drafting/first-step.query.server';
import { ownBallotDrafts } from '~/domains/ballots/drafting/own-drafts.query.server';
import { stepChoices } from '~/domains/ballots/drafting/step-choices.query.server';
import { kindIn, papersIn } from '~/domains/ballots/drafting/steps';
import { requirePerson } from '~/http/actor.server';
import { errorsOf, pressedOn } from '~/http/forms/ballot-steps.server';
import { flash, load, runTyped } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballotPaths } from '~/paths-ballots';
import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

/** What the address asks to begin with: proposals, an area, or an older ballot. */
function askedIn({ url }: Request) {
  const asked = new URL(url).searchParams;
  const { copied, area } = { copied: asked.get('copy'), area: asked.get('area') };
  return { proposals: asked.getAll('proposal'), copied, area };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const asked = askedIn(args.request);
  const values = await load(args, () => firstFields(ctx, asked));
  const [choices, drafts] = await Promise.all([stepChoices(ctx, 'matter', values), ownBallotDrafts(ctx)]);
  const title = textIn(ctx.locale, ballots)('new-title');
  return { values, choices, drafts: drafts.length, isCopy: asked.copied !== null, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const { copied } = askedIn(args.request);
  return runTyped(args, async (form, refuse) => {
    const { goesOn, later, goesTo } = pressedOn('matter', form, false);
    const faults = goesOn ? await firstFaults(ctx, { form, copied }) : [];
    if (faults.length > 0) return refuse(errorsOf(ctx.locale, faults));
    const id = await beginDraft(ctx, { form, copied, step: goesTo });
    if (!later) return redirect(ballotPaths.draftStep(id, goesTo));
    const message = await flash(args, textIn(ctx.locale, ballotWalk)('flash-later'));
    return redirect(ballotPaths.drafts, { headers: { 'Set-Cookie': message } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

export default function NewBallot() {
  const { values, choices, drafts, isCopy, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballots);
  const w = useText(ballotWalk);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        above={title}
        title={w('heading.matter')}
        lead={t('standing.consultation-hint')}
        actions={
          <LinkButton variant="quiet" to={paths.importBallot}>
            {t('import-link')}
          </LinkButton>
        }
      />
      {drafts > 0 && (
        <p>
          <Link to={ballotPaths.drafts}>{w('drafts-link', { count: drafts })}</Link>
        </p>
      )}
      {isCopy && <Notice>{w('copied-from')}</Notice>}
      <WalkForm step="matter" {...{ values, state }} titles={{}} toPreview={false}>
        <StepFields
          step="matter"
          kind={kindIn(values)}
          papers={papersIn(values)}
          choices={choices}
          questioned={false}
        />
      </WalkForm>
    </>
  );
}
