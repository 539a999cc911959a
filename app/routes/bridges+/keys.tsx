import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  ConfirmForm,
  Field,
  Form,
  RadioGroup,
  Section,
  Table,
  TextInput,
  Time,
} from '~/components/ui';
import { BridgePage, ShownSecret } from '~/components/bridges/bridge-page';
import { issueApiKey, listApiKeys, revokeApiKey } from '~/domains/bridges/index.server';
import { apiKeySchema, idSchema } from '~/domains/bridges/schema';
import { areaNames } from '~/domains/territory/index.server';
import { areasBelow, bridgeText, requireBridgeAdmin } from '~/http/actions/bridge-admin.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';
import { firstArea } from '~/lib/choices/area-choices';

export async function loader(args: LoaderFunctionArgs) {
  const admin = await requireBridgeAdmin(args);
  const [keys, areas] = await Promise.all([listApiKeys(admin.ctx, admin.areaIds), areasBelow(admin)]);
  const names = await areaNames(
    admin.ctx,
    keys.map(({ areaId }) => areaId),
  );
  const title = bridgeText(args)('title');
  return { keys, areas, names, title, address: admin.ctx.configuration.publicUrl + paths.open311 };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await requireBridgeAdmin(args);
  switch ((await readForm(args.request)).get('intent')) {
    case 'issue':
      return runForm(args, apiKeySchema, async (input) => ({
        issued: (await issueApiKey(ctx, input)).secret,
      }));
    case 'revoke':
      return runForm(args, idSchema, async ({ id }) => {
        await revokeApiKey(ctx, id);
        const message = bridgeText(args)('key-revoked');
        return redirect(paths.apiKeys, { headers: { 'Set-Cookie': await flash(args, message) } });
      });
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ApiKeys() {
  const { address } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <BridgePage tab="keys" lead={t('keys-lead')}>
      <ShownSecret
        title={t('key-issued')}
        secret={outcome && 'issued' in outcome ? outcome.issued : undefined}
      />
      <p>
        {t('keys-address')} <code className="shown-secret">{address}</code>
      </p>
      <Keys state={state} />
      <IssueKey state={state} />
    </BridgePage>
  );
}

type State = Parameters<typeof Form>[0]['state'];

function Keys({ state }: { state: State }) {
  const { keys, names } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  return (
    <Table
      caption={t('tab.keys')}
      rows={keys}
      rowKey={(key) => key.id}
      empty={t('keys-empty')}
      columns={[
        { key: 'name', header: t('name'), cell: (key) => key.name },
        { key: 'area', header: t('area'), cell: (key) => names[key.areaId] },
        { key: 'hint', header: t('key-hint'), cell: (key) => <code>{key.hint}…</code> },
        {
          key: 'public',
          header: t('key-public'),
          cell: (key) => t(key.postsArePublic ? 'key-public-yes' : 'key-public-no'),
        },
        {
          key: 'used',
          header: t('key-used'),
          cell: (key) => (
            <>
              {key.lastUsedAt ? <Time value={key.lastUsedAt} /> : t('key-never')}
              <br />
              {t('key-count', key._count)}
            </>
          ),
        },
        {
          key: 'revoke',
          header: t('state'),
          cell: (key) =>
            key.revokedAt ? (
              t('key-revoked')
            ) : (
              <ConfirmForm
                intent="revoke"
                hidden={{ id: key.id }}
                state={state}
                size="small"
                trigger={t('key-revoke')}
                title={t('key-revoke-title', { name: key.name })}
                description={<p>{t('key-revoke-hint')}</p>}
                confirm={t('key-revoke')}
                danger
              />
            ),
        },
      ]}
    />
  );
}

function IssueKey({ state }: { state: State }) {
  const { areas } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  return (
    <Section title={t('key-new')}>
      <Form intent="issue" state={state} initial={{ areaId: firstArea(areas), postsArePublic: 'yes' }}>
        <Field name="name" label={t('name')} hint={t('key-name-hint')} required>
          <TextInput maxLength={60} />
        </Field>
        <AreaField name="areaId" label={t('area')} required areas={areas} />
        <RadioGroup
          name="postsArePublic"
          label={t('key-public')}
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`key-public-${value}`) }))}
        />
        <Button>{t('key-new')}</Button>
      </Form>
    </Section>
  );
}
