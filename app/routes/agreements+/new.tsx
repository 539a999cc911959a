import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, LinkButton, Notice, PageHeader, Section } from '~/components/ui';
import { AgreementFields } from '~/components/agreements/agreement-fields';
import { draftAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { agreementSchema } from '~/domains/agreements/schema';
import { templateNames } from '~/domains/agreements/rules/templates';
import { organisationChoices } from '~/domains/organisations/index.server';
import { organisationProposals } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { agreementPaper } from '~/i18n/agreement-paper';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { reasons } from '~/i18n/reasons';
import { useText } from '~/i18n/use-text';

const emptyRows = 4;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { actingFor } = ctx.actor;
  const { searchParams } = new URL(args.request.url);
  const held = searchParams.get('proposal');
  const [areas, organisations, proposals] = await Promise.all([
    areaChoices(ctx, { chosen: [actingFor?.areaId] }),
    organisationChoices(ctx, { chosen: actingFor ? [actingFor.organisationId] : [] }),
    actingFor ? organisationProposals(ctx, { areaId: actingFor.areaId, held }) : [],
  ]);
  const proposalId = proposals.find(({ id }) => id === held)?.id ?? '';
  const template = templateNames.find((name) => name === searchParams.get('template'));
  const initial = {
    areaId: actingFor?.areaId ?? '',
    partyIds: actingFor ? [actingFor.organisationId] : [],
    proposalId,
    template: template ?? '',
    body: template ? textIn(ctx.locale, agreementPaper)(`template-text.${template}`) : '',
    signingOrder: 'parallel',
    signDays: '30',
  };
  const title = textIn(ctx.locale, agreements)('new');
  const choices = { areas, organisations, proposals, templates: templateNames, rows: emptyRows };
  return { ...choices, initial, organisation: actingFor?.name ?? null, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, agreementSchema, async (input) => {
    const id = await draftAgreement(ctx, input);
    const message = textIn(ctx.locale, agreements)('flash-drafted');
    return redirect(paths.agreement(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** With scripts, too, the page is loaded anew: the form is filled by the template. */
const fromTemplate = (name: string, proposalId: string) =>
  `${paths.newAgreement}?${new URLSearchParams({ template: name, ...(proposalId ? { proposal: proposalId } : {}) }).toString()}`;

export default function NewAgreement() {
  const { organisation, initial, ...choices } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(agreements);
  const r = useText(reasons);
  const i = useText(identity);
  if (organisation === null) {
    return (
      <>
        <PageHeader title={t('new')} />
        <Notice kind="warning">{r('agreements.act-for-organisation')}</Notice>
        <LinkButton to={paths.actFor}>{i('account.act-for')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('new')} lead={t('form.for', { name: organisation })} />
      <Section title={t('templates')}>
        <div className="form-actions">
          {choices.templates.map((name) => (
            <LinkButton
              key={name}
              variant="quiet"
              size="small"
              to={fromTemplate(name, initial.proposalId)}
              reloadDocument
            >
              {t(`template.${name}`)}
            </LinkButton>
          ))}
        </div>
      </Section>
      <Form state={outcome?.form} initial={initial}>
        <AgreementFields {...choices} />
        <Button size="large">{t('form.submit')}</Button>
      </Form>
    </>
  );
}
