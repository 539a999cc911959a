import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { XlsxLink } from '~/components/across/xlsx-link';
import { useDecisionWords } from '~/components/moderation/logged-decision';
import { DescriptionList, LinkButton, PageHeader, Section, Table, Tabs } from '~/components/ui';
import { fewestShown } from '~/domains/moderation/figures/figures';
import { moderationStatistics } from '~/domains/moderation/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { moderationFigures } from '~/i18n/moderation-figures';
import { moderationLog } from '~/i18n/moderation-log';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = new URL(args.request.url).searchParams.get('period');
  const figures = await moderationStatistics(ctx, asked);
  const title = textIn(ctx.locale, moderationFigures)('title');
  return data({ ...figures, title }, { headers: { 'X-Cache-Topics': 'decisions' } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const pathOfPeriod = (period: string) => `${paths.moderationFigures}?period=${period}`;

export default function Figures() {
  const { years, period, total, appeals } = useLoaderData<typeof loader>();
  const t = useText(moderationFigures);
  const year = period.slice(0, 4);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<Further />} />
      <Tabs
        label={t('year')}
        tabs={years.map((name) => ({ to: pathOfPeriod(name), label: name, current: name === year }))}
      />
      {period !== year && (
        <p>
          {period} · <Link to={pathOfPeriod(year)}>{t('of-year')}</Link>
        </p>
      )}
      <DescriptionList
        items={[
          { label: t('total'), value: total },
          { label: t('appeals', { ...appeals }), value: appeals.count },
        ]}
      />
      <Kinds />
      <Grounds />
      <Months />
      <p className="field-hint">{t('note', { count: fewestShown })}</p>
    </>
  );
}

/** The log behind the figures, and the figures as tables. */
function Further() {
  const { period } = useLoaderData<typeof loader>();
  const t = useText(moderationFigures);
  return (
    <>
      <LinkButton variant="secondary" to={paths.moderationLog}>
        {t('log')}
      </LinkButton>
      <a className="button button-quiet" href={paths.moderationFiguresCsv(period)} download>
        {t('csv')}
      </a>
      <XlsxLink className="button button-quiet" csv={paths.moderationFiguresCsv(period)} />
    </>
  );
}

/** Hours up to two days, days after. */
function useSpan() {
  const t = useText(moderationFigures);
  return (hours: number) =>
    hours < 48 ? t('hours', { count: Math.round(hours) }) : t('days', { count: Math.round(hours / 24) });
}

/** How many came after their deadline, of those that had one. */
function useLate() {
  const t = useText(moderationFigures);
  return ({ late, withTerm }: { late: number | null; withTerm: number | null }) => {
    if (late === null || withTerm === null) return t('kept-back');
    return withTerm > 0 ? t('late-of', { late, all: withTerm }) : '';
  };
}

function Kinds() {
  const { kinds } = useLoaderData<typeof loader>();
  const t = useText(moderationFigures);
  const words = useDecisionWords();
  const span = useSpan();
  const lateOf = useLate();
  return (
    <Section title={t('kinds')}>
      <Table
        caption={t('kinds')}
        captionHidden
        rows={kinds}
        rowKey={(row) => row.kind}
        empty={t('empty')}
        columns={[
          { key: 'kind', header: t('kind'), cell: (row) => words.kind(row.kind) },
          { key: 'count', header: t('count'), cell: (row) => row.count ?? t('few', { count: fewestShown }) },
          {
            key: 'outcomes',
            header: t('outcomes'),
            cell: (row) =>
              row.outcomes
                .map(({ decision, count }) =>
                  t('outcome', { decision: words.decision(decision), count: count ?? t('kept-back') }),
                )
                .join(' · '),
          },
          {
            key: 'median',
            header: t('median'),
            cell: ({ medianHours: at }) => (at === null ? '' : span(at)),
          },
          {
            key: 'late',
            header: t('late'),
            cell: lateOf,
          },
        ]}
      />
    </Section>
  );
}

function Grounds() {
  const { grounds } = useLoaderData<typeof loader>();
  const t = useText(moderationFigures);
  const ofLog = useText(moderationLog);
  const word = (ground: string) => {
    const key = `ground.${ground}`;
    return hasKey(moderationLog, key) ? ofLog(key) : ground;
  };
  return (
    <Section title={t('grounds')}>
      <Table
        caption={t('grounds')}
        captionHidden
        rows={grounds}
        rowKey={(row) => row.ground}
        empty={t('empty')}
        columns={[
          { key: 'ground', header: t('ground'), cell: (row) => word(row.ground) },
          { key: 'count', header: t('count'), cell: (row) => row.count },
        ]}
      />
    </Section>
  );
}

function Months() {
  const { months } = useLoaderData<typeof loader>();
  const t = useText(moderationFigures);
  return (
    <Section title={t('months')}>
      <Table
        caption={t('months')}
        captionHidden
        rows={months}
        rowKey={(row) => row.month}
        empty={t('empty')}
        columns={[
          {
            key: 'month',
            header: t('month'),
            cell: (row) => <Link to={pathOfPeriod(row.month)}>{row.month}</Link>,
          },
          { key: 'count', header: t('count'), cell: (row) => row.count },
          { key: 'hidden', header: t('hidden'), cell: (row) => row.hidden },
          { key: 'appeals', header: t('appeals-short'), cell: (row) => row.appeals },
          { key: 'upheld', header: t('upheld'), cell: (row) => row.upheld },
        ]}
      />
    </Section>
  );
}
