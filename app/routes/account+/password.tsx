import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Button, Field, Form, PageHeader, TextInput } from '~/components/ui';
import { changePassword, confirmOwnPassword } from '~/domains/identity/index.server';
import { passwordSchema } from '~/domains/identity/schema';
import { requirePerson } from '~/http/actor.server';
import { runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { goOnAs } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  return { title: textIn(requirePerson(args).locale, identity)('password.title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, passwordSchema, async ({ password, newPassword }) => {
    const { personId } = ctx.actor;
    await args.context.attempts.guess(personId, () => confirmOwnPassword(ctx, password));
    await changePassword(ctx, { personId, password: newPassword });
    const message = textIn(ctx.locale, identity)('password.flash');
    return goOnAs(args, personId, { path: paths.account, message });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Password() {
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  return (
    <div className="narrow stack">
      <PageHeader title={t('password.title')} />
      <Form state={outcome?.form}>
        <Field name="password" label={t('current-password')} required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <Field name="newPassword" label={t('new-password')} hint={t('new-password-hint')} required>
          <TextInput type="password" autoComplete="new-password" />
        </Field>
        <Button>{t('account.save')}</Button>
      </Form>
    </div>
  );
}
