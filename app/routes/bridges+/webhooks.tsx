import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  Card,
  CardList,
  EmptyState,
  Field,
  Form,
  Section,
  StatusBadge,
  TextInput,
} from '~/components/ui';
import { BridgePage, ShownSecret } from '~/components/bridges/bridge-page';
import { addEndpoint, listEndpoints } from '~/domains/bridges/index.server';
import { endpointSchema } from '~/domains/bridges/schema';
import { areaNames } from '~/domains/territory/index.server';
import { areasBelow, bridgeText, requireBridgeAdmin } from '~/http/actions/bridge-admin.server';
import { runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';
import { firstArea } from '~/lib/choices/area-choices';

export async function loader(args: LoaderFunctionArgs) {
  const admin = await requireBridgeAdmin(args);
  const [endpoints, areas] = await Promise.all([listEndpoints(admin.ctx, admin.areaIds), areasBelow(admin)]);
  const names = await areaNames(
    admin.ctx,
    endpoints.map(({ areaId }) => areaId),
  );
  return { endpoints, areas, names, title: bridgeText(args)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await requireBridgeAdmin(args);
  return runForm(args, endpointSchema, async (input) => ({ secret: (await addEndpoint(ctx, input)).secret }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Webhooks() {
  const { endpoints, areas } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <BridgePage tab="webhooks" lead={t('webhooks-lead')}>
      <ShownSecret
        title={t('webhook-added')}
        secret={outcome && 'secret' in outcome ? outcome.secret : undefined}
      />
      <Endpoints />
      {endpoints.length === 0 && <EmptyState title={t('webhooks-empty')}>{t('webhook-url-hint')}</EmptyState>}
      <Section title={t('webhook-new')}>
        <Form state={state} initial={{ areaId: firstArea(areas) }}>
          <Field name="name" label={t('name')} required>
            <TextInput maxLength={60} />
          </Field>
          <AreaField name="areaId" label={t('area')} required areas={areas} />
          <Field name="url" label={t('webhook-url')} hint={t('webhook-url-hint')} required>
            <TextInput type="url" maxLength={500} />
          </Field>
          <Button>{t('webhook-new')}</Button>
        </Form>
      </Section>
    </BridgePage>
  );
}

function Endpoints() {
  const { endpoints, names } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  return (
    <CardList label={t('tab.webhooks')}>
      {endpoints.map((endpoint) => (
        <Card
          key={endpoint.id}
          headingLevel={2}
          title={endpoint.name}
          to={paths.webhook(endpoint.id)}
          badges={
            <StatusBadge tone={endpoint.state === 'active' ? 'success' : 'danger'}>
              {hasKey(bridges, `state.${endpoint.state}`)
                ? t(`state.${endpoint.state}` as 'state.active')
                : endpoint.state}
            </StatusBadge>
          }
          meta={
            <>
              <span>{names[endpoint.areaId]}</span>
              <span className="break-anywhere">{endpoint.url}</span>
              <span>
                {t('webhook-counts', {
                  waiting: endpoint.waiting,
                  delivered: endpoint.delivered,
                  dead: endpoint.dead,
                })}
              </span>
            </>
          }
        />
      ))}
    </CardList>
  );
}
