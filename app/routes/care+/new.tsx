import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, Notice, PageHeader } from '~/components/ui';
import { ConsentField, NeedFields, WhoFields } from '~/components/care/need-fields';
import { stateNeed } from '~/domains/care/needs/state-need.server';
import { mayState } from '~/domains/care/policy';
import { stateSchema } from '~/domains/care/schema';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { care } from '~/i18n/care';
import { explain } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const areaId = ctx.actor.residenceAreaId ?? ctx.actor.homeAreaId ?? '';
  return {
    areas: await areaChoices(ctx, { chosen: [areaId] }),
    initial: { areaId, entitlement: 'self', rhythmDays: '7' },
    may: explain(ctx.locale, mayState(ctx.actor)),
    title: textIn(ctx.locale, care)('new-title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, stateSchema, async (input) => {
    const id = await stateNeed(ctx, input);
    const message = textIn(ctx.locale, care)('flash-stated');
    return redirect(paths.careNeed(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewCareNeed() {
  const { areas, initial, may, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(care);
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={t('new-lead')} />
      {may.allowed ? (
        <Form state={outcome?.form} initial={initial}>
          <WhoFields areas={areas} />
          <NeedFields />
          <ConsentField />
          <Button size="large">{t('form.send')}</Button>
        </Form>
      ) : (
        <Notice kind="warning">{may.words}</Notice>
      )}
    </div>
  );
}
