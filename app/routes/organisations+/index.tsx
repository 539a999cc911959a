import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  Card,
  CardList,
  EmptyState,
  FilterArea,
  FilterBar,
  FilterQuery,
  FilterSelect,
  LinkButton,
  PageHeader,
  StatusBadge,
} from '~/components/ui';
import { organisationKinds } from '~/domains/actor';
import { listOrganisations } from '~/domains/organisations/organisation.query.server';
import { areaNames, areaTree } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = new URL(args.request.url).searchParams;
  const items = await listOrganisations(ctx, {
    areaId: asked.get('area') || undefined,
    kind: organisationKinds.find((kind) => kind === asked.get('kind')),
    query: asked.get('q')?.slice(0, 60) || undefined,
  });
  const [areas, names] = await Promise.all([
    areaTree(ctx),
    areaNames(
      ctx,
      items.map((item) => item.areaId),
    ),
  ]);
  const title = textIn(ctx.locale, community)('organisations.title');
  return data({ items, areas, names, title }, { headers: { 'X-Cache-Topics': 'organisations,areas' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Organisations() {
  const { items, areas, names } = useLoaderData<typeof loader>();
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
      {items.length === 0 ? (
        <EmptyState
          title={t('organisations.empty-title')}
          action={
            <LinkButton variant="secondary" to={paths.newOrganisation}>
              {t('organisations.new')}
            </LinkButton>
          }
        >
          {t('organisations.empty-body')}
        </EmptyState>
      ) : (
        <CardList grid label={t('organisations.title')}>
          {items.map((item) => (
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
          ))}
        </CardList>
      )}
    </>
  );
}
