import { initialFields, namesOfStep, typedSteps } from '~/domains/ballots/drafting/steps';

type Form = Record<string, string | string[]>;

/** Somebody who calls ballots: how they post a form, and read what a page holds. */
export interface BallotWalker {
  /** Answers the path to which the answer leads. */
  post(path: string, form: Form): Promise<string>;
  /** What the form on the preview of this draft is sent with. */
  revisionOf(draftId: string): Promise<string>;
}

/** The revision that stands on a preview's page. */
export function revisionIn(page: string): string {
  const [, revision = ''] = /name="revision" value="([^"]+)"/.exec(page) ?? [];
  return revision;
}

/** Goes through all steps of a new ballot as a browser does, with what is typed on each; answers the path of the ballot. */
export async function walkBallot(walker: BallotWalker, typed: Form): Promise<string> {
  const values = { ...initialFields, ...typed };
  const ofStep = (step: (typeof typedSteps)[number]): Form => ({
    go: 'next',
    ...Object.fromEntries(
      namesOfStep(step, values)
        .map((name): [string, string | string[]] => [name, values[name] ?? ''])
        // A box that is not ticked is not sent.
        .filter(([, value]) => value !== '' && value.length > 0),
    ),
  });
  const [matter, ...others] = typedSteps;
  let at = await walker.post('/ballots/new', ofStep(matter));
  const [, draftId = ''] = /\/drafts\/(\w+)\//.exec(at) ?? [];
  for (const step of others) at = await walker.post(`/ballots/drafts/${draftId}/${step}`, ofStep(step));
  return walker.post(at, { revision: await walker.revisionOf(draftId) });
}
