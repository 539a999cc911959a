import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  AreaField,
  AreaInQuery,
  Button,
  Field,
  FileUpload,
  Form,
  Notice,
  RadioGroup,
  Section,
  Table,
  TextInput,
} from '~/components/ui';
import { BridgePage } from '~/components/bridges/bridge-page';
import { importOrders } from '~/domains/bridges/index.server';
import { DomainError } from '~/domains/domain-error';
import { areaFilter } from '~/domains/territory/index.server';
import { bridgeText, requireExchanger } from '~/http/actions/bridge-admin.server';
import { readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { readUploads } from '~/http/forms/uploads.server';
import { hasKey } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';
import { firstArea } from '~/lib/choices/area-choices';

export async function loader(args: LoaderFunctionArgs) {
  const exchanger = await requireExchanger(args);
  const asked = new URL(args.request.url).searchParams;
  const exported = await areaFilter(exchanger.ctx, asked, { scope: exchanger.areaIds });
  return { areas: { ...exported, found: null }, exported, title: bridgeText(args)('title') };
}

const importSchema = z.object({
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  system: z.string().trim().min(1).max(60),
  mode: z.enum(['check', 'do']),
});

const tableFile = { mostFiles: 1, mostBytes: 5 * 1024 * 1024 };

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await requireExchanger(args);
  const form = await readForm(args.request);
  return runForm(args, importSchema, async ({ areaId, system, mode }) => {
    const [bytes] = await readUploads(form, 'table', tableFile);
    if (!bytes) throw new DomainError('invalid', { field: 'table', reason: 'bridges.no-file' });
    const dryRun = mode === 'check';
    return { dryRun, report: await importOrders(ctx, { bytes, areaId, system, dryRun }) };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Exchange() {
  const { areas, exported } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <BridgePage tab="exchange" lead={t('exchange-lead')}>
      <Section title={t('import-title')}>
        <Report />
        <Form files state={state} initial={{ areaId: firstArea(areas), system: '12345', mode: 'check' }}>
          <Field name="table" label={t('import-file')} hint={t('import-file-hint')} required>
            <FileUpload accept=".csv,text/csv,.xlsx" multiple={false} megabytes={5} />
          </Field>
          <AreaField name="areaId" label={t('area')} required areas={areas} />
          <Field name="system" label={t('import-system')} required>
            <TextInput maxLength={60} />
          </Field>
          <RadioGroup
            name="mode"
            label={t('import-mode')}
            choices={(['check', 'do'] as const).map((value) => ({ value, label: t(`import-mode-${value}`) }))}
          />
          <Button>{t('import-title')}</Button>
        </Form>
      </Section>
      <Section title={t('export-title')}>
        <form action={paths.orderExport} className="form">
          <AreaInQuery label={t('area')} areas={exported} lookAt={paths.orderExchange} />
          <p className="form-actions">
            <Button variant="secondary">{t('export')}</Button>
            <Button variant="secondary" name="as" value="xlsx">
              {t('export-xlsx')}
            </Button>
          </p>
        </form>
      </Section>
    </BridgePage>
  );
}

function Report() {
  const outcome = useActionData<typeof action>();
  const t = useText(bridges);
  if (!outcome || !('report' in outcome)) return null;
  const { report, dryRun } = outcome;
  const { encoding, faults, ...counts } = report;
  const words = (key: string, params?: Record<string, string | number>) =>
    hasKey(bridges, key) ? t(key, params) : key;
  if (faults.length === 0)
    return (
      <Notice kind="success" title={t(dryRun ? 'import-fine' : 'import-done', counts)}>
        {t('encoding', { encoding })}
      </Notice>
    );
  return (
    <>
      <Notice kind="error" title={t('import-faults', { count: faults.length })}>
        {t('encoding', { encoding })}
      </Notice>
      <Table
        caption={t('import-faults', { count: faults.length })}
        captionHidden
        rows={faults.slice(0, 200).map((fault, index) => ({ ...fault, id: String(index) }))}
        rowKey={(fault) => fault.id}
        columns={[
          { key: 'line', header: t('line'), cell: (fault) => fault.line },
          { key: 'fault', header: t('fault'), cell: (fault) => words(fault.key, fault.params) },
        ]}
      />
    </>
  );
}
