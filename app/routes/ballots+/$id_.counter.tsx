import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { BallotChoices } from '~/components/ballots/ballot-choices';
import { BlankPaper } from '~/components/ballots/paper/blank-paper';
import { CounterResults } from '~/components/ballots/result/counter-results';
import {
  Button,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  SearchForm,
  Section,
} from '~/components/ui';
import { handOutPaper, voteAtCounter } from '~/domains/ballots/casting/assist-voter.server';
import { ballotKind } from '~/domains/ballots/ballot-page.query.server';
import { counterPage } from '~/domains/ballots/paper/counter.query.server';
import { readChoice } from '~/domains/ballots/casting/read-choice';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runAction } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { wordsAsked } from '~/lib/texts/searching/words-asked';

/** For staff: voting with people who have no device, and handing out sheets of paper. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const params = new URL(args.request.url).searchParams;
  const search = { query: wordsAsked(params.get('q')), personId: params.get('person') ?? '' };
  const page = await load(args, () => counterPage(ctx, args.params.id ?? '', search));
  return { ...page, search, pageTitle: textIn(ctx.locale, ballots)('counter-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const form = await readForm(args.request);
  const t = textIn(ctx.locale, ballots);
  const personId = String(form.get('person') ?? '');
  if (form.get('intent') === 'hand-out') {
    return runAction(
      args,
      async () => {
        await handOutPaper(ctx, id, personId);
        return redirect(paths.ballotCounter(id), {
          headers: { 'Set-Cookie': await flash(args, t('flash-handed-out')) },
        });
      },
      form,
    );
  }
  const choice = readChoice(await load(args, () => ballotKind(ctx, id)), form);
  return runAction(
    args,
    async () => {
      await voteAtCounter(ctx, id, { personId, choice, blank: form.get('blank') === 'yes' });
      return data({ recorded: true });
    },
    form,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.pageTitle, page?.ballot.title);

const wordsOfAccounts = {
  search: 'counter-search',
  none: 'electors-none-hint',
  recorded: 'counter-recorded',
} as const;
const wordsOfRoll = {
  search: 'counter-search-roll',
  none: 'counter-none-roll-hint',
  recorded: 'counter-recorded-roll',
} as const;

export default function Counter() {
  const { ballot, found, search } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballots);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const byRoll = ballot.electorateKind === 'roll';
  const words = byRoll ? wordsOfRoll : wordsOfAccounts;
  const recorded = outcome !== undefined && 'recorded' in outcome;
  const chosen = search.personId === '' || recorded ? undefined : found[0];
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(ballot.id)}>{ballot.title}</Link>}
        title={t('counter-title')}
        lead={t('counter-lead')}
      />
      {recorded && <Notice kind="success">{t(words.recorded)}</Notice>}
      <SearchForm
        action={paths.ballotCounter(ballot.id)}
        label={t(words.search)}
        placeholder={t(words.search)}
        defaultValue={search.query}
      />
      {search.query !== '' && found.length === 0 && (
        <EmptyState title={t('counter-none')} action={byRoll && <RollLink ballotId={ballot.id} />}>
          {t(words.none)}
        </EmptyState>
      )}
      {chosen ? (
        <VoteFor ballot={ballot} person={chosen} {...(state ? { state } : {})} />
      ) : (
        found.length > 0 &&
        !recorded && <CounterResults ballot={ballot} found={found} {...(state ? { state } : {})} />
      )}
    </>
  );
}

interface VoteForProps {
  ballot: ReturnType<typeof useLoaderData<typeof loader>>['ballot'];
  person: { personId: string; displayName: string };
  state?: FormState;
}

function VoteFor({ ballot, person, state }: VoteForProps) {
  const t = useText(ballots);
  return (
    <Section title={t('counter-vote-for', { name: person.displayName })}>
      <p>{t('counter-vote-hint')}</p>
      <Form intent="vote" hidden={{ person: person.personId }} {...(state ? { state } : {})}>
        <BallotChoices ballot={ballot} />
        <BlankPaper />
        <Button size="large">{t('counter-cast')}</Button>
      </Form>
    </Section>
  );
}

function RollLink({ ballotId }: { ballotId: string }) {
  const t = useText(ballots);
  return (
    <LinkButton variant="secondary" to={paths.ballotRoll(ballotId)}>
      {t('roll-link')}
    </LinkButton>
  );
}
