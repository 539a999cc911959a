import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  Button,
  ConfirmForm,
  Field,
  Form,
  PageHeader,
  Section,
  Select,
  Table,
  TextInput,
  Time,
} from '~/components/ui';
import { ShownSecret } from '~/components/bridges/bridge-page';
import {
  forgetStatus,
  mapStatus,
  retryMessages,
  rotateSourceSecret,
  setMessageAside,
  setSourceState,
  sourcePage,
} from '~/domains/bridges/index.server';
import { statusActs } from '~/domains/bridges/rules/exchange/status-acts';
import { idSchema, mappingSchema } from '~/domains/bridges/schema';
import { bridgeText, requireBridgeAdmin } from '~/http/actions/bridge-admin.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await requireBridgeAdmin(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => sourcePage(ctx, id));
  return { ...page, address: ctx.configuration.publicUrl + paths.inboundHook(id) };
}

const statusSchema = mappingSchema.pick({ status: true });
const stateSchema = z.object({ state: z.enum(['active', 'disabled']) });

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await requireBridgeAdmin(args);
  const id = args.params.id ?? '';
  const t = bridgeText(args);
  const back = async (message: string) =>
    redirect(paths.inboundSource(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  const retried = async () => back(t('flash-retried', { count: await retryMessages(ctx, id) }));
  switch ((await readForm(args.request)).get('intent')) {
    case 'map':
      return runForm(args, mappingSchema, (mapping) => mapStatus(ctx, id, mapping).then(retried));
    case 'forget':
      return runForm(args, statusSchema, ({ status }) =>
        forgetStatus(ctx, id, status).then(() => back(t('flash-done'))),
      );
    case 'retry':
      return runForm(args, z.object({}), retried);
    case 'set-aside':
      return runForm(args, idSchema, ({ id: messageId }) =>
        setMessageAside(ctx, id, messageId).then(() => back(t('flash-done'))),
      );
    case 'rotate':
      return runForm(args, z.object({}), async () => ({ secret: await rotateSourceSecret(ctx, id) }));
    case 'state':
      return runForm(args, stateSchema, ({ state }) =>
        setSourceState(ctx, id, state).then(() => back(t('flash-done'))),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.source.name);

export default function Source() {
  const { source, address } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const other = source.state === 'active' ? 'disabled' : 'active';
  return (
    <>
      <PageHeader title={source.name} lead={t('tab.inbound')} />
      <ShownSecret
        title={t('rotated')}
        secret={outcome && 'secret' in outcome ? outcome.secret : undefined}
      />
      <p>
        {t('source-address')} <code className="shown-secret">{address}</code>
      </p>
      <div className="form-actions">
        <Form intent="state" hidden={{ state: other }} state={state}>
          <Button variant="secondary">{t(other === 'active' ? 'enable' : 'disable')}</Button>
        </Form>
        <ConfirmForm
          intent="rotate"
          state={state}
          trigger={t('rotate')}
          title={t('rotate-title')}
          description={<p>{t('rotate-hint')}</p>}
          confirm={t('rotate')}
        />
      </div>
      <Mapping state={state} />
      <Waiting state={state} />
      <Section title={t('last-messages')}>
        <Messages />
      </Section>
    </>
  );
}

type State = Parameters<typeof Form>[0]['state'];

function Mapping({ state }: { state: State }) {
  const { statuses, unmapped } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  return (
    <Section title={t('mapping')}>
      <Table
        caption={t('mapping')}
        captionHidden
        rows={statuses}
        rowKey={(row) => row.status}
        empty={t('mapping-empty')}
        columns={[
          { key: 'status', header: t('external-status'), cell: (row) => row.status },
          { key: 'act', header: t('act'), cell: (row) => t(`act.${row.act}` as 'act.accept') },
          {
            key: 'forget',
            header: t('forget'),
            cell: (row) => (
              <Form intent="forget" hidden={{ status: row.status }} state={state}>
                <Button variant="quiet" size="small">
                  {t('forget')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
      {unmapped.length > 0 && (
        <p>
          <strong>{t('unmapped')}</strong> {unmapped.join(' · ')}
        </p>
      )}
      <Form intent="map" state={state} initial={{ status: unmapped[0] ?? '', act: 'note' }}>
        <Field name="status" label={t('external-status')} required>
          <TextInput maxLength={60} />
        </Field>
        <Field name="act" label={t('act')} required>
          <Select options={statusActs.map((value) => ({ value, label: t(`act.${value}`) }))} />
        </Field>
        <Button variant="secondary">{t('map')}</Button>
      </Form>
    </Section>
  );
}

type Message = ReturnType<typeof useLoaderData<typeof loader>>['last'][number];

function useMessageColumns() {
  const t = useText(bridges);
  return [
    { key: 'received', header: t('received'), cell: (row: Message) => <Time value={row.receivedAt} /> },
    {
      key: 'number',
      header: t('number'),
      cell: (row: Message) =>
        row.workOrderId ? (
          <Link to={paths.workOrder(row.workOrderId)}>{row.externalNumber}</Link>
        ) : (
          row.externalNumber
        ),
    },
    { key: 'status', header: t('external-status'), cell: (row: Message) => row.externalStatus },
    {
      key: 'outcome',
      header: t('outcome'),
      cell: (row: Message) => t(`outcome.${row.outcome}` as 'outcome.applied'),
    },
  ];
}

function Waiting({ state }: { state: State }) {
  const { open } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  const columns = useMessageColumns();
  const aside = {
    key: 'aside',
    header: t('set-aside'),
    cell: (row: Message) => (
      <Form intent="set-aside" hidden={{ id: row.id }} state={state}>
        <Button variant="quiet" size="small">
          {t('set-aside')}
        </Button>
      </Form>
    ),
  };
  return (
    <Section title={t('waiting-messages')}>
      <Table
        caption={t('waiting-messages')}
        captionHidden
        rows={open}
        rowKey={(row) => row.id}
        empty={t('waiting-empty')}
        columns={[...columns, aside]}
      />
      {open.length > 0 && (
        <Form intent="retry" state={state}>
          <Button variant="secondary">{t('retry')}</Button>
        </Form>
      )}
    </Section>
  );
}

function Messages() {
  const { last } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  const columns = useMessageColumns();
  return (
    <Table
      caption={t('last-messages')}
      captionHidden
      rows={last}
      rowKey={(row) => row.id}
      empty={t('messages-empty')}
      columns={columns}
    />
  );
}
