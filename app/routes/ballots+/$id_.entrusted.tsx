import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { OwnEntrusting } from '~/components/ballots/own-entrusting';
import { TakenOnVote } from '~/components/ballots/taken-on-vote';
import { Notice, PageHeader, Section } from '~/components/ui';
import { castEntrusted } from '~/domains/ballots/casting/cast-vote.server';
import { entrustingPage } from '~/domains/ballots/entrusting/entrusting-page.query.server';
import { giveBackVote, offerVote, revokeEntrusting } from '~/domains/ballots/entrusting/entrust-vote.server';
import { choiceValues, readChoice } from '~/domains/ballots/casting/read-choice';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runAction } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { qrSquares } from '~/platform/qr/qr-code.server';
import { textIn } from '~/i18n/catalogue';
import { entrusting } from '~/i18n/entrusting';
import { useText } from '~/i18n/use-text';

/** For one person: who votes for them in a ballot, and for whom they vote. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { taken, current, ...page } = await load(args, () => entrustingPage(ctx, args.params.id ?? ''));
  const link =
    current?.state === 'offered' ? ctx.configuration.publicUrl + paths.entrustedOffer(current.code) : null;
  return {
    ...page,
    current: current && {
      id: current.id,
      toName: current.toName,
      link,
      qr: link === null ? null : qrSquares(link),
    },
    taken: taken.map((one) => ({ ...one, values: choiceValues(one.own?.choice ?? null) })),
    title: textIn(ctx.locale, entrusting)('title'),
  };
}

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const ballotId = args.params.id ?? '';
  const form = await readForm(args.request);
  const t = textIn(ctx.locale, entrusting);
  const id = String(form.get('entrusting') ?? '');
  const acts = {
    offer: { run: () => offerVote(ctx, ballotId), words: 'flash-offered' },
    revoke: { run: () => revokeEntrusting(ctx, id), words: 'flash-revoked' },
    'give-back': { run: () => giveBackVote(ctx, id), words: 'flash-given-back' },
    vote: {
      run: () =>
        castEntrusted(ctx, id, {
          choice: (kind) => readChoice(kind, form),
          blank: form.get('blank') === 'yes',
        }),
      words: 'flash-cast',
    },
  } as const;
  const intent = form.get('intent');
  const act = intent === 'offer' || intent === 'revoke' || intent === 'give-back' ? acts[intent] : acts.vote;
  const run = async () => {
    await act.run();
    return redirect(paths.entrustedVotes(ballotId), {
      headers: { 'Set-Cookie': await flash(args, t(act.words)) },
    });
  };
  return runAction(args, run, form);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.title, page?.ballot.title);

export default function EntrustedVotes() {
  const { ballot, most, current, taken, open, entrusting: may } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(entrusting);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(ballot.id)}>{ballot.title}</Link>}
        title={t('title')}
        lead={t('lead')}
      />
      <p>{t('most', { count: most })}</p>
      {!may.allowed && <Notice>{may.words}</Notice>}
      <Section title={t('own-title')}>
        <div className="stack">
          <OwnEntrusting current={current} may={may.allowed} state={state} />
        </div>
      </Section>
      <Section title={t('taken-title')}>
        {taken.length === 0 && <p>{t('taken-none')}</p>}
        {taken.map((one) => (
          <TakenOnVote key={one.id} ballot={ballot} taken={one} open={open.allowed} state={state} />
        ))}
      </Section>
    </>
  );
}
