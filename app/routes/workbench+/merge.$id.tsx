import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  Card,
  CardList,
  CheckboxGroup,
  DisclosureForm,
  Field,
  Form,
  Notice,
  PageHeader,
  Section,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { useCategoriesToChoose } from '~/components/across/use-categories';
import { mergeOrders, mergeQuestion } from '~/domains/workorders/steps/merge-orders.server';
import { nearDuplicatesOf } from '~/domains/workorders/registering/near-duplicates.query.server';
import { mergeSchema, splitSchema } from '~/domains/workorders/schema';
import { splitOrder } from '~/domains/workorders/steps/split-order.server';
import { workOrderPage } from '~/domains/workorders/reads/work-order.query.server';
import { requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { reasons } from '~/i18n/reasons';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import { workbench } from '~/i18n/workbench';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { order, links, may } = await load(args, () => workOrderPage(ctx, args.params.id ?? ''));
  if (!may.dispatch.allowed)
    throw data({ reason: textIn(ctx.locale, reasons)('not-moderator') }, { status: 403 });
  const duplicates = await nearDuplicatesOf(ctx, order);
  return {
    ...(await categoriesFor(args)),
    order,
    links,
    duplicates,
    title: textIn(ctx.locale, workbench)('merge-title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const go = async (orderId: string, text: 'flash-merged' | 'flash-split') => {
    const message = textIn(ctx.locale, workbench)(text);
    return redirect(paths.workOrder(orderId), { headers: { 'Set-Cookie': await flash(args, message) } });
  };
  if ((await readForm(args.request)).get('intent') === 'split')
    return runForm(args, splitSchema, async (input) =>
      go(await splitOrder(ctx, { ...input, id }), 'flash-split'),
    );
  return runForm(args, mergeSchema, async ({ sure, ...input }) => {
    if (!sure) return { question: { ...(await mergeQuestion(ctx, { id, number: input.number })), ...input } };
    return go(await mergeOrders(ctx, { ...input, id }), 'flash-merged');
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function MergeAndSplit() {
  const { order, title } = useLoaderData<typeof loader>();
  const t = useText(workbench);
  return (
    <>
      <PageHeader
        title={title}
        lead={t('merge-lead')}
        meta={<Link to={paths.workOrder(order.id)}>{`${order.number} ${order.title}`}</Link>}
      />
      <Question />
      <Duplicates />
      <Merge />
      <Split />
    </>
  );
}

function useForms() {
  const { order } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return { state, version: String(order.version) };
}

/** Asked with both titles: a number alone is soon mistaken. */
function Question() {
  const outcome = useActionData<typeof action>();
  const t = useText(workbench);
  if (!outcome || !('question' in outcome)) return null;
  const { from, into, version, number, reason } = outcome.question;
  return (
    <Notice kind="warning" title={t('merge-question')}>
      <p>
        {t('merge-from-into', { from: `${from.number} ${from.title}`, into: `${into.number} ${into.title}` })}
      </p>
      <Form intent="merge" hidden={{ version: String(version), number, reason, sure: 'yes' }}>
        <Button>{t('merge-into', { number: into.number })}</Button>
      </Form>
    </Notice>
  );
}

function Reason() {
  const t = useText(workbench);
  return (
    <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
      <TextArea rows={2} maximum={500} />
    </Field>
  );
}

const percent = (share: number) => Math.round(share * 100);

function Duplicates() {
  const { duplicates } = useLoaderData<typeof loader>();
  const { state, version } = useForms();
  const t = useText(workbench);
  return (
    <Section title={t('duplicates')}>
      {duplicates.length === 0 && <p>{t('duplicates-none')}</p>}
      <CardList label={t('duplicates')}>
        {duplicates.map(({ id, number, title, nearness }) => (
          <Card key={id} title={title} to={paths.workOrder(id)} meta={number}>
            <p>
              {t('duplicates-why', {
                place: percent(nearness.place),
                time: percent(nearness.time),
                text: percent(nearness.text),
              })}
            </p>
            <DisclosureForm
              trigger={t('merge-into', { number })}
              intent="merge"
              hidden={{ version, number }}
              state={state}
            >
              <Reason />
              <Button>{t('merge-into', { number })}</Button>
            </DisclosureForm>
          </Card>
        ))}
      </CardList>
    </Section>
  );
}

function Merge() {
  const { state, version } = useForms();
  const t = useText(workbench);
  return (
    <Section title={t('merge')}>
      <Form intent="merge" hidden={{ version }} state={state}>
        <Field name="number" label={t('merge-number')} required>
          <TextInput maxLength={60} />
        </Field>
        <Reason />
        <Button>{t('merge')}</Button>
      </Form>
    </Section>
  );
}

function Split() {
  const { order, links } = useLoaderData<typeof loader>();
  const { state, version } = useForms();
  const t = useText(workbench);
  const w = useText(workOrders);
  const categories = useCategoriesToChoose(order.category);
  if (links.length < 2)
    return (
      <Section title={t('split')}>
        <p>{t('split-one')}</p>
      </Section>
    );
  const choices = links.map((link) => ({
    value: `${link.kind}:${link.id}`,
    label: `${w(`kind.${link.kind}` as 'kind.proposal')} ${link.title}`,
  }));
  return (
    <Section title={t('split')}>
      <Form
        intent="split"
        hidden={{ version }}
        state={state}
        initial={{ category: order.category, description: order.description }}
      >
        <CheckboxGroup name="matters" label={t('split-matters')} choices={choices} required />
        <Field name="title" label={t('split-title')} required>
          <TextInput maxLength={80} />
        </Field>
        <Field name="description" label={t('split-description')} required>
          <TextArea rows={4} maximum={5000} />
        </Field>
        <Field name="category" label={t('category')} required>
          <Select options={categories} />
        </Field>
        <Reason />
        <Button>{t('split')}</Button>
      </Form>
    </Section>
  );
}
