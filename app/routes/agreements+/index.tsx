import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Card, FilterArea, FilterBar, LinkButton, PageHeader, PagedList, Time } from '~/components/ui';
import { AgreementState } from '~/components/agreements/agreement-state';
import { listAgreements } from '~/domains/agreements/agreement.query.server';
import { mayDraftAgreement } from '~/domains/agreements/policy';
import { organisationNames } from '~/domains/organisations/index.server';
import { contextOf } from '~/http/actor.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { feedLink, pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { areaId, cursor } = listAsked(args);
  const page = await listAgreements(ctx, { areaId, cursor });
  const organisations = await organisationNames(
    ctx,
    page.items.flatMap((item) => item.parties.map((party) => party.organisationId)),
  );
  return listAnswer(args, {
    page,
    title: textIn(ctx.locale, agreements)('title'),
    topics: 'agreements,areas',
    more: { organisations, mayDraft: mayDraftAgreement(ctx.actor).allowed },
  });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  feedLink('agreements'),
];

export default function Agreements() {
  const { items, next, areas, names, organisations, mayDraft } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<Actions mayDraft={mayDraft} />} />
      <FilterBar>
        <FilterArea areas={areas} />
      </FilterBar>
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{
          title: t('empty-title'),
          text: t('empty-body'),
          action: (
            <LinkButton variant="secondary" to={paths.proposals}>
              {t('see-proposals')}
            </LinkButton>
          ),
        }}
      >
        {(item) => (
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
        )}
      </PagedList>
    </>
  );
}

function Actions({ mayDraft }: { mayDraft: boolean }) {
  const t = useText(agreements);
  return (
    <>
      {mayDraft && <LinkButton to={paths.newAgreement}>{t('new')}</LinkButton>}
      <LinkButton variant="quiet" size="small" to={paths.subsidies}>
        {t('subsidies')}
      </LinkButton>
      <LinkButton variant="quiet" size="small" to={paths.checkAgreement}>
        {t('check')}
      </LinkButton>
    </>
  );
}
