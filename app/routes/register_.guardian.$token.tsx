import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, Notice, PageHeader } from '~/components/ui';
import { agreeAsGuardian, waitingChild } from '~/domains/identity/index.server';
import { contextOf } from '~/http/actor.server';
import { load, runAction } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { realName } from '~/i18n/real-name';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const child = await load(args, () => waitingChild(ctx, args.params.token ?? ''));
  return { child, title: textIn(ctx.locale, realName)('guardian-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  return runAction(args, async () => {
    await agreeAsGuardian(ctx, args.params.token ?? '');
    return { agreed: true };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** A parent or guardian agrees to the account of a child under 14: looking at the page agrees to nothing. */
export default function Guardian() {
  const { title, child } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(realName);
  if (!child)
    return (
      <div className="narrow stack">
        <PageHeader title={title} />
        <Notice kind="error">{t('guardian-over')}</Notice>
      </div>
    );
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('guardian-lead', { name: child.displayName })} />
      {child.agreed ? (
        <Notice kind="success">{t('guardian-agreed')}</Notice>
      ) : (
        <Form {...(outcome && 'form' in outcome && { state: outcome.form })}>
          <p>{t('guardian-what')}</p>
          <p>
            <Link to={paths.page('privacy')}>{t('guardian-privacy')}</Link>
          </p>
          <Button>{t('guardian-agree')}</Button>
        </Form>
      )}
      <p className="field-hint">{t('guardian-withdraw')}</p>
    </div>
  );
}
