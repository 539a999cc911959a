import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { PageHeader, Section, useHydrated } from '~/components/ui';
import { KeptList } from '~/components/offline/kept-list';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { offline } from '~/i18n/offline';
import { useText } from '~/i18n/use-text';
import { mostPages } from '~/service-worker/kept-pages';

export function loader(args: LoaderFunctionArgs) {
  const title = textIn(contextOf(args).locale, offline)('title');
  // The same for everybody: no event changes it.
  return data({ title }, { headers: { 'X-Cache-Topics': 'areas' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** Shown in the place of a page that cannot come, and a list for whoever wants to know. */
export default function Offline() {
  const { title } = useLoaderData<typeof loader>();
  const t = useText(offline);
  const from = useMissedPage();
  return (
    <>
      <PageHeader title={from === null ? title : t('no-network')} />
      {from !== null && (
        <>
          <p>{t('not-kept')}</p>
          <p className="form-actions">
            <a href={from} className="button button-primary">
              {t('again')}
            </a>
          </p>
        </>
      )}
      <Section title={t('list')}>
        <KeptList />
        <p className="text-ink-soft">{t('what-is-kept', { count: mostPages })}</p>
      </Section>
    </>
  );
}

/** The page that was asked for; known to the browser alone, which was given the kept answer for all. */
function useMissedPage(): string | null {
  const isHydrated = useHydrated();
  const { search } = useLocation();
  const from = isHydrated ? new URLSearchParams(search).get('from') : null;
  // A page of the portal's own: two strokes would lead to another site.
  return from !== null && /^\/(?![/\\])/.test(from) ? from : null;
}
