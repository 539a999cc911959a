import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, LinkButton, Notice, PageHeader } from '~/components/ui';
import { MeetingFields } from '~/components/meetings/meeting-fields';
import { conveneMeeting } from '~/domains/meetings/convene-meeting.server';
import { mayConveneSomewhere } from '~/domains/meetings/policy';
import { meetingSchema } from '~/domains/meetings/schema';
import { organisationsAround } from '~/domains/organisations/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { meetings } from '~/i18n/meetings';
import { explain } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { actingFor, roles } = ctx.actor;
  const areaId = actingFor?.areaId ?? roles[0]?.areaId ?? '';
  const [areas, organisations] = await Promise.all([
    areaChoices(ctx, { chosen: [areaId] }),
    organisationsAround(ctx, areaId),
  ]);
  return {
    areas,
    organisations,
    initial: { areaId, isPublic: 'yes', kind: 'joint', repeat: 'none' },
    may: explain(ctx.locale, mayConveneSomewhere(ctx.actor)),
    organisation: actingFor?.name ?? null,
    title: textIn(ctx.locale, meetings)('new'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, meetingSchema, async (input) => {
    const id = await conveneMeeting(ctx, input);
    const message = textIn(ctx.locale, meetings)('flash-convened');
    return redirect(paths.meeting(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewMeeting() {
  const { areas, organisations, initial, may, organisation } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(meetings);
  const i = useText(identity);
  if (!may.allowed)
    return (
      <>
        <PageHeader title={t('new')} />
        <Notice kind="warning">{may.words}</Notice>
        <LinkButton to={paths.actFor}>{i('account.act-for')}</LinkButton>
      </>
    );
  return (
    <>
      <PageHeader
        title={t('new')}
        lead={organisation === null ? undefined : t('form.for', { name: organisation })}
      />
      <Form state={outcome?.form} initial={initial}>
        <MeetingFields {...{ areas, organisations }} />
        <Button size="large">{t('form.submit')}</Button>
      </Form>
    </>
  );
}
