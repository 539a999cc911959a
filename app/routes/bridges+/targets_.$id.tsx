import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  Button,
  DescriptionList,
  Field,
  Form,
  PageHeader,
  Section,
  Table,
  TextInput,
  Time,
} from '~/components/ui';
import { useCategoryName } from '~/components/across/use-categories';
import {
  sendAgain,
  sendOrder,
  setTargetServices,
  setTargetState,
  targetPage,
} from '~/domains/bridges/index.server';
import { idSchema } from '~/domains/bridges/schema';
import { categoriesFor } from '~/http/answers/categories.server';
import { bridgeText, requireExchanger } from '~/http/actions/bridge-admin.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await requireExchanger(args);
  const page = await load(args, () => targetPage(ctx, args.params.id ?? ''));
  return { ...page, ...(await categoriesFor(args)) };
}

const numberSchema = z.object({ number: z.string().trim().min(1).max(60) });
const stateSchema = z.object({ state: z.enum(['active', 'disabled']) });
const servicesSchema = z.record(z.string(), z.string().max(100));

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await requireExchanger(args);
  const id = args.params.id ?? '';
  const t = bridgeText(args);
  const back = async (message: string) =>
    redirect(paths.open311Target(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'send':
      return runForm(args, numberSchema, ({ number }) =>
        sendOrder(ctx, id, number).then(() => back(t('flash-sending'))),
      );
    case 'again':
      return runForm(args, idSchema, (sent) =>
        sendAgain(ctx, id, sent.id).then(() => back(t('flash-sending'))),
      );
    case 'services':
      return runForm(args, servicesSchema, (codes) =>
        setTargetServices(ctx, id, codes).then(() => back(t('flash-done'))),
      );
    case 'state':
      return runForm(args, stateSchema, ({ state }) =>
        setTargetState(ctx, id, state).then(() => back(t('flash-done'))),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.target.name);

export default function Target() {
  const { target, manages } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const other = target.state === 'active' ? 'disabled' : 'active';
  return (
    <>
      <PageHeader title={target.name} lead={t('tab.targets')} />
      <DescriptionList
        items={[
          { label: t('target-url'), value: <span className="break-anywhere">{target.url}</span> },
          { label: t('state'), value: t(`state.${target.state}` as 'state.active') },
          { label: t('target-polled'), value: target.polledAt && <Time value={target.polledAt} /> },
        ]}
      />
      {target.lastError && <p>{t('target-error', { error: target.lastError })}</p>}
      <Section title={t('send-title')}>
        <Form intent="send" state={state}>
          <Field name="number" label={t('send-number')} hint={t('send-hint')} required>
            <TextInput maxLength={60} />
          </Field>
          <Button>{t('send')}</Button>
        </Form>
      </Section>
      <Sent state={state} />
      {manages && <Services state={state} />}
      {manages && (
        <Form intent="state" hidden={{ state: other }} state={state}>
          <Button variant="secondary">{t(other === 'active' ? 'enable' : 'disable')}</Button>
        </Form>
      )}
    </>
  );
}

type State = Parameters<typeof Form>[0]['state'];

function Sent({ state }: { state: State }) {
  const { sent } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  return (
    <Section title={t('target-sent')}>
      <Table
        caption={t('target-sent')}
        captionHidden
        rows={sent}
        rowKey={(row) => row.id}
        empty={t('target-sent-empty')}
        columns={[
          {
            key: 'order',
            header: t('number'),
            cell: (row) =>
              row.order && (
                <Link to={paths.workOrder(row.order.id)}>
                  {row.order.number} {row.order.title}
                </Link>
              ),
          },
          {
            key: 'state',
            header: t('state'),
            cell: (row) => (
              <>
                {t(`sent.${row.state}` as 'sent.sent')}
                {row.lastError && <span className="break-anywhere"> · {row.lastError}</span>}
              </>
            ),
          },
          {
            key: 'external',
            header: t('external-status'),
            cell: (row) => [row.externalId, row.externalStatus, row.statusNotes].filter(Boolean).join(' · '),
          },
          {
            key: 'again',
            header: t('send-again'),
            cell: (row) =>
              row.state === 'failed' && (
                <Form intent="again" hidden={{ id: row.id }} state={state}>
                  <Button variant="quiet" size="small">
                    {t('send-again')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </Section>
  );
}

function Services({ state }: { state: State }) {
  const { codes, revision, offered } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  const category = useCategoryName();
  return (
    <Section title={t('target-services')}>
      {offered.error === null ? (
        <p>
          {t('target-services-hint')}{' '}
          {offered.services.map(({ code, name }) => `${name} (${code})`).join(' · ')}
        </p>
      ) : (
        <p>{t('target-services-none', { error: offered.error })}</p>
      )}
      <Form intent="services" state={state} initial={codes} revision={revision}>
        {Object.keys(codes).map((name) => (
          <Field key={name} name={name} label={category(name)}>
            <TextInput maxLength={100} />
          </Field>
        ))}
        <Button variant="secondary">{t('target-save')}</Button>
      </Form>
    </Section>
  );
}
