import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  Card,
  CardList,
  EmptyState,
  FilterArea,
  FilterBar,
  LinkButton,
  PageHeader,
  Pagination,
  Time,
} from '~/components/ui';
import { AgreementState } from '~/components/agreements/agreement-state';
import { listAgreements } from '~/domains/agreements/agreement.query.server';
import { mayDraftAgreement } from '~/domains/agreements/policy';
import { organisationNames } from '~/domains/organisations/index.server';
import { areaNames, areaTree } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = new URL(args.request.url).searchParams;
  const page = await listAgreements(ctx, {
    areaId: asked.get('area') || undefined,
    cursor: asked.get('cursor') || undefined,
  });
  const [areas, names, organisations] = await Promise.all([
    areaTree(ctx),
    areaNames(
      ctx,
      page.items.map((item) => item.areaId),
    ),
    organisationNames(
      ctx,
      page.items.flatMap((item) => item.parties.map((party) => party.organisationId)),
    ),
  ]);
  const title = textIn(ctx.locale, agreements)('title');
  const mayDraft = mayDraftAgreement(ctx.actor).allowed;
  return data(
    { ...page, areas, names, organisations, mayDraft, title },
    { headers: { 'X-Cache-Topics': 'agreements,areas' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Agreements() {
  const { items, next, areas, names, organisations, mayDraft } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={mayDraft ? <LinkButton to={paths.newAgreement}>{t('new')}</LinkButton> : undefined}
      />
      <FilterBar>
        <FilterArea areas={areas} />
      </FilterBar>
      {items.length === 0 ? (
        <EmptyState
          title={t('empty-title')}
          action={
            <LinkButton variant="secondary" to={paths.proposals}>
              {t('see-proposals')}
            </LinkButton>
          }
        >
          {t('empty-body')}
        </EmptyState>
      ) : (
        <CardList label={t('title')}>
          {items.map((item) => (
            <Card
              key={item.id}
              headingLevel={2}
              title={item.title}
              to={paths.agreement(item.id)}
              badges={<AgreementState state={item.state} />}
              meta={
                <>
                  <span>{names[item.areaId]}</span>
                  {item.inForceAt && (
                    <span>
                      {t('in-force-at')} <Time value={item.inForceAt} format="date" />
                    </span>
                  )}
                </>
              }
            >
              {item.parties.map((party) => organisations[party.organisationId]).join(' · ')}
            </Card>
          ))}
        </CardList>
      )}
      <Pagination next={next} />
    </>
  );
}
