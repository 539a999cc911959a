import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, Notice, PageHeader, TextInput } from '~/components/ui';
import { ensure } from '~/domains/domain-error';
import { counterCodeHours, giveRecoveryCode } from '~/domains/identity/index.server';
import { counterCodeSchema } from '~/domains/identity/passkeys/schema';
import { mayOpenCounter } from '~/domains/identity/policy';
import { requirePerson } from '~/http/actor.server';
import { load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { passkeys } from '~/i18n/passkeys';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  await load(args, async () => ensure(mayOpenCounter(ctx.actor)));
  return { hours: counterCodeHours, title: textIn(ctx.locale, passkeys)('counter-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, counterCodeSchema, async (input) => ({ code: await giveRecoveryCode(ctx, input) }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CounterCodes() {
  const { title, hours } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(passkeys);
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('counter-lead', { hours })} />
      {outcome && 'code' in outcome && (
        <Notice kind="success" title={t('counter-given')}>
          <p>
            <code className="shown-secret">{outcome.code}</code>
          </p>
        </Notice>
      )}
      <Form {...(outcome && 'form' in outcome && { state: outcome.form })}>
        <Field name="email" label={t('counter-email')} required>
          <TextInput type="email" autoComplete="off" />
        </Field>
        <Field name="seen" label={t('counter-seen')} hint={t('counter-seen-hint')} required>
          <TextInput autoComplete="off" maxLength={200} />
        </Field>
        <Button>{t('counter-submit')}</Button>
      </Form>
    </div>
  );
}
