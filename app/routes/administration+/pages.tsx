import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { LinkButton, PageHeader, StatusBadge, Table, Time } from '~/components/ui';
import { AboveAdministration } from '~/components/administration/above';
import { pagesDesk } from '~/domains/pages/index.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { portalPages } from '~/i18n/portal-pages';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const pages = await load(args, () => pagesDesk(ctx));
  return { pages, title: textIn(ctx.locale, portalPages)('desk') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function PagesDesk() {
  const { title } = useLoaderData<typeof loader>();
  const t = useText(portalPages);
  return (
    <>
      <PageHeader
        above={<AboveAdministration />}
        title={title}
        lead={t('desk-lead')}
        actions={
          <LinkButton to={paths.newGuide} icon="plus">
            {t('desk-new')}
          </LinkButton>
        }
      />
      <Pages />
    </>
  );
}

function Pages() {
  const { pages, title } = useLoaderData<typeof loader>();
  const t = useText(portalPages);
  return (
    <Table
      caption={title}
      captionHidden
      rows={pages}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'page',
          header: t('desk-page'),
          cell: (row) => <Link to={paths.editPage(row.id)}>{row.title}</Link>,
        },
        { key: 'address', header: t('desk-address'), cell: (row) => paths.page(row.id) },
        {
          key: 'standing',
          header: t('desk-standing'),
          cell: (row) => (
            <StatusBadge tone={row.standing === 'published' ? 'success' : 'neutral'}>
              {t(`standing.${row.standing}`)}
            </StatusBadge>
          ),
        },
        {
          key: 'saved',
          header: t('desk-saved'),
          cell: (row) => row.savedAt && <Time value={row.savedAt} />,
        },
      ]}
    />
  );
}
