import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { DiscardDraft } from '~/components/ballots/walk/discard-draft';
import { WhatWasTyped } from '~/components/ballots/walk/what-was-typed';
import { Button, Form, LinkButton, Notice, PageHeader } from '~/components/ui';
import { leftDraft } from '~/domains/ballots/drafting/left-draft.query.server';
import { raiseAnew } from '~/domains/ballots/drafting/raise-anew.server';
import { DomainError } from '~/domains/domain-error';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { ballotWalk } from '~/i18n/ballot-walk';
import { textIn } from '~/i18n/catalogue';
import { reasonText } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import { ballotPaths } from '~/paths-ballots';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const left = await load(args, () => leftDraft(ctx, id));
  if (left === null) return redirect(ballotPaths.draftStep(id, 'preview'));
  const { reason, ...draft } = left;
  const why = reasonText(ctx.locale, new DomainError('forbidden', { reason }));
  return { draft, why, heading: textIn(ctx.locale, ballotWalk)('left-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, z.object({}), async () => {
    const step = await raiseAnew(ctx, id);
    const message = await flash(args, textIn(ctx.locale, ballotWalk)('flash-anew'));
    return redirect(ballotPaths.draftStep(id, step), { headers: { 'Set-Cookie': message } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.heading);

export default function LeftDraft() {
  const { draft, why, heading } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballotWalk);
  const { id, ballotId, title, mayRaiseAnew } = draft;
  return (
    <>
      <PageHeader
        above={<Link to={ballotPaths.drafts}>{t('drafts-title')}</Link>}
        title={heading}
        lead={title}
      />
      <Notice kind="warning" title={t('left-why')}>
        <p>{why}</p>
        <p>{t(mayRaiseAnew ? 'left-next' : 'left-next-copy')}</p>
      </Notice>
      <WhatWasTyped fields={draft.fields} names={draft.names} />
      <div className="stack">
        {mayRaiseAnew && (
          <Form state={outcome?.form}>
            <p className="field-hint">{t('left-anew-hint')}</p>
            <Button>{t('left-anew')}</Button>
          </Form>
        )}
        <div className="form-actions">
          {ballotId !== null && (
            <LinkButton variant="secondary" to={paths.ballot(ballotId)}>
              {t('left-ballot')}
            </LinkButton>
          )}
          <DiscardDraft id={id} />
        </div>
      </div>
    </>
  );
}
