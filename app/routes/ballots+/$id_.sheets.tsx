import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { BallotChoices } from '~/components/ballots/ballot-choices';
import { SheetList } from '~/components/ballots/sheet-list';
import {
  Button,
  Checkbox,
  ConfirmForm,
  Field,
  Form,
  Notice,
  PageHeader,
  Section,
  TextInput,
} from '~/components/ui';
import { ballotKind } from '~/domains/ballots/ballot-page.query.server';
import { sheetsPage } from '~/domains/ballots/paper/counter.query.server';
import { completeSheets, enterSheet } from '~/domains/ballots/paper/enter-sheet.server';
import { sheetNumberSchema, withdrawSheetSchema } from '~/domains/ballots/paper/paper-sheet';
import { withdrawSheet } from '~/domains/ballots/paper/withdraw-sheet.server';
import { readChoice } from '~/domains/ballots/casting/read-choice';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runAction, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

/** For staff: sheets of paper, entered by two people separately and compared. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => sheetsPage(ctx, args.params.id ?? ''));
  return { ...page, pageTitle: textIn(ctx.locale, ballots)('sheets-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const form = await readForm(args.request);
  const t = textIn(ctx.locale, ballots);
  if (form.get('intent') === 'complete') {
    return runAction(
      args,
      async () => {
        await completeSheets(ctx, id);
        return redirect(paths.ballot(id), {
          headers: { 'Set-Cookie': await flash(args, t('flash-sheets-complete')) },
        });
      },
      form,
    );
  }
  if (form.get('intent') === 'withdraw')
    return runForm(args, withdrawSheetSchema, async ({ withdrawn, reason }) => {
      await withdrawSheet(ctx, id, { number: withdrawn, reason });
      return redirect(paths.ballotSheets(id), {
        headers: { 'Set-Cookie': await flash(args, t('flash-sheet-withdrawn')) },
      });
    });
  const kind = await load(args, () => ballotKind(ctx, id));
  return runForm(args, sheetNumberSchema, async ({ number }) => {
    const choice = form.get('spoilt') === 'on' ? null : readChoice(kind, form);
    return data({ entered: await enterSheet(ctx, id, { number, choice }), number });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.pageTitle, page?.ballot.title);

export default function Sheets() {
  const { ballot, sheets, taken, entering } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballots);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const shown = state ? { state } : {};
  const entered = outcome && 'entered' in outcome ? outcome : null;
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(ballot.id)}>{ballot.title}</Link>}
        title={t('sheets-title')}
        lead={t('sheets-lead')}
      />
      <p>{t('sheets-facts', { taken, entered: sheets.length, settled: settledOf(sheets) })}</p>
      {entered && (
        <Notice kind={entered.entered === 'differs' ? 'warning' : 'success'}>
          {entered.number}
          {t('colon')}
          {t(`sheets-${entered.entered}`)}
        </Notice>
      )}
      {entering.allowed ? (
        <Section title={t('sheets-enter')}>
          <Form intent="enter" {...shown} key={entered ? `${entered.number}-${entered.entered}` : 'new'}>
            <Field name="number" label={t('sheets-number')} required>
              <TextInput type="number" min={1} max={99999} />
            </Field>
            <BallotChoices ballot={ballot} />
            <SpoiltSheet {...shown} />
            <Button>{t('sheets-enter')}</Button>
          </Form>
        </Section>
      ) : (
        <Notice>{entering.words}</Notice>
      )}
      <SheetList sheets={sheets} />
      {entering.allowed && sheets.length > 0 && <WithdrawSheet {...shown} />}
      {ballot.state === 'counting' && entering.allowed && (
        <ConfirmForm
          trigger={t('sheets-complete')}
          title={t('sheets-complete-title')}
          description={t('sheets-complete-description')}
          confirm={t('sheets-complete')}
          intent="complete"
          {...shown}
        />
      )}
    </>
  );
}

const settledOf = (sheets: readonly { state: string }[]) =>
  sheets.filter((sheet) => sheet.state === 'settled').length;

/** Where a number was mistyped: without this the ballot could not be counted. */
function WithdrawSheet({ state }: { state?: FormState }) {
  const t = useText(ballots);
  return (
    <ConfirmForm
      trigger={t('sheets-withdraw')}
      title={t('sheets-withdraw-title')}
      description={t('sheets-withdraw-description')}
      reason={t('sheets-withdraw-reason')}
      reasonMaximum={500}
      intent="withdraw"
      {...(state && { state })}
    >
      <Field name="withdrawn" label={t('sheets-number')} required>
        <TextInput type="number" min={1} max={99999} />
      </Field>
    </ConfirmForm>
  );
}

/** Says that a sheet is invalid: also of one whose reading the rules do not allow, once that was asked about. */
function SpoiltSheet({ state }: { state?: FormState }) {
  const t = useText(ballots);
  const questioned = Object.keys(state?.errors ?? {}).some((field) => field !== 'number');
  return <Checkbox name="spoilt" label={t(questioned ? 'sheets-spoilt-meant' : 'sheets-spoilt')} />;
}
