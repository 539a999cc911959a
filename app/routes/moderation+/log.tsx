import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeader, Pagination, Table, Time } from '~/components/ui';
import { moderationLog } from '~/domains/moderation/index.server';
import { areaNames } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { hasKey, textIn } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const cursor = new URL(args.request.url).searchParams.get('cursor') ?? undefined;
  const { items, next } = await moderationLog(ctx, cursor);
  const names = await areaNames(
    ctx,
    items.map((item) => item.areaId),
  );
  return data({ items, next, names, title: textIn(ctx.locale, moderation)('log-title') });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Log() {
  const { items, next, names } = useLoaderData<typeof loader>();
  const t = useText(moderation);
  const word = (key: string, otherwise: string) => (hasKey(moderation, key) ? t(key) : otherwise);
  return (
    <>
      <PageHeader title={t('log-title')} lead={t('log-lead')} />
      <Table
        caption={t('log-title')}
        captionHidden
        rows={items}
        rowKey={(row) => row.id}
        empty={t('log-empty')}
        columns={[
          {
            key: 'time',
            header: t('log-time'),
            cell: (row) => row.decidedAt && <Time value={row.decidedAt} />,
          },
          { key: 'kind', header: t('log-kind'), cell: (row) => word(`kind.${row.kind}`, row.kind) },
          { key: 'area', header: t('log-area'), cell: (row) => names[row.areaId] },
          {
            key: 'decision',
            header: t('log-decision'),
            cell: (row) => word(`decision.${row.decision}`, row.decision ?? ''),
          },
          {
            key: 'reason',
            header: t('reason'),
            cell: (row) => (row.withheld ? t('log-withheld') : row.reason),
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}
