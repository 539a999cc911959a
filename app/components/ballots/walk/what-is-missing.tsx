import { Link } from '@remix-run/react';
import { Notice } from '~/components/ui';
import type { TypedStep } from '~/domains/ballots/drafting/steps';
import { ballotPaths } from '~/paths-ballots';
import { ballotWalk } from '~/i18n/ballot-walk';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { useFieldLabel } from './field-words';
import type { NamesById } from './field-words';

export interface StepErrors {
  step: TypedStep;
  errors: FormState['errors'];
}

interface Missing {
  draftId: string;
  missing: readonly StepErrors[];
  /** Titles of the proposals, by id. */
  titles: NamesById;
  changes: boolean;
}

/** What keeps a ballot from being called, step by step, with the way to each. */
export function WhatIsMissing({ draftId, missing, titles, changes }: Missing) {
  const t = useText(ballotWalk);
  const label = useFieldLabel();
  const { colon } = usePunctuation();
  return (
    <Notice kind="error" title={t(changes ? 'not-ready-change' : 'not-ready')}>
      <ul className="error-list">
        {missing.flatMap(({ step, errors }) =>
          Object.entries(errors).map(([name, [words = '']]) => (
            <li key={`${step} ${name}`}>
              <Link to={ballotPaths.mendStep(draftId, step)}>
                {label(name, titles)}
                {colon}
                {words}
              </Link>
            </li>
          )),
        )}
      </ul>
    </Notice>
  );
}
