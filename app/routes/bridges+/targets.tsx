import { redirect } from '@remix-run/node';
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
import { BridgePage } from '~/components/bridges/bridge-page';
import { addTarget, listTargets } from '~/domains/bridges/index.server';
import { targetSchema } from '~/domains/bridges/schema';
import { areasBelow, bridgeText, requireExchanger } from '~/http/actions/bridge-admin.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';
import { firstArea } from '~/lib/choices/area-choices';

export async function loader(args: LoaderFunctionArgs) {
  const exchanger = await requireExchanger(args);
  const [targets, areas] = await Promise.all([
    listTargets(exchanger.ctx, exchanger.areaIds),
    areasBelow(exchanger),
  ]);
  return { targets, areas, title: bridgeText(args)('title') };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await requireExchanger(args);
  return runForm(args, targetSchema, async (input) => {
    const id = await addTarget(ctx, input);
    const message = bridgeText(args)('target-added');
    return redirect(paths.open311Target(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Targets() {
  const { targets, areas } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <BridgePage tab="targets" lead={t('targets-lead')}>
      <CardList label={t('tab.targets')}>
        {targets.map((target) => (
          <Card
            key={target.id}
            headingLevel={2}
            title={target.name}
            to={paths.open311Target(target.id)}
            badges={
              <StatusBadge tone={target.state === 'active' ? 'success' : 'danger'}>
                {t(`state.${target.state}` as 'state.active')}
              </StatusBadge>
            }
            meta={<span className="break-anywhere">{target.url}</span>}
          />
        ))}
      </CardList>
      {targets.length === 0 && <EmptyState title={t('targets-empty')}>{t('target-url-hint')}</EmptyState>}
      <Section title={t('target-new')}>
        <Form state={state} initial={{ areaId: firstArea(areas) }}>
          <Field name="name" label={t('name')} required>
            <TextInput maxLength={60} />
          </Field>
          <AreaField name="areaId" label={t('area')} required areas={areas} />
          <Field name="url" label={t('target-url')} hint={t('target-url-hint')} required>
            <TextInput type="url" maxLength={500} />
          </Field>
          <Field name="jurisdictionId" label={t('target-jurisdiction')}>
            <TextInput maxLength={100} />
          </Field>
          <Field name="apiKey" label={t('target-key')}>
            <TextInput maxLength={200} autoComplete="off" />
          </Field>
          <Button>{t('target-new')}</Button>
        </Form>
      </Section>
    </BridgePage>
  );
}
