import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DatasetDownloads } from '~/components/open-data/dataset-downloads';
import { DescriptionList, LinkButton, PageHeader, Section, Table, Time } from '~/components/ui';
import type { Column } from '~/components/ui';
import { datasetPage } from '~/domains/insights/open-data/datasets.query.server';
import type { DatasetField } from '~/domains/insights/open-data/datasets.query.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { load } from '~/http/forms/forms.server';
import { openData } from '~/i18n/open-data';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const dataset = await load(args, () => datasetPage(ctx, args.params.dataset ?? ''));
  return { dataset, licence: ctx.configuration.licence };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.dataset.title);

/** One dataset: what it holds, field by field, and its files. */
export default function DatasetPage() {
  const { dataset, licence } = useLoaderData<typeof loader>();
  const { name, title, about, changedAt, fields, hasFeed, hasCalendar } = dataset;
  const t = useText(openData);
  return (
    <>
      <PageHeader
        title={title}
        lead={about}
        actions={
          <LinkButton variant="secondary" to={paths.dataset()}>
            {t('data.title')}
          </LinkButton>
        }
      />
      <DescriptionList
        items={[
          { label: t('data.download'), value: <DatasetDownloads name={name} title={title} /> },
          { label: t('data.changed'), value: changedAt ? <Time value={changedAt} /> : t('data.never') },
          { label: t('data.licence'), value: <a href={licence.url}>{licence.name}</a> },
          ...(hasCalendar
            ? [{ label: t('data.calendar'), value: <a href={paths.feed(name, 'ics')}>iCalendar</a> }]
            : []),
          ...(hasFeed ? [{ label: t('data.feed'), value: <a href={paths.feed(name)}>Atom</a> }] : []),
        ]}
      />
      <Section title={t('data.fields')}>
        <Table
          caption={t('data.fields')}
          captionHidden
          columns={useColumns()}
          rows={fields}
          rowKey={(row) => row.name}
        />
      </Section>
    </>
  );
}

function useColumns(): Column<DatasetField>[] {
  const t = useText(openData);
  return [
    { key: 'name', header: t('data.field'), cell: ({ name }) => <code>{name}</code> },
    {
      key: 'type',
      header: t('data.type'),
      cell: ({ type, optional }) => t(`type.${type}`) + (optional ? t('data.optional') : ''),
    },
    {
      key: 'words',
      header: t('data.words'),
      cell: ({ words, choices }) => (
        <>
          {words}
          {choices.length > 0 && (
            <p className="break-words">
              {t('data.choices')} <code>{choices.join(', ')}</code>
            </p>
          )}
        </>
      ),
    },
  ];
}
