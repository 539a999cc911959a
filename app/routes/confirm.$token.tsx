import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Button, Field, Form, LinkButton, PageHeader, TextInput } from '~/components/ui';
import { confirmAddress } from '~/domains/identity/index.server';
import { confirmSchema } from '~/domains/identity/schema';
import { contextOf, safeNext } from '~/http/actor.server';
import { runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { goOnAs } from '~/http/signed-in.server';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  return { title: textIn(contextOf(args).locale, identity)('confirm.title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  return runForm(args, confirmSchema, async ({ password }) => {
    const personId = await args.context.attempts.guess(null, () =>
      confirmAddress(ctx, args.params.token ?? '', password),
    );
    const asked = new URL(args.request.url).searchParams.get('next');
    const path = safeNext(asked, paths.account);
    const t = textIn(ctx.locale, identity);
    const message = t(path === paths.account ? 'confirm.flash' : 'confirm.flash-onward');
    return goOnAs(args, personId, { path, message });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/**
 * The link only shows a form: programs that look at links in mails use nothing up, and whoever follows the link of
 * somebody else's registration is not led into it.
 */
export default function Confirm() {
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  return (
    <div className="narrow stack">
      <PageHeader title={t('confirm.title')} lead={t('confirm.lead')} />
      <Form state={outcome?.form}>
        <Field name="password" label={t('password')} hint={t('confirm.password-hint')} required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <div className="form-actions">
          <Button size="large">{t('confirm.submit')}</Button>
          <LinkButton variant="quiet" to={paths.register}>
            {t('confirm.not-mine')}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}
