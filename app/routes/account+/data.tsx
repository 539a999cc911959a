import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton, PageHeader, Section, Table, Time } from '~/components/ui';
import { ConsentList } from '~/components/account/consent-list';
import { heldOverview } from '~/domains/held-overview.query.server';
import { consentToMails, ownConsents, withdrawConsent } from '~/domains/identity/index.server';
import { withdrawConsentSchema } from '~/domains/identity/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runAction, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { consents } from '~/i18n/consents';
import { held } from '~/i18n/held';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const allReadings = new URL(args.request.url).searchParams.get('readings') === 'all';
  const [choices, { tables, readings, moreReadings }] = await Promise.all([
    ownConsents(ctx),
    heldOverview(ctx, { allReadings }),
  ]);
  const t = textIn(ctx.locale, consents);
  const h = textIn(ctx.locale, held);
  const rows = tables.map(({ model, count, term }) => ({
    what: hasKey(held, model) ? h(model) : model,
    count,
    term: t(`term.${term.kept}`, term.kept === 'days' ? { days: term.days } : {}),
  }));
  return { choices, rows, readings, more: moreReadings && !allReadings, title: t('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const done = async () => {
    const words = textIn(ctx.locale, consents)('flash');
    return redirect(paths.heldData, { headers: { 'Set-Cookie': await flash(args, words) } });
  };
  if ((await readForm(args.request)).get('intent') === 'consent-to-mails')
    return runAction(args, () => consentToMails(ctx).then(done));
  return runForm(args, withdrawConsentSchema, ({ purpose }) => withdrawConsent(ctx, purpose).then(done));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function HeldData() {
  const { choices, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(consents);
  return (
    <div className="stack">
      <PageHeader title={title} lead={t('lead')} />
      <Section title={t('consents-title')}>
        <ConsentList consents={choices} state={outcome?.form} />
      </Section>
      <Held />
      <Readings />
      <Section title={t('take-title')}>
        <div className="form-actions">
          <LinkButton variant="secondary" to={paths.readableOwnData}>
            {t('readable')}
          </LinkButton>
          <LinkButton variant="secondary" to={paths.ownData} reloadDocument>
            {t('json')}
          </LinkButton>
          <LinkButton variant="quiet" to={paths.account}>
            {t('erase')}
          </LinkButton>
        </div>
      </Section>
    </div>
  );
}

function Held() {
  const { rows } = useLoaderData<typeof loader>();
  const t = useText(consents);
  return (
    <Section title={t('held-title')}>
      <Table
        caption={t('held-title')}
        rows={rows}
        rowKey={(row) => row.what}
        columns={[
          { key: 'what', header: t('held-what'), cell: (row) => row.what },
          { key: 'count', header: t('held-count'), cell: (row) => row.count },
          { key: 'term', header: t('held-term'), cell: (row) => row.term },
        ]}
      />
    </Section>
  );
}

function Readings() {
  const { readings, more } = useLoaderData<typeof loader>();
  const t = useText(consents);
  return (
    <Section title={t('readings-title')}>
      <Table
        caption={t('readings-title')}
        rows={readings}
        rowKey={(row) => row.id}
        empty={t('readings-none')}
        columns={[
          { key: 'at', header: t('readings-at'), cell: (row) => <Time value={row.at} /> },
          { key: 'by', header: t('readings-by'), cell: (row) => row.by },
          { key: 'why', header: t('readings-why'), cell: (row) => row.reason || t('readings-unsaid') },
        ]}
      />
      {more && (
        <p>
          <Link to="?readings=all">{t('readings-all')}</Link>
        </p>
      )}
    </Section>
  );
}
