import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { BallotPreview } from '~/components/ballots/walk/preview';
import { PublishForm } from '~/components/ballots/walk/publish-form';
import { WalkSteps } from '~/components/ballots/walk/walk-steps';
import { WhatChanges } from '~/components/ballots/walk/what-changes';
import { WhatIsMissing } from '~/components/ballots/walk/what-is-missing';
import { PageHeader } from '~/components/ui';
import { draftChanges } from '~/domains/ballots/drafting/draft-changes.query.server';
import { draftFaults } from '~/domains/ballots/drafting/draft-faults.query.server';
import { draftPreview } from '~/domains/ballots/drafting/preview.query.server';
import { publishDraft } from '~/domains/ballots/drafting/publish-draft.server';
import { DomainError } from '~/domains/domain-error';
import { areaNames } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { draftAt, errorsOf } from '~/http/forms/ballot-steps.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { statutoryLines } from '~/http/answers/files/statutory-record.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballotPaths } from '~/paths-ballots';
import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const draft = await draftAt(args);
  const faults = await draftFaults(ctx, draft);
  const { changes, names } = await draftChanges(ctx, draft);
  const preview = faults.length > 0 ? null : await draftPreview(ctx, draft);
  const areaId = preview?.ballot.areaId ?? '';
  return {
    ...{ id: draft.id, revision: draft.revision, names, preview },
    record: preview && statutoryLines(ctx, preview.ballot),
    changes: draft.ballotId === null ? null : changes,
    missing: faults.map(({ step, faults }) => ({ step, errors: errorsOf(ctx.locale, faults) })),
    areaName: (await areaNames(ctx, [areaId]))[areaId] ?? '',
    title: textIn(ctx.locale, ballotWalk)('heading.preview'),
  };
}

const publishSchema = z.object({
  revision: z.string().max(64),
  reason: z.string().trim().max(500).default(''),
  /** Said by the form, for the words of the answer alone: twice sent, there is no draft left to ask. */
  change: z.string().max(2).default(''),
});

/** What was published is not what the preview showed: somebody looks at it as it is now. */
const isStale = (error: unknown) =>
  error instanceof DomainError && ['ballots.draft-changed', 'saved-meanwhile'].includes(error.reason ?? '');

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, publishSchema, async ({ change, ...published }) => {
    try {
      const ballotId = await publishDraft(ctx, id, published);
      const done = textIn(ctx.locale, ballots)(change === 'on' ? 'flash-ballot-changed' : 'flash-created');
      return redirect(paths.ballot(ballotId), { headers: { 'Set-Cookie': await flash(args, done) } });
    } catch (error) {
      if (!isStale(error)) throw error;
      const stale = await flash(args, textIn(ctx.locale, ballotWalk)('flash-draft-changed'));
      return redirect(ballotPaths.draftStep(id, 'preview'), { headers: { 'Set-Cookie': stale } });
    }
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

export default function PreviewOfBallot() {
  const { id, title, revision, names, preview, changes, missing, areaName, record } =
    useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballotWalk);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader above={<Link to={ballotPaths.drafts}>{t('drafts-title')}</Link>} title={title} />
      <WalkSteps current="preview" to={(step) => ballotPaths.draftStep(id, step)} />
      {missing.length > 0 && (
        <WhatIsMissing draftId={id} missing={missing} titles={names} changes={changes !== null} />
      )}
      {changes && <WhatChanges changes={changes} names={names} />}
      {preview && <BallotPreview {...{ preview, areaName, record }} />}
      {preview && changes?.length !== 0 && (
        <PublishForm {...{ revision, state }} told={preview.told} changes={changes !== null} />
      )}
    </>
  );
}
