import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  Button,
  ConfirmForm,
  DescriptionList,
  Form,
  PageHeader,
  Pagination,
  Table,
  Tabs,
  Time,
} from '~/components/ui';
import { ShownSecret } from '~/components/bridges/bridge-page';
import { endpointPage, replay, rotateEndpointSecret, setEndpointState } from '~/domains/bridges/index.server';
import { bridgeText, requireBridgeAdmin } from '~/http/actions/bridge-admin.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';

const states = ['waiting', 'delivered', 'dead'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await requireBridgeAdmin(args);
  const { one, cursor } = listAsked(args);
  const state = one('state', states);
  const filter = { state, cursor };
  const page = await load(args, () => endpointPage(ctx, args.params.id ?? '', filter));
  return { ...page, shown: state ?? null };
}

const replaySchema = z.object({ deliveryId: z.string().min(1).max(40) });
const stateSchema = z.object({ state: z.enum(['active', 'disabled', 'removed']) });

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await requireBridgeAdmin(args);
  const id = args.params.id ?? '';
  const t = bridgeText(args);
  const back = async (path: string, message: string) =>
    redirect(path, { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'replay':
      return runForm(args, replaySchema, async ({ deliveryId }) => {
        const count = await replay(ctx, { endpointId: id, deliveryId });
        return back(paths.webhook(id), t('flash-replayed', { count }));
      });
    case 'rotate':
      return runForm(args, z.object({}), async () => ({ secret: await rotateEndpointSecret(ctx, id) }));
    case 'state':
      return runForm(args, stateSchema, async ({ state }) => {
        await setEndpointState(ctx, id, state);
        return back(state === 'removed' ? paths.webhooks : paths.webhook(id), t('flash-done'));
      });
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.endpoint.name);

export default function Webhook() {
  const { endpoint, next, dead, shown } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader title={endpoint.name} lead={t('tab.webhooks')} />
      <ShownSecret
        title={t('rotated')}
        secret={outcome && 'secret' in outcome ? outcome.secret : undefined}
      />
      <DescriptionList
        items={[
          { label: t('webhook-url'), value: <span className="break-anywhere">{endpoint.url}</span> },
          {
            label: t('state'),
            value: `${t(`state.${endpoint.state}` as 'state.active')}${endpoint.stateReason ? ` · ${endpoint.stateReason}` : ''}`,
          },
          { label: t('created'), value: <Time value={endpoint.createdAt} /> },
          {
            label: t('old-until'),
            value: endpoint.oldSecretUntil && <Time value={endpoint.oldSecretUntil} />,
          },
        ]}
      />
      <Acts state={state} />
      <Tabs
        label={t('webhook-log')}
        tabs={[
          { to: paths.webhook(endpoint.id), label: t('webhook-all'), current: shown === null },
          ...states.map((name) => ({
            to: `${paths.webhook(endpoint.id)}?state=${name}`,
            label: t(`state.${name}`),
            current: shown === name,
            ...(name === 'dead' && { count: dead }),
          })),
        ]}
      />
      <Log state={state} />
      <Pagination next={next} />
    </>
  );
}

type State = Parameters<typeof Form>[0]['state'];

function Acts({ state }: { state: State }) {
  const { endpoint, dead } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  return (
    <div className="form-actions">
      {endpoint.state === 'disabled' ? (
        <Form intent="state" hidden={{ state: 'active' }} state={state}>
          <Button>{t('enable')}</Button>
        </Form>
      ) : (
        <Form intent="state" hidden={{ state: 'disabled' }} state={state}>
          <Button variant="secondary">{t('disable')}</Button>
        </Form>
      )}
      <ConfirmForm
        intent="rotate"
        state={state}
        trigger={t('rotate')}
        title={t('rotate-title')}
        description={<p>{t('rotate-hint')}</p>}
        confirm={t('rotate')}
      />
      <ConfirmForm
        intent="state"
        hidden={{ state: 'removed' }}
        state={state}
        trigger={t('remove')}
        title={t('remove-title', { name: endpoint.name })}
        description={<p>{t('remove-hint')}</p>}
        confirm={t('remove')}
        danger
      />
      {dead > 0 && endpoint.state === 'active' && (
        <Form intent="replay" hidden={{ deliveryId: 'all-dead' }} state={state}>
          <Button variant="secondary">{t('webhook-replay-all', { count: dead })}</Button>
        </Form>
      )}
    </div>
  );
}

function Log({ state }: { state: State }) {
  const { items, endpoint } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  return (
    <Table
      caption={t('webhook-log')}
      captionHidden
      rows={items}
      rowKey={(row) => row.id}
      empty={t('webhook-log-empty')}
      columns={[
        { key: 'created', header: t('created'), cell: (row) => <Time value={row.createdAt} /> },
        { key: 'type', header: t('webhook-type'), cell: (row) => <MessageType name={row.type} /> },
        {
          key: 'state',
          header: t('state'),
          cell: (row) => (
            <>
              {t(`state.${row.state}` as 'state.waiting')}
              {row.state === 'waiting' && row.attempts > 0 && (
                <>
                  <br />
                  {t('webhook-next')} <Time value={row.dueAt} />
                </>
              )}
            </>
          ),
        },
        { key: 'log', header: t('webhook-attempts'), cell: (row) => <Attempts log={row.log} /> },
        {
          key: 'replay',
          header: t('webhook-replay'),
          cell: (row) =>
            row.state !== 'waiting' &&
            endpoint.state === 'active' && (
              <Form intent="replay" hidden={{ deliveryId: row.id }} state={state}>
                <Button variant="quiet" size="small">
                  {t('webhook-replay')}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}

/** It breaks where it must: in one piece a long one is wider than a phone. */
const MessageType = ({ name }: { name: string }) => <code className="break-anywhere">{name}</code>;

function Attempts({
  log,
}: {
  log: { id: string; status: number | null; error: string | null; milliseconds: number }[];
}) {
  const t = useText(bridges);
  return (
    <ol className="attempts">
      {log.map((attempt, index) => (
        <li key={attempt.id}>
          {t('webhook-attempt', {
            number: index + 1,
            status: attempt.status ?? t('webhook-no-answer'),
            milliseconds: attempt.milliseconds,
          })}
          {attempt.error && <span className="break-anywhere"> · {attempt.error}</span>}
        </li>
      ))}
    </ol>
  );
}
