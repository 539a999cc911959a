import { Section } from '~/components/ui';
import type { FieldChange } from '~/domains/ballots/drafting/draft-changes.query.server';
import { ballotWalk } from '~/i18n/ballot-walk';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import { useFieldLabel, useFieldValueWords } from './field-words';
import type { NamesById } from './field-words';

/** What publishing would change of a ballot that is scheduled, field by field. */
export function WhatChanges({ changes, names }: { changes: readonly FieldChange[]; names: NamesById }) {
  const t = useText(ballotWalk);
  const label = useFieldLabel();
  const words = useFieldValueWords();
  const { colon } = usePunctuation();
  return (
    <Section title={t('changes')}>
      {changes.length === 0 && <p>{t('changes-none')}</p>}
      <dl className="facts">
        {changes.map(({ name, was, is }) => (
          <div key={name}>
            <dt>{label(name, names)}</dt>
            <dd className="pre-line">
              <del>
                <span className="sr-only">
                  {t('was')}
                  {colon}
                </span>
                {words(name, was, names)}
              </del>
              {'\n'}
              <ins>
                <span className="sr-only">
                  {t('is')}
                  {colon}
                </span>
                {words(name, is, names)}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
