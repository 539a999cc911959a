import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { CountRound } from '~/components/ballots/result/count-round';
import { CountTerms } from '~/components/ballots/result/count-terms';
import { LosersTable, RoundsTable } from '~/components/ballots/result/count-tables';
import { EmptyState, Notice, PageHeader, formatMoney } from '~/components/ui';
import { closedBallot } from '~/domains/ballots/paper/published-papers.query.server';
import { decidedResult } from '~/domains/ballots/rules/decided-result';
import { hasVotes } from '~/domains/ballots/rules/has-votes';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useLocale, useText } from '~/i18n/use-text';

/** A budget ballot's count, played round by round: `?step=3`. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const ballot = await load(args, () => closedBallot(ctx, args.params.id ?? ''));
  const { result: counted } = ballot.outcome;
  const voted = hasVotes(counted);
  // Below the quorum the count is shown as it went; one without votes decided nothing, whatever older counts funded.
  const result = voted ? counted : decidedResult(counted);
  if (result.kind !== 'budget') throw data({ reason: null }, { status: 404 });
  const asked = Number(new URL(args.request.url).searchParams.get('step') ?? '1');
  const step = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), result.rounds.length) : 1;
  const labels = Object.fromEntries(ballot.options.map(({ id, label }) => [id, label]));
  const title = textIn(ctx.locale, ballots)('count-title');
  return data(
    { id: ballot.id, title: ballot.title, pageTitle: title, result, voted, step, labels },
    { headers: { 'X-Cache-Topics': 'ballots,titles' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.pageTitle, page?.title);

export default function BallotCount() {
  const { id, title, result, voted, step, labels } = useLoaderData<typeof loader>();
  const t = useText(ballots);
  const locale = useLocale();
  const label = (project: string) => labels[project] ?? project;
  const facts = { papers: result.papers, budget: formatMoney(locale, Number(result.budget)) };
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(id)}>{title}</Link>}
        title={t('count-title')}
        lead={t('count-lead')}
      />
      <p>
        {result.voterBudget === null || !voted
          ? t('count-start-greedy', facts)
          : t('count-start', {
              ...facts,
              amount: formatMoney(locale, approximately(result.voterBudget)),
            })}{' '}
        {result.increments !== null &&
          result.stoppedBecause !== null &&
          t('increments', { count: result.increments, because: t(`stop.${result.stoppedBecause}`) })}
      </p>
      <CountTerms result={result} label={label} />
      {!result.quorumReached && <Notice kind="warning">{t('quorum-missed')}</Notice>}
      {!voted ? (
        <NoVotes papers={result.papers} />
      ) : result.rounds.length === 0 ? (
        <EmptyState title={t('winners-none-budget')}>{t('budget-rule.equal-shares-cost-hint')}</EmptyState>
      ) : (
        <>
          <CountRound result={result} step={step} label={label} ballotId={id} />
          <RoundsTable result={result} label={label} ballotId={id} />
        </>
      )}
      <LosersTable result={result} label={label} />
    </>
  );
}

function NoVotes({ papers }: { papers: number }) {
  const t = useText(ballots);
  return <Notice>{papers === 0 ? t('result-none') : t('result-blank', { count: papers })}</Notice>;
}

/** Exact fractions "a/b" are shown to the cent. */
function approximately(fraction: string): number {
  const [top = '0', bottom = '1'] = fraction.split('/');
  return Math.round((100 * Number(top)) / Number(bottom)) / 100;
}
