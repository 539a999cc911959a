import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SecondStep } from '~/components/account/second-step';
import { Button, Field, Form, PageHeader, TextInput } from '~/components/ui';
import { signInAtCounter } from '~/domains/identity/index.server';
import { signInByCodeSchema } from '~/domains/identity/schema';
import { contextOf } from '~/http/actor.server';
import { runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { goOnByPassword } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { counter } from '~/i18n/counter';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

/** The code of a QR code is filled in: opening the page uses nothing up. */
export function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  if (ctx.actor.kind === 'person') throw redirect(paths.account);
  const code = new URL(args.request.url).searchParams.get('code') ?? '';
  return { code: code.slice(0, 40), title: textIn(ctx.locale, counter)('use-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  return runForm(args, signInByCodeSchema, async (input) => {
    const personId = await args.context.attempts.guess(null, () => signInAtCounter(ctx, input));
    const message = textIn(ctx.locale, counter)('flash');
    return goOnByPassword(args, personId, { path: paths.mine, message });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function SignInByCode() {
  const { code, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(counter);
  const i = useText(identity);
  if (outcome && 'half' in outcome)
    return <SecondStep half={outcome.half} asks={outcome.asks} next={outcome.next} />;
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('use-lead')} />
      <Form state={outcome?.form} initial={{ code }}>
        <Field name="code" label={t('code')} required>
          <TextInput maxLength={40} autoComplete="off" spellCheck={false} />
        </Field>
        <Field name="password" label={t('password')} hint={`${t('password-hint')} ${i('new-password-hint')}`}>
          <TextInput type="password" autoComplete="new-password" />
        </Field>
        <div className="form-actions">
          <Button size="large">{t('use')}</Button>
        </div>
      </Form>
    </div>
  );
}
