import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button, Form, Notice, PageHeader, Section, Time } from '~/components/ui';
import {
  calendarKinds,
  endShiftCalendar,
  renewShiftCalendar,
  shiftCalendarsOf,
} from '~/domains/volunteering/calendar/calendar-link.server';
import { organisedBy } from '~/domains/volunteering/desk/desk.query.server';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return {
    made: await shiftCalendarsOf(ctx),
    organises: organisedBy(ctx.actor).length > 0,
    title: textIn(ctx.locale, volunteerDesk)('calendar-title'),
  };
}

const kindSchema = z.object({ kind: z.enum(calendarKinds) });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  switch ((await readForm(args.request)).get('intent')) {
    case 'renew':
      return runForm(args, kindSchema, async ({ kind }) => ({
        kind,
        address: ctx.configuration.publicUrl + paths.shiftCalendar(await renewShiftCalendar(ctx, kind)),
      }));
    case 'end':
      return runForm(args, kindSchema, async ({ kind }) => {
        await endShiftCalendar(ctx, kind);
        const message = textIn(ctx.locale, volunteerDesk)('flash-ended');
        return redirect(paths.volunteerCalendars, {
          headers: { 'Set-Cookie': await flash(args, message) },
        });
      });
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Calendars() {
  const { organises } = useLoaderData<typeof loader>();
  const d = useText(volunteerDesk);
  return (
    <>
      <PageHeader title={d('calendar-title')} lead={d('calendar-lead')} />
      <OneCalendar kind="own" title={d('calendar-own')} />
      {organises && <OneCalendar kind="organised" title={d('calendar-organised')} />}
    </>
  );
}

function OneCalendar({ kind, title }: { kind: 'own' | 'organised'; title: string }) {
  const { made } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const d = useText(volunteerDesk);
  const address = outcome && 'address' in outcome && outcome.kind === kind ? outcome.address : null;
  const since = made[kind];
  return (
    <Section title={title}>
      {address && (
        <Notice kind="success">
          <p>{d('calendar-once')}</p>
          <p>
            <code className="shown-secret">{address}</code>
          </p>
        </Notice>
      )}
      {since && (
        <p>
          {d('calendar-made')} <Time value={since} />
        </p>
      )}
      <div className="form-actions">
        <Form intent="renew" hidden={{ kind }}>
          <Button variant={since ? 'secondary' : 'primary'}>
            {d(since ? 'calendar-renew' : 'calendar-new')}
          </Button>
        </Form>
        {since && (
          <Form intent="end" hidden={{ kind }}>
            <Button variant="quiet">{d('calendar-end')}</Button>
          </Form>
        )}
      </div>
    </Section>
  );
}
