import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button, ConfirmForm, Form, Notice, PageHeader, Time } from '~/components/ui';
import {
  calendarLinkOf,
  endCalendarLink,
  mayHaveCalendar,
  renewCalendarLink,
} from '~/domains/bridges/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const title = textIn(ctx.locale, bridges)('calendar-title');
  return { madeAt: await calendarLinkOf(ctx), offered: mayHaveCalendar(ctx.actor), title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const { publicUrl } = ctx.configuration;
  switch ((await readForm(args.request)).get('intent')) {
    case 'renew':
      return runForm(args, z.object({}), async () => ({
        address: publicUrl + paths.calendar(await renewCalendarLink(ctx)),
      }));
    case 'end':
      return runForm(args, z.object({}), async () => {
        await endCalendarLink(ctx);
        const message = textIn(ctx.locale, bridges)('flash-done');
        return redirect(paths.calendarLink, { headers: { 'Set-Cookie': await flash(args, message) } });
      });
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CalendarLink() {
  const { madeAt, offered } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const address = outcome && 'address' in outcome ? outcome.address : null;
  return (
    <>
      <PageHeader title={t('calendar-title')} lead={t('calendar-lead')} />
      {address && (
        <Notice kind="success" title={t('shown-once')}>
          <p>{t('calendar-address')}</p>
          <p>
            <code className="shown-secret">{address}</code>
          </p>
        </Notice>
      )}
      {madeAt ? (
        <>
          <p>
            {t('calendar-has')} <Time value={madeAt} />
          </p>
          <div className="form-actions">
            <ConfirmForm
              intent="renew"
              trigger={t('calendar-renew')}
              title={t('calendar-renew-title')}
              description={<p>{t('calendar-renew-hint')}</p>}
              confirm={t('calendar-renew')}
            />
            <Form intent="end">
              <Button variant="quiet">{t('calendar-end')}</Button>
            </Form>
          </div>
        </>
      ) : offered ? (
        <Form intent="renew">
          <Button>{t('calendar-new')}</Button>
        </Form>
      ) : (
        <p>{t('calendar-none')}</p>
      )}
    </>
  );
}
