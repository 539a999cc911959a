import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PaperWords } from '~/components/ballots/paper/paper-words';
import { Notice, PageHeader, Pagination, SearchForm, Section, Table, ToCheck } from '~/components/ui';
import { paperList } from '~/domains/ballots/paper/paper-list.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

/** The published papers of a closed ballot, and one's own by its receipt. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const receipt = (query.get('receipt') ?? '').trim().toLowerCase();
  const at = { receipt, cursor: listAsked(args).cursor ?? '' };
  const page = await load(args, () => paperList(ctx, args.params.id ?? '', at));
  return data({ ...page, receipt, pageTitle: textIn(ctx.locale, ballots)('papers-title') });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.pageTitle, page?.ballot.title);

interface RecordProps {
  ballotId: string;
  record: { digest: string; eventId: string | null };
}

/** Why a paper that stands here cannot be another one tomorrow. */
function RecordProof({ ballotId, record: { digest, eventId } }: RecordProps) {
  const t = useText(ballots);
  return (
    <Section title={t('papers-proof')}>
      <ToCheck>
        {t('papers-record')} <code className="hash">{digest}</code>
      </ToCheck>
      <p>
        <a href={paths.ballotRecord(ballotId)} download>
          {t('record-link')}
        </a>
        {eventId !== null && (
          <>
            {' · '}
            <Link to={paths.checkEvent(eventId)}>{t('papers-in-log')}</Link>
          </>
        )}
      </p>
    </Section>
  );
}

export default function Papers() {
  const { ballot, papers, labels, next, receipt, record, ranked } = useLoaderData<typeof loader>();
  const t = useText(ballots);
  const label = (id: string) => labels[id] ?? id;
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(ballot.id)}>{ballot.title}</Link>}
        title={t('papers-title')}
        lead={t('papers-lead')}
      />
      <p>{t('papers-find')}</p>
      <SearchForm name="receipt" label={t('papers-find')} placeholder={t('receipt')} defaultValue={receipt} />
      {receipt !== '' && papers.length === 0 ? (
        <Notice kind="warning">{t('papers-none')}</Notice>
      ) : (
        <Table
          caption={t('papers-title')}
          captionHidden
          rows={papers}
          rowKey={(row) => row.receipt}
          columns={[
            { key: 'receipt', header: t('receipt'), cell: (row) => <code>{row.receipt}</code> },
            {
              key: 'choice',
              header: t('papers-choice'),
              cell: (row) => <PaperWords choice={row.choice} label={label} ranked={ranked} />,
            },
          ]}
        />
      )}
      <Pagination next={next} />
      {record && <RecordProof ballotId={ballot.id} record={record} />}
    </>
  );
}
