import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Button, Field, Form, LinkButton, PageHeader, TextInput } from '~/components/ui';
import { SecondStep } from '~/components/account/second-step';
import { resetPassword } from '~/domains/identity/index.server';
import { resetSchema } from '~/domains/identity/schema';
import { contextOf } from '~/http/actor.server';
import { runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { goOnByPassword } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  return { title: textIn(contextOf(args).locale, identity)('reset.title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  return runForm(args, resetSchema, async ({ password }) => {
    const personId = await args.context.attempts.guess(null, () =>
      resetPassword(ctx, args.params.token ?? '', password),
    );
    const message = textIn(ctx.locale, identity)('reset.flash');
    return goOnByPassword(args, personId, { path: paths.home, message });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ResetPassword() {
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  if (outcome && 'half' in outcome)
    return <SecondStep half={outcome.half} asks={outcome.asks} next={outcome.next} />;
  return (
    <div className="narrow stack">
      <PageHeader title={t('reset.title')} lead={t('reset.lead')} />
      <Form state={outcome?.form}>
        <Field name="password" label={t('new-password')} hint={t('new-password-hint')} required>
          <TextInput type="password" autoComplete="new-password" />
        </Field>
        <div className="form-actions">
          <Button>{t('reset.submit')}</Button>
          <LinkButton variant="quiet" to={paths.forgottenPassword}>
            {t('forgotten.title')}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}
