import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  Field,
  Form,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { useCategoriesToChoose } from '~/components/across/use-categories';
import { intakePage } from '~/domains/workorders/intake/intake-page.query.server';
import { callChannels } from '~/domains/workorders/intake/channels';
import { intakeSchema } from '~/domains/workorders/intake/schema';
import { takeCall } from '~/domains/workorders/intake/take-call.server';
import { requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { intake } from '~/i18n/intake';
import { proposals } from '~/i18n/proposals';
import { workOrders } from '~/i18n/work-orders';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => intakePage(ctx));
  return { ...page, ...(await categoriesFor(args)), title: textIn(ctx.locale, intake)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, intakeSchema, async (input) => {
    const { id, number } = await takeCall(ctx, input);
    const message = textIn(ctx.locale, intake)('flash-taken', { number });
    return redirect(paths.workOrder(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function TakeCall() {
  const { areaId } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(intake);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Form state={outcome?.form} initial={{ areaId, channel: 'phone', urgency: 'normal' }}>
        <Caller />
        <Matter />
        <Dispatch />
        <Button size="large">{t('save')}</Button>
      </Form>
    </>
  );
}

function Caller() {
  const t = useText(intake);
  return (
    <>
      <RadioGroup
        name="channel"
        label={t('channel')}
        required
        inline
        choices={callChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <Field name="callerName" label={t('field.caller-name')} hint={t('field.caller-name-hint')}>
        <TextInput maxLength={60} autoComplete="off" />
      </Field>
      <Field name="callerPhone" label={t('field.caller-phone')} hint={t('field.caller-phone-hint')}>
        <TextInput type="tel" maxLength={24} autoComplete="off" />
      </Field>
      <RadioGroup
        name="isConfidential"
        label={t('confidential')}
        required
        choices={(['no', 'yes'] as const).map((value) => ({
          value,
          label: t(`confidential.${value}`),
          hint: t(`confidential.${value}-hint`),
        }))}
      />
    </>
  );
}

function Matter() {
  const { areas } = useLoaderData<typeof loader>();
  const t = useText(intake);
  const p = useText(proposals);
  const w = useText(workOrders);
  return (
    <>
      <Field name="title" label={w('field.title')} required>
        <TextInput maxLength={80} />
      </Field>
      <Field name="description" label={t('field.description')} hint={t('field.description-hint')} required>
        <TextArea rows={5} maximum={5000} />
      </Field>
      <Field name="category" label={w('category')} required>
        <Select options={useCategoriesToChoose()} />
      </Field>
      <AreaField name="areaId" label={p('field.area')} required areas={areas} />
      <Field name="place" label={t('field.place')} hint={t('field.place-hint')}>
        <TextInput maxLength={100} />
      </Field>
      <RadioGroup
        name="urgency"
        label={w('urgency')}
        inline
        choices={(['normal', 'urgent'] as const).map((value) => ({ value, label: w(`urgency.${value}`) }))}
      />
    </>
  );
}

/** For those who dispatch: at once, where it is clear to whom. */
function Dispatch() {
  const { departments } = useLoaderData<typeof loader>();
  const t = useText(intake);
  const w = useText(workOrders);
  return (
    <>
      {departments.length > 0 && (
        <Field name="departmentId" label={t('field.department')} hint={w('field.department-later')}>
          <Select options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
      )}
      <Field name="externalNumber" label={t('field.hotline-number')} hint={t('field.hotline-number-hint')}>
        <TextInput maxLength={60} />
      </Field>
    </>
  );
}
