import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaBreadcrumbs,
  Button,
  Field,
  FileUpload,
  Form,
  LineFaults,
  PageHeader,
  TextArea,
  TextInput,
} from '~/components/ui';
import type { LineFaultsProps } from '~/components/ui';
import { ensure } from '~/domains/domain-error';
import { addAreas, areaNamesKept, areaTrail, mayKeepArea } from '~/domains/territory/index.server';
import { areaListSchema } from '~/domains/territory/schema';
import { mostNewAreas } from '~/domains/territory/rules/read-new-areas';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { readUploads } from '~/http/forms/uploads.server';
import { pageTitle } from '~/http/answers/page-title';
import { areaKeeping } from '~/i18n/area-keeping';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { textOfTable } from '~/lib/csv/text-of-table';
import { paths } from '~/paths';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  await load(args, async () => {
    await areaNamesKept(ctx, id);
    ensure(mayKeepArea(ctx.actor, id));
  });
  const trail = await areaTrail(ctx, id);
  const name = trail.at(-1)?.name ?? id;
  return { trail, title: textIn(ctx.locale, areaKeeping)('list-title', { name }) };
}

const file = { mostFiles: 1, mostBytes: 256 * 1024 };

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const form = await readForm(args.request);
  return runForm(args, areaListSchema, async ({ text, reason }) => {
    const [bytes] = await readUploads(form, 'file', file);
    const { faults, added } = await addAreas(ctx, id, { table: bytes ?? text, reason });
    if (faults.length > 0) {
      const values = { text: bytes ? await textOfTable(bytes, { mostRows: mostNewAreas }) : text, reason };
      return data({ form: { values, errors: {} }, faults }, { status: 400 });
    }
    const message = textIn(ctx.locale, areaKeeping)('flash-list', { count: added });
    return redirect(paths.area(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function AddAreasByList() {
  const { trail, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(areaKeeping);
  return (
    <>
      <PageHeader above={<AreaBreadcrumbs areas={trail} />} title={title} lead={t('list-lead')} />
      <div className="stack">
        <p className="field-hint">{t('list-columns')}</p>
        <p className="pre-line">
          <code className="shown-secret">{t('list-example')}</code>
        </p>
        {outcome && 'faults' in outcome && <Faults faults={outcome.faults} />}
        <Form files state={outcome && 'form' in outcome ? outcome.form : undefined}>
          <Field name="file" label={t('list-file')}>
            <FileUpload accept=".csv,text/csv,.xlsx" maximum={1} megabytes={1} />
          </Field>
          <Field name="text" label={t('list-text')}>
            <TextArea rows={8} />
          </Field>
          <Field name="reason" label={t('add-reason')} hint={t('reason-hint')} required>
            <TextInput maxLength={300} />
          </Field>
          <Button>{t('list-submit')}</Button>
        </Form>
      </div>
    </>
  );
}

function Faults({ faults }: Pick<LineFaultsProps<string>, 'faults'>) {
  const t = useText(areaKeeping);
  return <LineFaults faults={faults} catalogue={areaKeeping} bad={(count) => t('list-bad', { count })} />;
}
