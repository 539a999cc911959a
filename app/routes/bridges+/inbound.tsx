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
  Select,
  StatusBadge,
  TextInput,
} from '~/components/ui';
import { BridgePage, ShownSecret } from '~/components/bridges/bridge-page';
import { addSource, listSources } from '~/domains/bridges/index.server';
import { sourceSchema } from '~/domains/bridges/schema';
import { departmentsFor } from '~/domains/organisations/index.server';
import { areasBelow, bridgeText, requireBridgeAdmin } from '~/http/actions/bridge-admin.server';
import { runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';
import { firstArea } from '~/lib/choices/area-choices';

export async function loader(args: LoaderFunctionArgs) {
  const admin = await requireBridgeAdmin(args);
  const [sources, areas] = await Promise.all([listSources(admin.ctx, admin.areaIds), areasBelow(admin)]);
  const departments = await departmentsFor(admin.ctx, admin.areaIds);
  return { sources, areas, departments, title: bridgeText(args)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await requireBridgeAdmin(args);
  return runForm(args, sourceSchema, async (input) => ({ secret: (await addSource(ctx, input)).secret }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Inbound() {
  const { sources, areas, departments } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <BridgePage tab="inbound" lead={t('inbound-lead')}>
      <ShownSecret
        title={t('source-added')}
        secret={outcome && 'secret' in outcome ? outcome.secret : undefined}
      />
      <CardList label={t('tab.inbound')}>
        {sources.map((source) => (
          <Card
            key={source.id}
            headingLevel={2}
            title={source.name}
            to={paths.inboundSource(source.id)}
            badges={
              <StatusBadge tone={source.state === 'active' ? 'success' : 'danger'}>
                {t(`state.${source.state}` as 'state.active')}
              </StatusBadge>
            }
            meta={<span>{t('source-open', { count: source.open })}</span>}
          />
        ))}
      </CardList>
      {sources.length === 0 && <EmptyState title={t('inbound-empty')}>{t('department-hint')}</EmptyState>}
      <Section title={t('source-new')}>
        <Form state={state} initial={{ areaId: firstArea(areas) }}>
          <Field name="name" label={t('name')} hint={t('source-name-hint')} required>
            <TextInput maxLength={60} />
          </Field>
          <AreaField name="areaId" label={t('area')} required areas={areas} />
          <Field name="departmentId" label={t('department')} hint={t('department-hint')} required>
            <Select options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
          </Field>
          <Button>{t('source-new')}</Button>
        </Form>
      </Section>
    </BridgePage>
  );
}
