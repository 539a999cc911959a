import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button, Form, PageHeader } from '~/components/ui';
import { OpportunityFields } from '~/components/volunteering/opportunity-fields';
import { organisationProposals } from '~/domains/proposals/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import {
  editOpportunity,
  opportunityToEdit,
} from '~/domains/volunteering/activities/edit-opportunity.server';
import { opportunitySchema } from '~/domains/volunteering/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => opportunityToEdit(ctx, args.params.id ?? ''));
  const { areaId, proposalId } = page.opportunity;
  const [areas, proposals] = await Promise.all([
    areaChoices(ctx, { chosen: [areaId] }),
    organisationProposals(ctx, { areaId, held: proposalId }),
  ]);
  return { ...page, areas, proposals, title: textIn(ctx.locale, volunteerDesk)('edit-title') };
}

const revisionSchema = z.string().max(100).optional();

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const schema = z.intersection(opportunitySchema, z.object({ revision: revisionSchema }));
  return runForm(args, schema, async (input) => {
    await editOpportunity(ctx, id, input);
    const message = textIn(ctx.locale, volunteerDesk)('flash-saved');
    return redirect(paths.opportunity(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function EditOpportunity() {
  const { areas, proposals, contacts, fields, revision } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const d = useText(volunteerDesk);
  return (
    <>
      <PageHeader title={d('edit-title')} lead={d('edit-lead')} />
      <Form state={outcome?.form} initial={fields} revision={revision}>
        <OpportunityFields areas={areas} proposals={proposals} contacts={contacts} />
        <Button size="large">{d('save')}</Button>
      </Form>
    </>
  );
}
