import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaField, Button, Form, LinkButton, Notice, PageHeader } from '~/components/ui';
import { CouncilFields } from '~/components/councils/council-fields';
import { foundCouncil } from '~/domains/councils/found-council.server';
import { areaToFoundIn, mayFoundSomewhere } from '~/domains/councils/policy';
import { councilSchema } from '~/domains/councils/schema';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { councils } from '~/i18n/councils';
import { explain } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, councils);
  const areaId = areaToFoundIn(ctx.actor) ?? '';
  return {
    areas: await areaChoices(ctx, { chosen: [areaId] }),
    initial: { areaId, seats: '12', panels: '1000', onePerHousehold: 'yes', quotas: t('form.example') },
    may: explain(ctx.locale, mayFoundSomewhere(ctx.actor)),
    title: t('new'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, councilSchema, async (input) => {
    const id = await foundCouncil(ctx, input);
    const message = textIn(ctx.locale, councils)('flash-founded');
    return redirect(paths.council(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewCouncil() {
  const { areas, initial, may, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(councils);
  if (!may.allowed)
    return (
      <>
        <PageHeader title={title} />
        <Notice kind="warning">{may.words}</Notice>
        <LinkButton to={paths.councils}>{t('title')}</LinkButton>
      </>
    );
  return (
    <>
      <PageHeader title={title} lead={t('form.lead')} />
      <Form state={outcome?.form} initial={initial}>
        <AreaField name="areaId" label={t('form.area')} required areas={areas} />
        <CouncilFields />
        <Button size="large">{t('form.submit')}</Button>
      </Form>
    </>
  );
}
