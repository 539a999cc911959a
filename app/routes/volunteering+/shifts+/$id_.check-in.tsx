import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  Button,
  Checkbox,
  Field,
  Form,
  Notice,
  PageHeader,
  TextInput,
  Time,
  TimeSpan,
} from '~/components/ui';
import { checkIn, checkOut } from '~/domains/volunteering/attendance/check-in.server';
import { checkInPage } from '~/domains/volunteering/attendance/check-in-page.query.server';
import { codeSchema } from '~/domains/volunteering/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => checkInPage(ctx, args.params.id ?? ''));
  const given = new URL(args.request.url).searchParams.get('code') ?? '';
  return {
    ...page,
    code: /^\d{6}$/.test(given) ? given : '',
    title: textIn(ctx.locale, volunteerDesk)('check-in-title'),
  };
}

const arriving = codeSchema.extend({ walkIn: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const d = textIn(ctx.locale, volunteerDesk);
  const { attempts } = args.context;
  const guess = (act: () => Promise<void>) => attempts.guessCode(`check-in:${id}:${ctx.actor.personId}`, act);
  const back = async (message: string) =>
    redirect(paths.checkIn(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'check-in':
      return runForm(args, arriving, async ({ code, walkIn }) => {
        await guess(() => checkIn(ctx, id, { code, walkIn: walkIn === 'on' }));
        return back(d('flash-in'));
      });
    case 'check-out':
      return runForm(args, codeSchema, async ({ code }) => {
        await guess(() => checkOut(ctx, id, code));
        return back(d('flash-out'));
      });
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CheckIn() {
  const { shift, opportunity, mine, code } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const t = useText(volunteerDesk);
  const intent = mine?.checkedInAt ? 'check-out' : 'check-in';
  return (
    <>
      <PageHeader
        title={t('check-in-title')}
        lead={<Link to={paths.opportunity(opportunity.id)}>{opportunity.title}</Link>}
        meta={<TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />}
      />
      {mine?.checkedInAt && (
        <Notice kind="success">
          {t('checked-in')}
          <Time value={mine.checkedInAt} />
          {mine.checkedOutAt && (
            <>
              {' '}
              {t('checked-out')}
              <Time value={mine.checkedOutAt} />
            </>
          )}
        </Notice>
      )}
      {!mine?.checkedOutAt && (
        <Form intent={intent} state={state} initial={{ code }}>
          <p>{t('check-in-lead')}</p>
          <Field name="code" label={t('code')} required>
            <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Field>
          {intent === 'check-in' && !mine && <Checkbox name="walkIn" label={t('walk-in-box')} />}
          <Button size="large">{t(intent)}</Button>
        </Form>
      )}
    </>
  );
}
