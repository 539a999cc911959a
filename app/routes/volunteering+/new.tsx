import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, LinkButton, Notice, PageHeader } from '~/components/ui';
import { newOpportunityFields, OpportunityFields } from '~/components/volunteering/opportunity-fields';
import { organisationProposals } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { contactChoices } from '~/domains/volunteering/activities/contact-person.server';
import { draftOpportunity } from '~/domains/volunteering/activities/keep-draft.server';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';
import { opportunitySchema } from '~/domains/volunteering/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { reasons } from '~/i18n/reasons';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { actingFor } = ctx.actor;
  const held = new URL(args.request.url).searchParams.get('proposal');
  const [areas, proposals, contacts] = await Promise.all([
    areaChoices(ctx, { chosen: [actingFor?.areaId] }),
    actingFor ? organisationProposals(ctx, { areaId: actingFor.areaId, held }) : [],
    actingFor ? contactChoices(ctx, actingFor.organisationId) : [],
  ]);
  const asked = proposals.find(({ id }) => id === held)?.id ?? '';
  const title = textIn(ctx.locale, volunteering)('new');
  return {
    areas,
    proposals,
    contacts,
    personId: ctx.actor.personId,
    asked,
    organisation: actingFor?.name ?? null,
    areaId: actingFor?.areaId ?? '',
    title,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const isDraft = (await readForm(args.request)).get('keep') === 'draft';
  return runForm(args, opportunitySchema, async (input) => {
    const id = isDraft ? await draftOpportunity(ctx, input) : await publishOpportunity(ctx, input);
    const message = isDraft
      ? textIn(ctx.locale, volunteerDesk)('flash-draft')
      : textIn(ctx.locale, volunteering)('flash-published');
    return redirect(paths.opportunity(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** What the form begins with: the area of the organisation, and whoever writes as contact person. */
const initialOf = ({ areaId, asked, personId }: { areaId: string; asked: string; personId: string }) => ({
  ...newOpportunityFields,
  ...{ areaId, proposalId: asked, contactId: personId },
});

export default function NewOpportunity() {
  const { areas, proposals, contacts, organisation, ...known } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  const r = useText(reasons);
  const i = useText(identity);
  if (organisation === null) {
    return (
      <>
        <PageHeader title={t('new')} />
        <Notice kind="warning">{r('volunteering.act-for-organisation')}</Notice>
        <LinkButton to={paths.actFor}>{i('account.act-for')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('new')} lead={t('form.for', { name: organisation })} />
      <Form state={outcome?.form} initial={initialOf(known)}>
        <OpportunityFields areas={areas} proposals={proposals} contacts={contacts} />
        <div className="form-actions">
          <Button size="large">{t('form.submit')}</Button>
          <Button size="large" variant="secondary" name="keep" value="draft">
            {d('save-draft')}
          </Button>
        </div>
      </Form>
    </>
  );
}
