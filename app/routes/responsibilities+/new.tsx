import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaField, Button, Field, Form, PageHeader, Select } from '~/components/ui';
import { EntryTerms } from '~/components/responsibility/entry-terms';
import { useLevelName, useListedToChoose } from '~/components/responsibility/listed-category';
import { departmentsFor } from '~/domains/organisations/index.server';
import { enterResponsibility } from '~/domains/responsibility/keep-list.server';
import { keptAreas } from '~/domains/responsibility/policy';
import { entrySchema } from '~/domains/responsibility/schema';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { reasons } from '~/i18n/reasons';
import { responsibility } from '~/i18n/responsibility';
import { useText } from '~/i18n/use-text';
import { areaLevels } from '~/lib/geo/division-code';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const own = keptAreas(ctx.actor);
  if (own.length === 0) throw data({ reason: textIn(ctx.locale, reasons)('not-moderator') }, { status: 403 });
  const [areas, departments] = await Promise.all([
    areaChoices(ctx, { scope: own }),
    departmentsFor(ctx, own),
  ]);
  return {
    ...(await categoriesFor(args)),
    areas,
    departments,
    title: textIn(ctx.locale, responsibility)('new-title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, entrySchema, async (input) => {
    const key = await enterResponsibility(ctx, input);
    const message = textIn(ctx.locale, responsibility)('flash-entered');
    return redirect(paths.responsibility(key), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewEntry() {
  const { areas, departments } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(responsibility);
  const level = useLevelName();
  const levels = ['', ...areaLevels].map((value) => ({ value, label: level(value) }));
  return (
    <>
      <PageHeader title={t('new-title')} />
      <Form state={state}>
        <AreaField name="areaId" label={t('area')} hint={t('area-hint')} required areas={areas} />
        <Field name="category" label={t('category')} required>
          <Select options={useListedToChoose()} />
        </Field>
        <Field name="level" label={t('level')}>
          <Select options={levels} placeholder={null} />
        </Field>
        <EntryTerms departments={departments} />
        <Button>{t('save')}</Button>
      </Form>
    </>
  );
}
