import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, PageHeader, TextArea } from '~/components/ui';
import { AgreementFields } from '~/components/agreements/agreement-fields';
import { OwnRight } from '~/components/agreements/drafting-rights';
import { editedAgreement } from '~/domains/agreements/agreement-page.query.server';
import { editAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { mostObligations } from '~/domains/agreements/rules/obligation-rows';
import { templateNames } from '~/domains/agreements/rules/templates';
import { agreementSchema } from '~/domains/agreements/schema';
import { organisationChoices } from '~/domains/organisations/index.server';
import { organisationProposals } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

const emptyRows = 3;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const draft = await load(args, () => editedAgreement(ctx, args.params.id ?? ''));
  const { areaId, proposalId, parties, fields: initial, revision, drafting } = draft;
  const [areas, organisations, proposals] = await Promise.all([
    areaChoices(ctx, { chosen: [areaId] }),
    organisationChoices(ctx, { chosen: parties.map(({ id }) => id) }),
    organisationProposals(ctx, { areaId, held: proposalId }),
  ]);
  return {
    areas,
    organisations,
    proposals,
    templates: templateNames,
    rows: Math.min(mostObligations, draft.rows + emptyRows),
    initial,
    revision,
    drafting,
    title: textIn(ctx.locale, agreements)('edit'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, agreementSchema, async (input) => {
    const edited = await editAgreement(ctx, id, input);
    const message = textIn(
      ctx.locale,
      agreements,
    )(edited === 'saved' ? 'flash-edited' : 'flash-edit-proposed');
    return redirect(paths.agreement(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function EditAgreement() {
  const { initial, revision, title, drafting, ...choices } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(agreements);
  return (
    <>
      <PageHeader title={title} />
      <OwnRight drafting={drafting} />
      <Form state={outcome?.form} initial={initial} revision={revision}>
        <AgreementFields {...choices} />
        <Field name="why" label={t('form.why')} hint={t('form.why-hint')}>
          <TextArea rows={2} maximum={2000} />
        </Field>
        <Button size="large">{t('form.submit')}</Button>
      </Form>
    </>
  );
}
