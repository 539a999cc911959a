import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Checkbox, Field, Form, PageHeader, TextInput } from '~/components/ui';
import { ensure } from '~/domains/domain-error';
import { confirmIdentityAtCounter } from '~/domains/identity/index.server';
import { counterIdentitySchema } from '~/domains/identity/real-names/schema';
import { mayOpenCounter } from '~/domains/identity/policy';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { realName } from '~/i18n/real-name';
import { useText } from '~/i18n/use-text';
import { identityCounterPath } from '~/paths-account';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  await load(args, async () => ensure(mayOpenCounter(ctx.actor)));
  return { title: textIn(ctx.locale, realName)('counter-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, counterIdentitySchema, async (input) => {
    // Whoever tries numbers, or addresses, is stopped as who guesses.
    await args.context.attempts.guessCode(`identity:${ctx.actor.personId}`, () =>
      confirmIdentityAtCounter(ctx, input),
    );
    const words = textIn(ctx.locale, realName)('counter-flash');
    return redirect(identityCounterPath, { headers: { 'Set-Cookie': await flash(args, words) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CounterIdentities() {
  const { title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(realName);
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('counter-lead')} />
      <Form state={outcome?.form}>
        <Field name="email" label={t('counter-email')} required>
          <TextInput type="email" autoComplete="off" />
        </Field>
        <Field name="name" label={t('counter-name')} required>
          <TextInput autoComplete="off" maxLength={60} />
        </Field>
        <Field name="number" label={t('counter-number')} hint={t('counter-number-hint')} required>
          <TextInput autoComplete="off" maxLength={60} />
        </Field>
        <Field name="seen" label={t('counter-seen')} hint={t('counter-seen-hint')} required>
          <TextInput autoComplete="off" maxLength={200} />
        </Field>
        <Field name="guardian" label={t('counter-guardian')}>
          <TextInput autoComplete="off" maxLength={60} />
        </Field>
        <Checkbox name="consent" value="yes" label={t('counter-consent')} />
        <Button>{t('counter-submit')}</Button>
      </Form>
    </div>
  );
}
