import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  Field,
  Form,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { useCategoriesToChoose } from '~/components/across/use-categories';
import { DepartmentSuggestion } from '~/components/responsibility/department-suggestion';
import { DispatchFields } from '~/components/workorders/work-order-step-fields';
import { departmentsFor } from '~/domains/organisations/index.server';
import { suggestDepartment } from '~/domains/responsibility/index.server';
import { areaTrail } from '~/domains/territory/index.server';
import { linkToWorkOrder } from '~/domains/workorders/links/link-matter.server';
import { matterToOrder } from '~/domains/workorders/registering/matter-to-order.query.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import { linkSchema, newWorkOrderSchema } from '~/domains/workorders/schema';
import { requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { workOrders } from '~/i18n/work-orders';
import { useText } from '~/i18n/use-text';
import { levelOf } from '~/lib/geo/division-code';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const asked = new URL(args.request.url).searchParams;
  const kind = [...ctx.subjects.takenUp.keys()].find((name) => asked.has(name));
  if (!kind) throw data({ reason: null }, { status: 404 });
  const matter = await load(args, () => matterToOrder(ctx, { kind, id: asked.get(kind) ?? '' }));
  const { areaId, category } = matter;
  const [departments, suggestion, trail] = await Promise.all([
    departmentsFor(ctx, [areaId]),
    suggestDepartment(ctx, { areaId, category, level: levelOf(areaId) }),
    areaTrail(ctx, areaId),
  ]);
  const areaNames = Object.fromEntries(trail.map((area) => [area.id, area.name]));
  return {
    ...(await categoriesFor(args)),
    matter,
    departments,
    suggestion,
    areaNames,
    title: textIn(ctx.locale, workOrders)('new-title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, workOrders);
  const go = async (id: string, message: string) =>
    redirect(paths.workOrder(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  if ((await readForm(args.request)).get('intent') === 'link') {
    return runForm(args, linkSchema, async ({ subjectKind, subjectId, number }) =>
      go(await linkToWorkOrder(ctx, { kind: subjectKind, id: subjectId }, number), t('flash-linked')),
    );
  }
  return runForm(args, newWorkOrderSchema, async (input) =>
    go(
      await registerWorkOrder(ctx, input),
      t(input.departmentId === '' ? 'flash-undispatched' : 'flash-registered'),
    ),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewWorkOrder() {
  const { matter } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  return (
    <>
      <PageHeader
        title={t('new-title')}
        lead={t('new-lead', { title: matter.confidential?.title ?? matter.title })}
      />
      <Confidential />
      <Section title={t('new-form')}>
        <Register />
      </Section>
      <Section title={t('link-form')}>
        <LinkForm />
      </Section>
    </>
  );
}

/** The matter's own words, for whoever writes others for everyone. */
function Confidential() {
  const { confidential } = useLoaderData<typeof loader>().matter;
  const t = useText(workOrders);
  if (!confidential) return null;
  return (
    <Notice kind="warning" title={t('public-words')}>
      <p>{t('public-words-hint')}</p>
      <p>
        <strong>{confidential.title}</strong>
      </p>
      <p className="pre-line">{confidential.body}</p>
    </Notice>
  );
}

function useForms() {
  const { matter } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return { state, hidden: { subjectKind: matter.kind, subjectId: matter.id } };
}

function Register() {
  const { matter, departments, suggestion, areaNames } = useLoaderData<typeof loader>();
  const { state, hidden } = useForms();
  const t = useText(workOrders);
  const { title, description, category } = matter;
  return (
    <Form
      intent="register"
      state={state}
      hidden={hidden}
      initial={{
        title,
        description,
        category,
        urgency: 'normal',
        departmentId: suggestion?.department.id ?? '',
      }}
    >
      <Field name="title" label={t('field.title')} required>
        <TextInput maxLength={80} />
      </Field>
      <Field name="description" label={t('field.description')} required>
        <TextArea rows={5} maximum={5000} />
      </Field>
      <Field name="category" label={t('category')} required>
        <Select options={useCategoriesToChoose(category)} />
      </Field>
      <DepartmentSuggestion suggestion={suggestion} areaNames={areaNames} />
      <DispatchFields departments={departments} optional />
      <RadioGroup
        name="urgency"
        label={t('urgency')}
        inline
        choices={(['normal', 'urgent'] as const).map((value) => ({ value, label: t(`urgency.${value}`) }))}
      />
      <Field name="externalNumber" label={t('field.external-number')} hint={t('field.external-number-hint')}>
        <TextInput maxLength={60} />
      </Field>
      <Button>{t('register')}</Button>
    </Form>
  );
}

function LinkForm() {
  const { state, hidden } = useForms();
  const t = useText(workOrders);
  return (
    <Form intent="link" state={state} hidden={hidden}>
      <Field name="number" label={t('link-number')} required>
        <TextInput maxLength={60} />
      </Field>
      <Button variant="secondary">{t('link')}</Button>
    </Form>
  );
}
