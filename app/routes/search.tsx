import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { EmptyState, PageHeader, SearchForm, StatusBadge, Time } from '~/components/ui';
import { searchEverything } from '~/domains/insights/search.query.server';
import { areaNames } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { pathOfSubject, paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { home } from '~/i18n/home';
import { useText } from '~/i18n/use-text';
import { wordsAsked } from '~/lib/texts/searching/words-asked';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = wordsAsked(new URL(args.request.url).searchParams.get('q'));
  const found = await searchEverything(ctx, query);
  const names = await areaNames(
    ctx,
    found.map((one) => one.areaId),
  );
  const title = textIn(ctx.locale, home)('search-title');
  return data({ query, found, names, title });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Search() {
  const { query, found, names } = useLoaderData<typeof loader>();
  const t = useText(home);
  return (
    <div className="stack">
      <PageHeader title={t('search-title')} lead={query === '' ? t('search-first') : undefined} />
      <SearchForm action={paths.search} defaultValue={query} />
      {query !== '' && found.length > 0 && (
        <p role="status">{t('search-results', { count: found.length })}</p>
      )}
      {query !== '' && found.length === 0 && (
        <EmptyState picture="looking" title={t('search-empty', { query })}>
          {t('search-empty-text')}
        </EmptyState>
      )}
      <ul className="linked-matters found">
        {found.map(({ kind, id, title, areaId, at }) => (
          <li key={id}>
            <KindBadge kind={kind} />
            <Link to={pathOfSubject(kind, id)}>{title}</Link>{' '}
            <span className="card-meta">
              {names[areaId]} {at && <Time value={at} format="date" />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function KindBadge({ kind }: { kind: string }) {
  const t = useText(home);
  const key = `search-kind.${kind}`;
  return <StatusBadge>{hasKey(home, key) ? t(key) : kind}</StatusBadge>;
}
