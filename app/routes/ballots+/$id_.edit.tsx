import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { BallotForm } from '~/components/ballots/ballot-form';
import { PageHeader } from '~/components/ui';
import { changeBallot, changedBallot } from '~/domains/ballots/organising/change-ballot.server';
import { changedBallotSchema } from '~/domains/ballots/organising/new-ballot-schema';
import { areasOfBallots } from '~/domains/ballots/policy';
import { organisationChoices } from '~/domains/organisations/index.server';
import { reviewedProposals } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const ballot = await load(args, () => changedBallot(ctx, args.params.id ?? ''));
  const own = areasOfBallots(ctx.actor);
  const [reviewed, organisations, areas] = await Promise.all([
    reviewedProposals(ctx, own),
    organisationChoices(ctx, { chosen: [ballot.fields.organisationIds ?? []].flat() }),
    areaChoices(ctx, { scope: own, chosen: [ballot.areaId] }),
  ]);
  return {
    ballot,
    ...{ areas, organisations, proposals: [...ballot.proposals, ...reviewed] },
    title: textIn(ctx.locale, ballots)('change-title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, changedBallotSchema, async (input) => {
    await changeBallot(ctx, id, input);
    const message = textIn(ctx.locale, ballots)('flash-ballot-changed');
    return redirect(paths.ballot(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

export default function ChangeBallot() {
  const { ballot, areas, organisations, proposals, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballots);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(ballot.id)}>{ballot.title}</Link>}
        title={title}
        lead={t('change-lead')}
      />
      <BallotForm
        initial={ballot.fields}
        revision={ballot.revision}
        areas={areas}
        proposals={proposals}
        organisations={organisations}
        state={state}
      />
    </>
  );
}
