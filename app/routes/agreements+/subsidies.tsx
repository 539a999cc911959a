import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { LinkButton, Money, Notice, PageHeader, Table } from '~/components/ui';
import type { Column } from '~/components/ui';
import { subsidyRegister } from '~/domains/agreements/living/subsidies.query.server';
import type { SubsidyRow } from '~/domains/agreements/living/subsidies.query.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { rows, altered } = await subsidyRegister(ctx);
  const title = textIn(ctx.locale, agreements)('subsidies');
  return data({ rows, altered, title }, { headers: { 'X-Cache-Topics': 'agreements,organisations' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Subsidies() {
  const { rows, altered } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  return (
    <>
      <PageHeader
        title={t('subsidies')}
        lead={t('subsidies-lead')}
        actions={
          <LinkButton variant="secondary" to={paths.agreements}>
            {t('title')}
          </LinkButton>
        }
      />
      {altered.length > 0 && (
        <Notice kind="error" title={t('subsidies-altered')}>
          <ul>
            {altered.map(({ id, title }) => (
              <li key={id}>
                <Link to={paths.agreement(id)}>{title}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Table
        caption={t('subsidies')}
        captionHidden
        rows={rows}
        rowKey={(row) => `${row.organisationId} ${row.year}`}
        empty={t('subsidies-empty')}
        columns={useColumns()}
      />
    </>
  );
}

function useColumns(): Column<SubsidyRow>[] {
  const t = useText(agreements);
  return [
    { key: 'year', header: t('year'), cell: (row) => String(row.year) },
    { key: 'receiver', header: t('receiver'), cell: (row) => row.organisation },
    {
      key: 'instalments',
      header: t('instalments'),
      cell: (row) => String(row.instalments),
      numeric: true,
    },
    {
      key: 'promised',
      header: t('promised'),
      cell: (row) => <Money yuan={Number(row.promised) / 100} />,
      numeric: true,
    },
    {
      key: 'paid',
      header: t('paid'),
      cell: (row) => <Money yuan={Number(row.released) / 100} />,
      numeric: true,
    },
    {
      key: 'written-off',
      header: t('written-off-sum'),
      cell: (row) => <Money yuan={Number(row.writtenOff) / 100} />,
      numeric: true,
    },
  ];
}
