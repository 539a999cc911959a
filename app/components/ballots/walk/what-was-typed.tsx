import { Section } from '~/components/ui';
import { ballotWalk } from '~/i18n/ballot-walk';
import { useText } from '~/i18n/use-text';
import { useFieldLabel, useFieldValueWords } from './field-words';
import type { NamesById } from './field-words';

interface TypedField {
  name: string;
  values: readonly string[];
}

/** What stands in a draft that is only read, field by field. */
export function WhatWasTyped({ fields, names }: { fields: readonly TypedField[]; names: NamesById }) {
  const t = useText(ballotWalk);
  const label = useFieldLabel();
  const words = useFieldValueWords();
  return (
    <Section title={t('left-written')}>
      {fields.length === 0 && <p>{t('left-none')}</p>}
      <dl className="facts">
        {fields.map(({ name, values }) => (
          <div key={name}>
            <dt>{label(name, names)}</dt>
            <dd className="pre-line">{words(name, values, names)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
