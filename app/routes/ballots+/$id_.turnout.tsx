import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHeader, Pagination, ProgressBar, Table } from '~/components/ui';
import { formatPercentage } from '~/lib/formats';
import { ballotTurnout } from '~/domains/ballots/casting/turnout.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useLocale, useText } from '~/i18n/use-text';

/** Turnout by community, without any result. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const page = await load(args, () => ballotTurnout(ctx, args.params.id ?? '', listAsked(args).cursor));
  const pageTitle = textIn(ctx.locale, ballots)('turnout-title');
  return data({ ...page, pageTitle }, { headers: { 'X-Cache-Topics': 'ballots' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.pageTitle, page?.ballot.title);

export default function Turnout() {
  const { ballot, next } = useLoaderData<typeof loader>();
  const t = useText(ballots);
  const size = ballot.electorateSize ?? 0;
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(ballot.id)}>{ballot.title}</Link>}
        title={t('turnout-title')}
        lead={t('turnout-lead')}
      />
      <div className="stack">
        <ProgressBar
          label={t('turnout-title')}
          value={ballot.votedCount}
          maximum={Math.max(1, size)}
          text={t('turnout-of', { voted: ballot.votedCount, size })}
        />
        <Communities />
        <Pagination next={next} />
      </div>
    </>
  );
}

function Communities() {
  const { areas } = useLoaderData<typeof loader>();
  const t = useText(ballots);
  const locale = useLocale();
  return (
    <Table
      caption={t('turnout-link')}
      rows={areas}
      rowKey={(row) => row.areaId}
      columns={[
        { key: 'area', header: t('area'), cell: (row) => row.name },
        { key: 'size', header: t('rule-size'), cell: (row) => row.electorate, numeric: true },
        {
          key: 'voted',
          header: t('turnout-voted'),
          cell: (row) => row.voted ?? t('turnout-small'),
          numeric: true,
        },
        {
          key: 'share',
          header: t('turnout-share'),
          cell: (row) => (row.voted === null ? '–' : formatPercentage(locale, row.voted / row.electorate)),
          numeric: true,
        },
      ]}
    />
  );
}
