import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { DecidedMatter, DecisionReason, useDecisionWords } from '~/components/moderation/logged-decision';
import { LinkButton, PageHeader, Pagination, Table, Time } from '~/components/ui';
import { moderationLog as pageOfLog } from '~/domains/moderation/index.server';
import { areaNames } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { moderationLog } from '~/i18n/moderation-log';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { cursor } = listAsked(args);
  const { items, next } = await pageOfLog(ctx, cursor);
  const names = await areaNames(
    ctx,
    items.map((item) => item.areaId),
  );
  return data({ items, next, names, title: textIn(ctx.locale, moderationLog)('log-title') });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Log() {
  const { items, next, names } = useLoaderData<typeof loader>();
  const t = useText(moderationLog);
  const words = useDecisionWords();
  return (
    <>
      <PageHeader
        title={t('log-title')}
        lead={t('log-lead')}
        actions={
          <LinkButton variant="secondary" to={paths.moderationFigures}>
            {t('log-figures')}
          </LinkButton>
        }
      />
      <Table
        caption={t('log-title')}
        captionHidden
        rows={items}
        rowKey={(row) => row.id}
        empty={t('log-empty')}
        columns={[
          { key: 'time', header: t('log-time'), cell: (row) => <Time value={row.decidedAt} /> },
          { key: 'kind', header: t('log-kind'), cell: (row) => words.kind(row.kind) },
          { key: 'matter', header: t('log-matter'), cell: (row) => <DecidedMatter decision={row} /> },
          { key: 'area', header: t('log-area'), cell: (row) => names[row.areaId] },
          {
            key: 'decision',
            header: t('log-decision'),
            cell: (row) => <Link to={paths.loggedDecision(row.id)}>{words.decision(row.decision)}</Link>,
          },
          { key: 'reason', header: t('log-reason'), cell: (row) => <DecisionReason decision={row} /> },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}
