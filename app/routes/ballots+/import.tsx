import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaField, Button, Field, Form, Notice, PageHeader, RadioGroup, TextInput } from '~/components/ui';
import { CompletionFields } from '~/components/ballots/paper/budget-paper-fields';
import { importPb, importPbSchema } from '~/domains/ballots/files/import-pb.server';
import { importRules } from '~/domains/ballots/vocabulary';
import { areasOfBallots } from '~/domains/ballots/policy';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { readUploads } from '~/http/forms/uploads.server';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { budgetPapers } from '~/i18n/budget-papers';
import { useText } from '~/i18n/use-text';

const limits = { mostFiles: 1, mostBytes: 30 * 1024 * 1024 };

/** For organisers: a budget ballot from a Pabulib file. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const own = areasOfBallots(ctx.actor);
  const areas = await areaChoices(ctx, { scope: own });
  return { areas, title: textIn(ctx.locale, ballots)('import-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  return runForm(args, importPbSchema, async (input) => {
    const [bytes] = await readUploads(form, 'file', limits);
    const imported = await importPb(ctx, input, bytes ?? new Uint8Array());
    if ('faults' in imported) return data({ faults: imported.faults.slice(0, 20) }, { status: 400 });
    const message = textIn(ctx.locale, ballots)('flash-imported');
    return redirect(paths.ballot(imported.id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

export default function ImportBallot() {
  const { areas } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballots);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const faults = outcome && 'faults' in outcome ? outcome.faults : [];
  return (
    <>
      <PageHeader title={t('import-title')} lead={t('import-lead')} />
      {faults.length > 0 && (
        <Notice kind="error" title={t('import-refused')}>
          <ul>
            {faults.map((fault, index) => (
              <li key={index}>{t('import-fault', fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Form
        files
        {...(state ? { state } : {})}
        initial={{ budgetRule: 'equal-shares-cost', completion: 'add1' }}
      >
        <Field name="file" label={t('import-file')} required>
          <TextInput type="file" accept=".pb" />
        </Field>
        <Field name="title" label={t('form.title')} hint={t('import-title-hint')}>
          <TextInput maxLength={80} />
        </Field>
        <AreaField name="areaId" label={t('form.area')} required areas={areas} />
        <RuleChoices />
        <CompletionFields />
        <Button>{t('import-submit')}</Button>
      </Form>
    </>
  );
}

function RuleChoices() {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const wordsOf = (rule: (typeof importRules)[number]) => {
    if (rule === 'file') return { label: p('import-rule.file'), hint: p('import-rule.file-hint') };
    if (rule === 'equal-shares-points')
      return { label: p(`points-rule.${rule}`), hint: p(`points-rule.${rule}-hint`) };
    return { label: t(`budget-rule.${rule}`), hint: t(`budget-rule.${rule}-hint`) };
  };
  return (
    <RadioGroup
      name="budgetRule"
      label={t('form.budgetRule')}
      required
      choices={importRules.map((rule) => ({ value: rule, ...wordsOf(rule) }))}
    />
  );
}
