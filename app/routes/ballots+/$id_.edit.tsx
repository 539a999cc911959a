import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button, Form, LinkButton, Notice, PageHeader, Section } from '~/components/ui';
import { beginChange } from '~/domains/ballots/drafting/begin-draft.server';
import { ownBallotDrafts } from '~/domains/ballots/drafting/own-drafts.query.server';
import { typedSteps } from '~/domains/ballots/drafting/steps';
import { changedBallot } from '~/domains/ballots/organising/change-ballot.server';
import { requirePerson } from '~/http/actor.server';
import { load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballotPaths } from '~/paths-ballots';
import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const begun = (await ownBallotDrafts(ctx)).find(({ ballotId }) => ballotId === args.params.id);
  if (begun?.left) return redirect(ballotPaths.draftLeft(begun.id));
  const { id, title } = await load(args, () => changedBallot(ctx, args.params.id ?? ''));
  return { id, title, begun: begun?.id ?? null, heading: textIn(ctx.locale, ballots)('change-title') };
}

const beginSchema = z.object({ step: z.enum(typedSteps) });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, beginSchema, async ({ step }) => {
    const draftId = await beginChange(ctx, args.params.id ?? '', step);
    return redirect(ballotPaths.mendStep(draftId, step));
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.heading);

export default function ChangeBallot() {
  const { id, title, begun, heading } = useLoaderData<typeof loader>();
  const t = useText(ballotWalk);
  return (
    <>
      <PageHeader above={<Link to={paths.ballot(id)}>{title}</Link>} title={heading} lead={t('edit-lead')} />
      {begun !== null && (
        <Notice title={t('edit-begun')}>
          <LinkButton variant="secondary" to={ballotPaths.draftStep(begun, 'preview')}>
            {t('edit-go-on')}
          </LinkButton>
        </Notice>
      )}
      <Section title={t('edit-which')}>
        <Form>
          <ul className="stack">
            {typedSteps.map((step) => (
              <li key={step}>
                <Button variant="secondary" name="step" value={step} aria-describedby={`about-${step}`}>
                  {t(`heading.${step}`)}
                </Button>
                <p className="field-hint" id={`about-${step}`}>
                  {t(`about.${step}`)}
                </p>
              </li>
            ))}
          </ul>
        </Form>
      </Section>
    </>
  );
}
