import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, PageHeader } from '~/components/ui';
import { QuorumField, TimeAndPlaceFields } from '~/components/meetings/meeting-fields';
import { changeMeeting } from '~/domains/meetings/change-meeting.server';
import { ledMeeting } from '~/domains/meetings/meeting.query.server';
import { changeMeetingSchema } from '~/domains/meetings/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { fields, revisions } = await load(args, () => ledMeeting(ctx, args.params.id ?? ''));
  return { fields, revision: revisions.fields, title: textIn(ctx.locale, meetings)('edit') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, changeMeetingSchema, async (input) => {
    await changeMeeting(ctx, id, input);
    const message = textIn(ctx.locale, meetings)('flash-changed');
    return redirect(paths.meeting(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function EditMeeting() {
  const { fields, revision, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(meetings);
  return (
    <>
      <PageHeader title={title} lead={t('edit-lead')} />
      <Form state={outcome?.form} initial={fields} revision={revision}>
        <TimeAndPlaceFields />
        <QuorumField />
        <Button size="large">{t('save')}</Button>
      </Form>
    </>
  );
}
