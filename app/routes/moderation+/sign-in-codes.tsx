import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Field, Form, Notice, PageHeader, QrCode, TextInput } from '~/components/ui';
import { ensure } from '~/domains/domain-error';
import { counterSignInMinutes, giveSignIn } from '~/domains/identity/index.server';
import { counterCodeSchema } from '~/domains/identity/passkeys/schema';
import { mayOpenCounter } from '~/domains/identity/policy';
import { requirePerson } from '~/http/actor.server';
import { load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { counter } from '~/i18n/counter';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import { qrSquares } from '~/platform/qr/qr-code.server';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  await load(args, async () => ensure(mayOpenCounter(ctx.actor)));
  return { minutes: counterSignInMinutes, title: textIn(ctx.locale, counter)('give-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, counterCodeSchema, async (input) => {
    const code = await giveSignIn(ctx, input);
    const { publicUrl } = ctx.configuration;
    return {
      code,
      address: publicUrl + paths.signInByCode(),
      qr: qrSquares(publicUrl + paths.signInByCode(code)),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function GiveSignIn() {
  const { title, minutes } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(counter);
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('give-lead', { minutes })} />
      {outcome && 'code' in outcome && (
        <Notice kind="success" title={t('given')}>
          <p>{t('given-how', { address: outcome.address, minutes })}</p>
          <p>
            <code className="shown-secret">{outcome.code}</code>
          </p>
          <QrCode {...outcome.qr} label={t('given-qr')} />
        </Notice>
      )}
      <Form {...(outcome && 'form' in outcome && { state: outcome.form })}>
        <Field name="email" label={t('email')} required>
          <TextInput type="email" autoComplete="off" />
        </Field>
        <Field name="seen" label={t('seen')} hint={t('seen-hint')} required>
          <TextInput autoComplete="off" maxLength={200} />
        </Field>
        <Button>{t('give')}</Button>
      </Form>
    </div>
  );
}
