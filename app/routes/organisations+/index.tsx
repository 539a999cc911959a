import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  Card,
  FilterArea,
  FilterBar,
  FilterQuery,
  FilterSelect,
  LinkButton,
  PageHeader,
  PagedList,
  StatusBadge,
} from '~/components/ui';
import { organisationKinds } from '~/domains/actor';
import { listOrganisations } from '~/domains/organisations/organisation.query.server';
import { contextOf } from '~/http/actor.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = listAsked(args);
  const { areaId, cursor, words: query } = asked;
  const kind = asked.one('kind', organisationKinds);
  return listAnswer(args, {
    page: await listOrganisations(ctx, { areaId, cursor, query, kind }),
    title: textIn(ctx.locale, community)('organisations.title'),
    topics: 'organisations,areas',
    more: {},
  });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Organisations() {
  const { items, next, areas, names } = useLoaderData<typeof loader>();
  const t = useText(community);
  const kindName = (kind: string) => {
    const key = `kind.${kind}`;
    return hasKey(community, key) ? t(key) : kind;
  };
  return (
    <>
      <PageHeader
        title={t('organisations.title')}
        lead={t('organisations.lead')}
        actions={
          <LinkButton variant="secondary" to={paths.newOrganisation}>
            {t('organisations.new')}
          </LinkButton>
        }
      />
      <FilterBar>
        <FilterQuery />
        <FilterArea areas={areas} />
        <FilterSelect
          name="kind"
          label={t('kind')}
          options={organisationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </FilterBar>
      <PagedList
        grid
        label={t('organisations.title')}
        {...{ items, next }}
        empty={{
          title: t('organisations.empty-title'),
          text: t('organisations.empty-body'),
          action: (
            <LinkButton variant="secondary" to={paths.newOrganisation}>
              {t('organisations.new')}
            </LinkButton>
          ),
        }}
      >
        {(item) => (
          <Card
            key={item.id}
            headingLevel={2}
            title={item.name}
            to={paths.organisation(item.id)}
            badges={<StatusBadge>{kindName(item.kind)}</StatusBadge>}
            meta={<span>{names[item.areaId]}</span>}
          >
            {item.about}
          </Card>
        )}
      </PagedList>
    </>
  );
}
