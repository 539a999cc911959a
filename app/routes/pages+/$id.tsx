import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PortalContact } from '~/components/pages/portal-contact';
import { Markdown, Notice, PageHeader, Section, Table, Time } from '~/components/ui';
import { publicPage, publishedGuides } from '~/domains/pages/index.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { portalPages } from '~/i18n/portal-pages';
import { useLocale, useText } from '~/i18n/use-text';
import { versionAsked } from '~/lib/version-asked';
import { paths } from '~/paths';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const number = versionAsked(args.request.url);
  const page = await load(args, () => publicPage(ctx, id, number));
  const guides = id === 'help' ? await publishedGuides(ctx) : [];
  return data({ ...page, guides }, { headers: { 'X-Cache-Topics': 'pages' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function PortalPage() {
  const { id, title, html, language, number, publishedAt, holdsSince } = useLoaderData<typeof loader>();
  const t = useText(portalPages);
  return (
    <div className="stack">
      <PageHeader
        title={<span lang={language}>{title}</span>}
        meta={
          publishedAt && (
            <>
              <span>{t('version', { number: number ?? 1 })}</span>
              <span>
                {t('published-at')} <Time value={publishedAt} format="date" />
              </span>
              {holdsSince && (
                <span>
                  {t('holds-since')} <Time value={holdsSince} format="date" />
                </span>
              )}
            </>
          )
        }
      />
      <Standing />
      {(id === 'imprint' || id === 'help') && <PortalContact />}
      <div lang={language}>
        <Markdown html={html} />
      </div>
      <Guides />
      <Versions />
    </div>
  );
}

/** Whether what stands here holds, and whose text it is. */
function Standing() {
  const { id, language, number, isNewest } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const t = useText(portalPages);
  return (
    <>
      {number === null && <Notice kind="info">{t('brought')}</Notice>}
      {!isNewest && (
        <Notice kind="warning">
          {t('earlier')} <Link to={paths.page(id)}>{t('newest')}</Link>
        </Notice>
      )}
      {language !== locale && <Notice kind="info">{t('only-chinese')}</Notice>}
    </>
  );
}

function Guides() {
  const { guides } = useLoaderData<typeof loader>();
  const t = useText(portalPages);
  if (guides.length === 0) return null;
  return (
    <Section title={t('guides')}>
      <ul className="linked-matters">
        {guides.map((guide) => (
          <li key={guide.id}>
            <Link to={paths.page(guide.id)}>{guide.title}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Versions() {
  const { id, versions } = useLoaderData<typeof loader>();
  const t = useText(portalPages);
  if (versions.length === 0) return null;
  return (
    <Section title={t('versions')}>
      <Table
        caption={t('versions')}
        captionHidden
        rows={versions}
        rowKey={(row) => String(row.number)}
        columns={[
          {
            key: 'version',
            header: t('versions'),
            cell: (row) =>
              row.isWithdrawn ? (
                <>
                  {t('version', { number: row.number })} · {t('version-withdrawn')}
                </>
              ) : (
                <Link to={`${paths.page(id)}?version=${row.number}`}>
                  {t('version', { number: row.number })}
                </Link>
              ),
          },
          {
            key: 'when',
            header: t('versions-when'),
            cell: (row) => row.publishedAt && <Time value={row.publishedAt} />,
          },
          { key: 'why', header: t('versions-why'), cell: (row) => row.reason },
        ]}
      />
    </Section>
  );
}
