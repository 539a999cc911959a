import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { DatasetDownloads } from '~/components/open-data/dataset-downloads';
import { DescriptionList, PageHeader, Section, Table, Time } from '~/components/ui';
import type { Column } from '~/components/ui';
import { listDatasets } from '~/domains/insights/open-data/datasets.query.server';
import type { Dataset } from '~/domains/insights/open-data/datasets.query.server';
import { publisherOf } from '~/domains/insights/open-data/published-catalog.query.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { openData } from '~/i18n/open-data';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const [datasets, publisher] = await Promise.all([listDatasets(ctx), publisherOf(ctx)]);
  const { licence } = ctx.configuration;
  return { datasets, publisher, licence, title: textIn(ctx.locale, openData)('data.title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  {
    tagName: 'link',
    rel: 'alternate',
    type: 'application/ld+json',
    href: paths.dataset('catalog.jsonld'),
  },
];

/** All that is given out: as files for people, and how programs read it. */
export default function OpenData() {
  const { datasets, publisher, licence } = useLoaderData<typeof loader>();
  const t = useText(openData);
  return (
    <>
      <PageHeader title={t('data.title')} lead={t('data.about')} />
      <DescriptionList
        items={[
          { label: t('data.publisher'), value: publisher },
          { label: t('data.licence'), value: <a href={licence.url}>{licence.name}</a> },
        ]}
      />
      <Section title={t('data.download')}>
        <Table
          caption={t('data.title')}
          captionHidden
          columns={useColumns()}
          rows={datasets}
          rowKey={(row) => row.name}
        />
      </Section>
      <Section title={t('data.for-programs')}>
        <p>{t('data.api-words')}</p>
        <ul>
          <li>
            <a href={paths.openApi}>{t('data.api-link')}</a>
          </li>
          <li>
            <a href={paths.dataset('catalog.jsonld')}>{t('data.catalog-link')}</a>
          </li>
        </ul>
      </Section>
    </>
  );
}

function useColumns(): Column<Dataset>[] {
  const t = useText(openData);
  return [
    {
      key: 'name',
      header: t('data.name'),
      cell: ({ name, title }) => <Link to={paths.dataset(name)}>{title}</Link>,
    },
    { key: 'about', header: t('data.holds'), cell: ({ about }) => about },
    {
      key: 'changed',
      header: t('data.changed'),
      cell: ({ changedAt }) => (changedAt ? <Time value={changedAt} /> : t('data.never')),
    },
    { key: 'files', header: t('data.download'), cell: (row) => <DatasetDownloads {...row} /> },
  ];
}
