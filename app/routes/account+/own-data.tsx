import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DescriptionList, PageHeader, Section } from '~/components/ui';
import { ownTables } from '~/domains/own-data.server';
import type { OwnTable } from '~/domains/own-data.server';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { hasKey, textIn } from '~/i18n/catalogue';
import { consents } from '~/i18n/consents';
import { held } from '~/i18n/held';
import { useText } from '~/i18n/use-text';

const mostRows = 200;

/** A value as a reader reads it; what is nested as the file has it. */
function readable(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

const pairsOf = (row: unknown) =>
  Object.entries(typeof row === 'object' && row !== null ? row : { '': row }).map(([label, value]) => ({
    label,
    value: readable(value),
  }));

/** What is held as sections: one for each table that holds something. */
function sectionsOf(tables: readonly OwnTable[], locale: 'zh-CN' | 'en') {
  const t = textIn(locale, held);
  return tables.map(({ key, rows, more }) => {
    const model = key.split('.')[0] ?? key;
    return { key, title: hasKey(held, model) ? t(model) : key, shown: rows.map(pairsOf), more };
  });
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const sections = sectionsOf(await ownTables(ctx, mostRows), ctx.locale);
  return { sections, title: textIn(ctx.locale, consents)('readable-title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ReadableOwnData() {
  const { sections, title } = useLoaderData<typeof loader>();
  const t = useText(consents);
  return (
    <div className="stack">
      <PageHeader title={title} lead={t('readable-lead')} />
      {sections.map(({ key, title, shown, more }) => (
        <Section key={key} title={title}>
          {shown.map((row, at) => (
            <DescriptionList key={at} items={row} />
          ))}
          {more > 0 && <p>{t('readable-more', { count: more })}</p>}
        </Section>
      ))}
    </div>
  );
}
