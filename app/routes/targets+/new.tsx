import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AreaField, Button, Field, Form, PageHeader, Select, TextInput } from '~/components/ui';
import { TargetFields } from '~/components/targets/target-fields';
import { newTargetChoices } from '~/domains/targets/target.query.server';
import { targetMeasures } from '~/domains/targets/rules/progress';
import { newTargetSchema } from '~/domains/targets/schema';
import { setTarget } from '~/domains/targets/set-target.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { statistics } from '~/i18n/statistics';
import { targets } from '~/i18n/targets';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const choices = await load(args, () => newTargetChoices(ctx));
  return { ...choices, title: textIn(ctx.locale, targets)('new') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, newTargetSchema, async (input) => {
    const id = await setTarget(ctx, input);
    const message = textIn(ctx.locale, targets)('flash-set');
    return redirect(paths.target(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewTarget() {
  const { areas, departments, year, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(targets);
  const s = useText(statistics);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader above={<Link to={paths.targets}>{t('title')}</Link>} title={title} lead={t('new-lead')} />
      <Form state={state} initial={{ year: String(year) }}>
        <Field name="year" label={t('year')} required>
          <TextInput type="number" min={2000} max={2100} />
        </Field>
        <AreaField name="areaId" label={t('area')} required areas={areas} />
        <Field name="departmentId" label={t('department')} hint={t('department-hint')}>
          <Select
            placeholder={t('whole-area')}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field name="measure" label={t('measure')} required>
          <Select options={targetMeasures.map((value) => ({ value, label: s(`rate.${value}`) }))} />
        </Field>
        <TargetFields reason={t('reason-new')} />
        <Button size="large">{t('submit')}</Button>
      </Form>
    </>
  );
}
