import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AddToRoll, ImportRoll } from '~/components/ballots/roll-forms';
import { RollLines } from '~/components/ballots/roll-lines';
import { EmptyState, Notice, PageHeader, Pagination, SearchForm, Section } from '~/components/ui';
import {
  askForCorrection,
  confirmCorrection,
  refuseCorrection,
} from '~/domains/ballots/roll/correct-roll.server';
import { importRoll } from '~/domains/ballots/roll/import-roll.server';
import { joinLine, partLine } from '~/domains/ballots/roll/join-line.server';
import { addToRoll, strikeFromRoll } from '~/domains/ballots/roll/keep-roll.server';
import { rollKeptDays } from '~/domains/ballots/roll/kept-days';
import { mostRollLines } from '~/domains/ballots/roll/read-roll';
import { rollPage } from '~/domains/ballots/roll/roll-page.query.server';
import {
  confirmCorrectionSchema,
  importRollSchema,
  joinLineSchema,
  newLineSchema,
  partLineSchema,
  refuseCorrectionSchema,
  strikeLineSchema,
} from '~/domains/ballots/roll/schema';
import { DomainError } from '~/domains/domain-error';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { readUploads } from '~/http/forms/uploads.server';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { reasonText } from '~/i18n/reason-text';
import { roll } from '~/i18n/roll';
import { useText } from '~/i18n/use-text';

/** For staff: who stands on the roll of a ballot. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { words: query = '', cursor } = listAsked(args);
  const asked = { query, cursor };
  const page = await load(args, () => rollPage(ctx, args.params.id ?? '', asked));
  return {
    ...page,
    query,
    pageTitle: textIn(ctx.locale, roll)('title'),
    keptDays: rollKeptDays,
    mostRollLines,
  };
}

const file = { mostFiles: 1, mostBytes: 4 * 1024 * 1024 };

async function importTable(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const form = await readForm(args.request);
  return runForm(args, importRollSchema, async ({ text }) => {
    const [bytes] = await readUploads(form, 'file', file);
    if (!bytes && text === '')
      throw new DomainError('invalid', { field: 'file', reason: 'ballots.roll-nothing' });
    const { faults, ...done } = await importRoll(ctx, id, bytes ?? text);
    if (faults.length === 0) return back(args, textIn(ctx.locale, roll)('flash-imported', { ...done }));
    const shown = faults.map(({ line, fault, value }) => ({
      line,
      words: reasonText(ctx.locale, { code: 'invalid', reason: `ballots.${fault}`, params: { value } }),
    }));
    return data({ form: { values: { intent: 'import', text }, errors: {} }, faults: shown }, { status: 400 });
  });
}

async function back(args: ActionFunctionArgs, message: string) {
  const headers = { 'Set-Cookie': await flash(args, message) };
  return redirect(paths.ballotRoll(args.params.id ?? ''), { headers });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, roll);
  const intent = (await readForm(args.request)).get('intent');
  const done = (words: Parameters<typeof t>[0]) => async () => back(args, t(words));
  switch (intent) {
    case 'import':
      return importTable(args);
    case 'add':
      return runForm(args, newLineSchema, (line) => addToRoll(ctx, id, line).then(done('flash-added')));
    case 'correct':
      return runForm(args, newLineSchema, (line) =>
        askForCorrection(ctx, id, line).then(done('flash-asked')),
      );
    case 'strike':
      return runForm(args, strikeLineSchema, (input) =>
        strikeFromRoll(ctx, id, input).then(done('flash-struck')),
      );
    case 'join':
      return runForm(args, joinLineSchema, (input) => joinLine(ctx, id, input).then(done('flash-joined')));
    case 'part':
      return runForm(args, partLineSchema, ({ line }) => partLine(ctx, id, line).then(done('flash-parted')));
    case 'confirm':
      return runForm(args, confirmCorrectionSchema, ({ line }) =>
        confirmCorrection(ctx, id, line).then(done('flash-confirmed')),
      );
    case 'refuse':
      return runForm(args, refuseCorrectionSchema, (input) =>
        refuseCorrection(ctx, id, input).then(done('flash-refused')),
      );
    default:
      throw new Response(null, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.pageTitle, page?.ballot.title);

export default function Roll() {
  const page = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(roll);
  const { ballot, query, lines, next, standing } = page;
  const state = outcome && 'form' in outcome ? { state: outcome.form } : {};
  const faults = outcome && 'faults' in outcome ? outcome.faults : [];
  const isFrozen = ballot.state !== 'scheduled';
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(ballot.id)}>{ballot.title}</Link>}
        title={t('title')}
        lead={t('lead')}
      />
      <Facts ballot={ballot} standing={standing} />
      <p className="field-hint">{t('privacy', { days: page.keptDays })}</p>
      {page.isLate && standing === 0 && <Notice kind="warning">{t('late')}</Notice>}
      {page.keeping.allowed && <p className="field-hint">{t('waits-until')}</p>}
      {page.keeping.allowed && <ImportRoll faults={faults} most={page.mostRollLines} {...state} />}
      {(page.keeping.allowed || page.correcting.allowed) && <AddToRoll isFrozen={isFrozen} {...state} />}
      <Section title={t('list')}>
        {(standing > 0 || query !== '') && (
          <SearchForm label={t('search')} placeholder={t('search')} defaultValue={query} />
        )}
        {lines.length === 0 ? (
          <EmptyState title={t(query === '' ? 'empty-title' : 'none-found')}>
            {t(query === '' ? 'empty-body' : 'none-found-hint')}
          </EmptyState>
        ) : (
          <RollLines lines={lines} keeping={page.keeping} joining={page.joining} {...state} />
        )}
        <Pagination next={next} />
      </Section>
    </>
  );
}

interface FactsShown {
  ballot: { state: string; electorateSize: number | null; rollCorrections: number };
  standing: number;
}

function Facts({ ballot, standing }: FactsShown) {
  const t = useText(roll);
  const { state, electorateSize, rollCorrections } = ballot;
  if (electorateSize !== null)
    return <p>{t('facts-frozen', { size: electorateSize, corrections: rollCorrections })}</p>;
  return state === 'scheduled' ? <p>{t('facts-scheduled', { count: standing })}</p> : null;
}
