import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHeader, Pagination, Table, Time } from '~/components/ui';
import { moderationLog } from '~/domains/moderation/index.server';
import { areaNames } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { pathOfSubject } from '~/paths';
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
  const word = useWord();
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
          { key: 'time', header: t('log-time'), cell: Decided },
          {
            key: 'kind',
            header: t('log-kind'),
            cell: (row) => <Matter kind={word(`kind.${row.kind}`, row.kind)} matter={row.matter} />,
          },
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

function useWord() {
  const t = useText(moderation);
  return (key: string, otherwise: string) => (hasKey(moderation, key) ? t(key) : otherwise);
}

function Decided({ decidedAt }: { decidedAt: Date | null }) {
  return decidedAt && <Time value={decidedAt} />;
}

interface MatterProps {
  kind: string;
  matter: { kind: string; id: string; title: string } | null;
}

/** What was decided on, with the way to it for who may read it. */
function Matter({ kind, matter }: MatterProps) {
  return (
    <>
      {kind} {matter && <Link to={pathOfSubject(matter.kind, matter.id)}>{matter.title}</Link>}
    </>
  );
}
