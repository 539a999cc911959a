import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  Field,
  FileUpload,
  Form,
  LineFaults,
  Notice,
  PageHeader,
  TextArea,
  TextInput,
} from '~/components/ui';
import { ensure } from '~/domains/domain-error';
import { portalTops } from '~/domains/identity/index.server';
import { mayImportCensus } from '~/domains/territory/census/import-census.server';
import type { CensusOutcome } from '~/domains/territory/census/import-census.server';
import { censusInUse, importCensus } from '~/domains/territory/index.server';
import { censusSchema } from '~/domains/territory/schema';
import { mostCensusLines } from '~/domains/territory/rules/read-census';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { readUploads } from '~/http/forms/uploads.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { census } from '~/i18n/census';
import { useText } from '~/i18n/use-text';
import { ageBands } from '~/lib/age-bands';
import { textOfTable } from '~/lib/csv/text-of-table';
import { paths } from '~/paths';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const inUse = await load(args, async () => {
    ensure(mayImportCensus(ctx.actor, await portalTops(ctx)));
    return censusInUse(ctx);
  });
  return { inUse, title: textIn(ctx.locale, census)('title') };
}

const file = { mostFiles: 1, mostBytes: 2 * 1024 * 1024 };

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  return runForm(args, censusSchema, async ({ year, source, text: typed }) => {
    const [bytes] = await readUploads(form, 'file', file);
    const dryRun = form.get('intent') !== 'import';
    const topIds = await portalTops(ctx);
    const outcome = await importCensus(ctx, { table: bytes ?? typed, year, source, dryRun, topIds });
    if (outcome.version === null) {
      const values = {
        year: String(year),
        source,
        text: bytes ? await textOfTable(bytes, { mostRows: mostCensusLines }) : typed,
      };
      return data(
        { form: { values, errors: {} }, outcome },
        { status: outcome.faults.length > 0 ? 400 : 200 },
      );
    }
    const message = textIn(ctx.locale, census)('imported', {
      count: outcome.lines,
      version: outcome.version,
    });
    return redirect(paths.insights, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ImportCensus() {
  const answer = useActionData<typeof action>();
  const t = useText(census);
  const outcome = answer && 'outcome' in answer ? answer.outcome : undefined;
  const isReady = outcome?.faults.length === 0;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <InUse />
      <p className="field-hint">{t('columns', { bands: ageBands.join(', ') })}</p>
      {outcome && <Outcome outcome={outcome} />}
      <Form files state={answer?.form}>
        <Field name="file" label={t('file')}>
          <FileUpload accept=".csv,text/csv,.xlsx" maximum={1} megabytes={2} />
        </Field>
        <Field name="text" label={t('text')}>
          <TextArea rows={8} />
        </Field>
        <Field name="year" label={t('year')} required>
          <TextInput inputMode="numeric" maxLength={4} />
        </Field>
        <Field name="source" label={t('source')} hint={t('source-hint')} required>
          <TextInput maxLength={200} />
        </Field>
        <div className="form-actions">
          <Button name="intent" value="try" variant={isReady ? 'secondary' : 'primary'}>
            {t('try')}
          </Button>
          {isReady && (
            <Button name="intent" value="import">
              {t('do')}
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}

function InUse() {
  const { inUse } = useLoaderData<typeof loader>();
  const t = useText(census);
  if (!inUse) return <p>{t('none')}</p>;
  const { year, source, version, lines } = inUse;
  return <p>{t('current', { year, source, version, count: lines })}</p>;
}

function Outcome({ outcome }: { outcome: CensusOutcome }) {
  const t = useText(census);
  const { faults, areas, lines } = outcome;
  if (faults.length === 0) return <Notice kind="success">{t('good', { areas, count: lines })}</Notice>;
  return <LineFaults faults={faults} catalogue={census} bad={(count) => t('bad', { count })} />;
}
