import { Links, Meta, Outlet, ScrollRestoration, useRouteError } from '@remix-run/react';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useContext } from 'react';
import type { ReactNode } from 'react';
import { ErrorPage, statusToTell } from '~/components/layout/error-page';
import { NonceContext } from '~/components/layout/nonce';
import { Page } from '~/components/layout/page';
import { PageScripts } from '~/components/layout/page-scripts';
import type { RootData, Viewer } from '~/components/layout/root-data';
import { useOneLanguage } from '~/components/layout/use-one-language';
import { useRootData } from '~/components/layout/use-viewer';
import { defaultTimeZone, TimeZoneContext } from '~/components/ui/figures/time-zone';
import { doorsOf } from '~/domains/identity/policy';
import { scopesFor } from '~/domains/workorders/queue/queue.query.server';
import type { ReadContext } from '~/domains/context';
import { shownProfile } from '~/domains/pages/index.server';
import { unreadCount } from '~/domains/notifications/index.server';
import { nameInTitles, pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { common } from '~/i18n/common';
import { defaultLocale } from '~/i18n/locale';
import { LocaleContext, useLocale } from '~/i18n/use-text';
import { installedPaths } from '~/paths-installed';
import stylesheet from '~/styles/app.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: installedPaths.mark, type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: installedPaths.touchIcon },
  // In the language that the reader has chosen.
  { rel: 'manifest', href: installedPaths.webManifest, crossOrigin: 'use-credentials' },
];

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const t = textIn(data?.locale ?? defaultLocale, common);
  const name = data?.portal.name || t('site.name');
  if (!error) return pageTitle();
  return [{ title: `${t(`error.${statusToTell(error)}`)} · ${name}` }];
};

async function viewerOf(ctx: ReadContext): Promise<Viewer | null> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return null;
  return {
    personId: actor.personId,
    name: actor.displayName,
    unread: await unreadCount(ctx),
    actingFor: actor.actingFor && { id: actor.actingFor.organisationId, name: actor.actingFor.name },
    worksOrders: scopesFor(actor).length > 0,
    ...doorsOf(actor),
  };
}

export async function loader({
  context: { context: ctx, preferences, flash, profile },
}: LoaderFunctionArgs): Promise<RootData> {
  const { timeZone, icpNumber, policeRecordNumber, demoMode, publicUrl } = ctx.configuration;
  const [viewer, portal] = await Promise.all([viewerOf(ctx), profile()]);
  return {
    ...preferences,
    ...{ viewer, portal: shownProfile(portal, preferences.locale) },
    ...{ timeZone, icpNumber, policeRecordNumber, publicUrl, demo: demoMode, flash },
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRootData();
  const nonce = useContext(NonceContext);
  const asked = useLocale();
  const locale = root?.locale ?? asked;
  useOneLanguage(locale);
  const theme = root?.theme ?? 'system';
  const t = textIn(locale, common);
  const name = root?.portal.name || t('site.name');
  nameInTitles({ name, about: t('site.description'), publicUrl: root?.publicUrl ?? '' });
  return (
    <html
      lang={locale}
      dir="ltr"
      data-theme={theme === 'system' ? undefined : theme}
      data-senior={root?.senior ? '' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content={root?.portal.colour} />
        <meta property="og:site_name" content={name} />
        <Meta />
        <Links />
        {root?.portal.style && <style dangerouslySetInnerHTML={{ __html: root.portal.style }} />}
      </head>
      <body>
        <LocaleContext.Provider value={locale}>
          <TimeZoneContext.Provider value={root?.timeZone ?? defaultTimeZone}>
            <Page>{children}</Page>
          </TimeZoneContext.Provider>
        </LocaleContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <PageScripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
