import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  Field,
  FileUpload,
  Form,
  LineFaults,
  Notice,
  PageHeader,
  TextArea,
} from '~/components/ui';
import { importList } from '~/domains/responsibility/import-list.server';
import type { ImportOutcome } from '~/domains/responsibility/import-list.server';
import { keptAreas } from '~/domains/responsibility/policy';
import { mostLines } from '~/domains/responsibility/rules/read-list';
import { importSchema } from '~/domains/responsibility/schema';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { readUploads } from '~/http/forms/uploads.server';
import { textIn } from '~/i18n/catalogue';
import { reasons } from '~/i18n/reasons';
import { responsibility } from '~/i18n/responsibility';
import { useText } from '~/i18n/use-text';
import { readTable } from '~/lib/csv/read-xlsx';
import { textOfTable } from '~/lib/csv/text-of-table';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const own = keptAreas(ctx.actor);
  if (own.length === 0) throw data({ reason: textIn(ctx.locale, reasons)('not-moderator') }, { status: 403 });
  return {
    areas: await areaChoices(ctx, { scope: own }),
    title: textIn(ctx.locale, responsibility)('import-title'),
  };
}

const file = { mostFiles: 1, mostBytes: 2 * 1024 * 1024 };

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  return runForm(args, importSchema, async ({ areaId, reason, text: typed }) => {
    const [bytes] = await readUploads(form, 'file', file);
    const dryRun = form.get('intent') !== 'import';
    const reading = await readTable(bytes ?? typed, { mostRows: mostLines });
    const outcome = await importList(ctx, { reading, areaId, reason, dryRun });
    const written = outcome.entered + outcome.changed;
    if (dryRun || outcome.faults.length > 0 || written === 0) {
      const values = {
        areaId,
        reason,
        text: bytes ? await textOfTable(bytes, { mostRows: mostLines }) : typed,
      };
      return data(
        { form: { values, errors: {} }, outcome },
        { status: outcome.faults.length > 0 ? 400 : 200 },
      );
    }
    const message = textIn(ctx.locale, responsibility)('flash-imported', { count: written });
    return redirect(`${paths.responsibilities}?area=${areaId}`, {
      headers: { 'Set-Cookie': await flash(args, message) },
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ImportList() {
  const { areas } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(responsibility);
  const outcome = answer && 'outcome' in answer ? answer.outcome : undefined;
  const ready = outcome !== undefined && outcome.faults.length === 0 && outcome.entered + outcome.changed > 0;
  return (
    <>
      <PageHeader title={t('import-title')} lead={t('import-lead')} />
      <p className="field-hint">{t('import-columns')}</p>
      {outcome && <Outcome outcome={outcome} />}
      <Form files state={answer?.form}>
        <AreaField name="areaId" label={t('import-area')} required areas={areas} />
        <Field name="file" label={t('import-file')}>
          <FileUpload accept=".csv,text/csv,.xlsx" maximum={1} megabytes={2} />
        </Field>
        <Field name="text" label={t('import-text')}>
          <TextArea rows={8} />
        </Field>
        <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
          <TextArea rows={2} maximum={500} />
        </Field>
        <div className="form-actions">
          <Button name="intent" value="try" variant={ready ? 'secondary' : 'primary'}>
            {t('import-try')}
          </Button>
          {ready && (
            <Button name="intent" value="import">
              {t('import-do')}
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}

function Outcome({ outcome }: { outcome: ImportOutcome }) {
  const t = useText(responsibility);
  const { faults, entered, changed, same } = outcome;
  if (faults.length === 0) {
    const words = entered + changed === 0 ? t('import-none') : t('import-good', { entered, changed, same });
    return <Notice kind="success">{words}</Notice>;
  }
  return (
    <LineFaults faults={faults} catalogue={responsibility} bad={(count) => t('import-bad', { count })} />
  );
}
