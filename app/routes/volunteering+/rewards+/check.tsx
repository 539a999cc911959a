import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, PageHeader, TextInput } from '~/components/ui';
import { handOverReward } from '~/domains/volunteering/rewards/hand-over.server';
import { handOverSchema } from '~/domains/volunteering/rewards/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerRewards } from '~/i18n/volunteer-rewards';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const given = new URL(args.request.url).searchParams.get('code') ?? '';
  return {
    code: /^[0-9A-Za-z]{4,20}$/.test(given) ? given : '',
    title: textIn(ctx.locale, volunteerRewards)('check-title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const { attempts } = args.context;
  return runForm(args, handOverSchema, async ({ code }) => {
    const done = await attempts.guessCode(`reward:${ctx.actor.personId}`, () => handOverReward(ctx, code));
    const message = textIn(ctx.locale, volunteerRewards)('flash-checked', done);
    return redirect(paths.handOverReward, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** At the counter: the volunteer's code is checked off, once. */
export default function CheckOff() {
  const { code, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(volunteerRewards);
  return (
    <>
      <PageHeader above={<Link to={paths.rewards}>{t('title')}</Link>} title={title} lead={t('check-lead')} />
      <Form state={outcome?.form} initial={{ code }}>
        <Field name="code" label={t('code')} hint={t('code-hint')} required>
          <TextInput autoComplete="off" autoCapitalize="characters" maxLength={20} />
        </Field>
        <Button size="large">{t('check')}</Button>
      </Form>
    </>
  );
}
