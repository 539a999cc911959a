import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BallotForm } from '~/components/ballots/ballot-form';
import { LinkButton, PageHeader } from '~/components/ui';
import { createBallot } from '~/domains/ballots/organising/create-ballot.server';
import { budgetPaperValues } from '~/domains/ballots/organising/budget-paper-values';
import { newBallotSchema } from '~/domains/ballots/organising/new-ballot-schema';
import { areasOfBallots } from '~/domains/ballots/policy';
import { organisationChoices } from '~/domains/organisations/index.server';
import { reviewedProposals } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const own = areasOfBallots(ctx.actor);
  const [proposals, organisations] = await Promise.all([
    reviewedProposals(ctx, own),
    organisationChoices(ctx),
  ]);
  const asked = new URL(args.request.url).searchParams.getAll('proposal');
  const areaId = proposals.find(({ id }) => asked.includes(id))?.areaId ?? '';
  const areas = await areaChoices(ctx, { scope: own, chosen: [areaId] });
  const title = textIn(ctx.locale, ballots)('new-title');
  return { areas, proposals, organisations, asked, areaId, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, newBallotSchema, async (input) => {
    const id = await createBallot(ctx, input);
    const message = textIn(ctx.locale, ballots)('flash-created');
    return redirect(paths.ballot(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

const initial = {
  kind: 'support',
  standing: 'consultation',
  electorateKind: 'residents',
  unit: 'person',
  secret: 'secret',
  minimumAge: '18',
  maximumScore: '5',
  seats: '1',
  entrusted: '0',
  tieRule: 'order',
  ...budgetPaperValues(null),
  completion: 'add1',
  thresholdPercent: '50',
  percentageBase: 'votes-without-abstentions',
};

export default function NewBallot() {
  const { areas, proposals, organisations, asked, areaId } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballots);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        title={t('new-title')}
        lead={t('standing.consultation-hint')}
        actions={
          <LinkButton variant="quiet" to={paths.importBallot}>
            {t('import-link')}
          </LinkButton>
        }
      />
      <BallotForm
        initial={{ ...initial, proposalIds: asked, areaId }}
        areas={areas}
        proposals={proposals}
        organisations={organisations}
        state={state}
      />
    </>
  );
}
