import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, PageHeader, Section, Table } from '~/components/ui';
import { auditedCouncil, readNeverDrawn } from '~/domains/councils/drawing/auditors.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { councilDesk } from '~/i18n/council-desk';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const council = await load(args, () => auditedCouncil(ctx, args.params.id ?? ''));
  return { council, title: textIn(ctx.locale, councils)('never-drawn-title') };
}

/** Asked for by a form: that it was read stands on record. */
export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const found = await load(args, () => readNeverDrawn(ctx, args.params.id ?? ''));
  return data({ found }, { headers: { 'Cache-Control': 'private, no-store' } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** For auditors: who can never be drawn, by numbers with their features. */
export default function NeverDrawn() {
  const { council, title } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useText(councils);
  return (
    <>
      <PageHeader title={title} lead={<Link to={paths.council(council.id)}>{council.title}</Link>} />
      <p>{t('never-drawn-lead')}</p>
      <Form>
        <Button variant="secondary">{t('never-drawn-show')}</Button>
      </Form>
      {answered && (answered.found ? <Found {...answered.found} /> : <p>{t('never-drawn-unchecked')}</p>)}
    </>
  );
}

type FoundProps = NonNullable<Awaited<ReturnType<typeof readNeverDrawn>>>;

function Found({ features, tried, answers }: FoundProps) {
  const t = useText(councils);
  const d = useText(councilDesk);
  return (
    <>
      {tried !== null && (
        <>
          <p>{d('tried')}</p>
          <pre>{tried}</pre>
        </>
      )}
      {answers.map(({ changes, people }, at) => {
        const words = changes.map((one) => d(`change.${one.bound}`, { ...one, to: one.quota + one.change }));
        const heading = words.length === 0 ? t('never-drawn-now') : words.join(' · ');
        return (
          <Section key={at} title={heading}>
            <Table
              caption={heading}
              captionHidden
              empty={d('never-drawn-none')}
              rows={people}
              rowKey={({ id }) => id}
              columns={[
                { key: 'number', header: t('never-drawn-number'), cell: ({ id }) => id },
                ...features.map((feature, place) => ({
                  key: feature,
                  header: feature,
                  cell: ({ values }: { values: string[] }) => values[place] ?? '',
                })),
              ]}
            />
          </Section>
        );
      })}
    </>
  );
}
