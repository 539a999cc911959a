import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, Form, Notice, PageHeader } from '~/components/ui';
import { offerByLink } from '~/domains/ballots/entrusting/entrusting-page.query.server';
import { answerOffer } from '~/domains/ballots/entrusting/entrust-vote.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runAction } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { entrusting } from '~/i18n/entrusting';
import { useText } from '~/i18n/use-text';

/** Where the link leads by which somebody entrusts the own vote: who agrees votes for them. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return load(args, () => offerByLink(ctx, args.params.code ?? ''));
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  const answer = form.get('intent') === 'decline' ? 'decline' : 'accept';
  const t = textIn(ctx.locale, entrusting);
  const run = async () => {
    const ballotId = await answerOffer(ctx, args.params.code ?? '', answer);
    const message = await flash(args, t(answer === 'accept' ? 'flash-accepted' : 'flash-declined'));
    const to = answer === 'accept' ? paths.entrustedVotes(ballotId) : paths.ballot(ballotId);
    return redirect(to, { headers: { 'Set-Cookie': message } });
  };
  return runAction(args, run, form);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.ballot.title);

export default function EntrustedOffer() {
  const { ballot, fromName: name, may } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(entrusting);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        above={<Link to={paths.ballot(ballot.id)}>{ballot.title}</Link>}
        title={t('offer-title', { name })}
        lead={t('offer-lead', { title: ballot.title, name })}
      />
      {may.allowed ? (
        <div className="form-actions">
          <Form intent="accept" {...(state ? { state } : {})}>
            <Button size="large">{t('accept', { name })}</Button>
          </Form>
          <Form intent="decline">
            <Button variant="secondary">{t('decline')}</Button>
          </Form>
        </div>
      ) : (
        <Notice>{may.words}</Notice>
      )}
    </>
  );
}
