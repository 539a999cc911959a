import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { XlsxLink } from '~/components/across/xlsx-link';
import { DepartmentsPlan } from '~/components/administration/departments-plan';
import { Button, Field, FileUpload, Form, PageHeader, TextArea } from '~/components/ui';
import {
  areasOfDepartments,
  importDepartments,
} from '~/domains/organisations/departments/import-departments.server';
import type { DepartmentsOutcome } from '~/domains/organisations/departments/import-departments.server';
import { mostDepartments } from '~/domains/organisations/departments/read-departments';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { readUploads } from '~/http/forms/uploads.server';
import { administration } from '~/i18n/administration';
import { textIn } from '~/i18n/catalogue';
import { departments } from '~/i18n/departments';
import { useText } from '~/i18n/use-text';
import { readTable } from '~/lib/csv/read-xlsx';
import { textOfTable } from '~/lib/csv/text-of-table';
import { paths } from '~/paths';
import { organisationPaths } from '~/paths-organisations';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  await load(args, () => areasOfDepartments(ctx));
  return { title: textIn(ctx.locale, departments)('title') };
}

const importSchema = z.object({
  reason: z.string().trim().min(4).max(500),
  text: z.string().max(1_000_000).default(''),
});

const file = { mostFiles: 1, mostBytes: 2 * 1024 * 1024 };

const countsOf = ({ steps }: DepartmentsOutcome) => ({
  entered: steps.filter(({ act }) => act === 'enter').length,
  changed: steps.filter(({ act }) => act === 'change').length,
  same: steps.filter(({ act, invites }) => act === 'none' && !invites).length,
  invited: steps.filter(({ invites }) => invites).length,
});

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  return runForm(args, importSchema, async ({ reason, text: typed }) => {
    const [bytes] = await readUploads(form, 'file', file);
    const reading = await readTable(bytes ?? typed, { mostRows: mostDepartments });
    const dryRun = form.get('intent') !== 'import';
    const outcome = await importDepartments(ctx, { reading, reason, dryRun });
    const counts = countsOf(outcome);
    const isBad = outcome.faults.length > 0;
    if (dryRun || isBad || counts.same === outcome.steps.length) {
      const values = {
        reason,
        text: bytes ? await textOfTable(bytes, { mostRows: mostDepartments }) : typed,
      };
      return data({ form: { values, errors: {} }, outcome, counts }, { status: isBad ? 400 : 200 });
    }
    const message = await flash(args, textIn(ctx.locale, departments)('flash', counts));
    const to = `${paths.organisations}?kind=department`;
    return redirect(to, { headers: { 'Set-Cookie': message } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function DepartmentsByList() {
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(departments);
  const a = useText(administration);
  const read = answer && 'outcome' in answer ? answer : undefined;
  const ready =
    read !== undefined && read.outcome.faults.length === 0 && read.counts.same < read.outcome.steps.length;
  return (
    <>
      <PageHeader
        above={<Link to={paths.administration}>{a('title')}</Link>}
        title={title}
        lead={t('lead')}
      />
      <div className="stack">
        <Downloads />
        <p className="field-hint">{t('columns')}</p>
        {read && <DepartmentsPlan {...read.outcome} counts={read.counts} />}
        <Form files state={answer?.form} labels={{ file: t('file'), text: t('text'), reason: t('reason') }}>
          <ListFields />
          <div className="form-actions">
            <Button name="intent" value="try" variant={ready ? 'secondary' : 'primary'}>
              {t('try')}
            </Button>
            {ready && (
              <Button name="intent" value="import">
                {t('do')}
              </Button>
            )}
          </div>
        </Form>
      </div>
    </>
  );
}

function Downloads() {
  const t = useText(departments);
  return (
    <>
      <p>
        <a href={organisationPaths.departmentsCsv} download>
          {t('download')}
        </a>{' '}
        <XlsxLink csv={organisationPaths.departmentsCsv} />
      </p>
      <p className="field-hint">{t('download-hint')}</p>
    </>
  );
}

function ListFields() {
  const t = useText(departments);
  return (
    <>
      <Field name="file" label={t('file')}>
        <FileUpload accept=".csv,text/csv,.xlsx" maximum={1} megabytes={2} />
      </Field>
      <Field name="text" label={t('text')}>
        <TextArea rows={8} />
      </Field>
      <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
        <TextArea rows={2} maximum={500} />
      </Field>
    </>
  );
}
