import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { MeetingFields } from '~/components/ballots/meeting-fields';
import { Button, Form, PageHeader } from '~/components/ui';
import { recordMeetingSchema } from '~/domains/ballots/organising/meeting';
import { recordedMeeting, recordMeeting } from '~/domains/ballots/organising/record-meeting.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { statutoryRecord } from '~/i18n/statutory-record';
import { useText } from '~/i18n/use-text';

/** For those who lead a ballot: what its statutory record says of the meeting, until it is counted. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const ballot = await load(args, () => recordedMeeting(ctx, args.params.id ?? ''));
  return { ...ballot, heading: textIn(ctx.locale, statutoryRecord)('complete-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, recordMeetingSchema, async (input) => {
    await recordMeeting(ctx, id, input);
    const done = await flash(args, textIn(ctx.locale, statutoryRecord)('flash-recorded'));
    return redirect(`${paths.ballot(id)}#record`, { headers: { 'Set-Cookie': done } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.heading, page?.title);

export default function MeetingOfBallot() {
  const { id, title, heading, values } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(statutoryRecord);
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(id)}>{title}</Link>}
        title={heading}
        lead={t('complete-description')}
      />
      <Form initial={values} {...(outcome && 'form' in outcome ? { state: outcome.form } : {})}>
        <MeetingFields />
        <Button>{t('complete-confirm')}</Button>
      </Form>
    </>
  );
}
