import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { EmptyState, LinkButton, PageHeader, Section } from '~/components/ui';
import { fewAreas, findAreas } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { areaChoice } from '~/i18n/area-choice';
import { textIn } from '~/i18n/catalogue';
import { common } from '~/i18n/common';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';
import { wordsAsked } from '~/lib/texts/searching/words-asked';
import type { AreaOffered } from '~/lib/choices/area-choices';
import { areaLevels, levelOf } from '~/lib/geo/division-code';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = wordsAsked(new URL(args.request.url).searchParams.get('q'));
  const few = await fewAreas(ctx);
  const found = few ? null : await findAreas(ctx, { query });
  return data(
    { few, found, title: textIn(ctx.locale, community)('areas.title') },
    { headers: { 'X-Cache-Topics': 'areas' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Areas() {
  const { few, found } = useLoaderData<typeof loader>();
  const t = useText(community);
  return (
    <>
      <PageHeader title={t('areas.title')} lead={t('areas.lead')} />
      {few ? <Tree areas={few} /> : <Find />}
      {found && <Found areas={found.areas} />}
    </>
  );
}

function Level({ id }: { id: string }) {
  const t = useText(community);
  return <small>{t(`level.${levelOf(id)}`)}</small>;
}

function Tree({ areas }: { areas: readonly { id: string; name: string }[] }) {
  return (
    <ul className="linked-matters">
      {areas.map(({ id, name }) => (
        <li key={id} style={{ paddingInlineStart: `${areaLevels.indexOf(levelOf(id))}rem` }}>
          <Link to={paths.area(id)}>{name}</Link> <Level id={id} />
        </li>
      ))}
    </ul>
  );
}

function Find() {
  const { found } = useLoaderData<typeof loader>();
  const t = useText(areaChoice);
  const c = useText(common);
  return (
    <Form method="get" action={paths.areas} role="search" className="area-find">
      <label htmlFor="find-area">{t('find')}</label>
      <input
        key={found?.query}
        id="find-area"
        type="search"
        name="q"
        defaultValue={found?.query}
        maxLength={60}
        className="control"
      />
      <button className="button button-secondary">{c('search.submit')}</button>
    </Form>
  );
}

function Found({ areas }: { areas: readonly AreaOffered[] }) {
  const { found } = useLoaderData<typeof loader>();
  const t = useText(areaChoice);
  const query = found?.query ?? '';
  if (areas.length === 0)
    return (
      <EmptyState
        title={t('found-none', { query })}
        action={<LinkButton to={paths.areas}>{t('tops')}</LinkButton>}
      >
        {t('find')}
      </EmptyState>
    );
  return (
    <Section title={query === '' ? t('tops') : t('found-areas', { count: areas.length, query })}>
      <ul className="linked-matters">
        {areas.map(({ id, name, trail }) => (
          <li key={id}>
            <Link to={paths.area(id)}>{name}</Link> <Level id={id} />
            {trail !== '' && <div className="field-hint">{trail}</div>}
          </li>
        ))}
      </ul>
      {found?.more && <p>{t('more')}</p>}
    </Section>
  );
}
