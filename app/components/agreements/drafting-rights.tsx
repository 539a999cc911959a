import { Button, DisclosureForm, Field, Section, Select, StatusBadge } from '~/components/ui';
import { draftingRights } from '~/domains/agreements/rules/drafting-rights';
import type { DraftingRight } from '~/domains/agreements/rules/drafting-rights';
import { clauseField, rightField } from '~/domains/agreements/rules/rights-form';
import { agreementDrafting } from '~/i18n/agreement-drafting';
import { agreements } from '~/i18n/agreements';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { FieldValues, FormState } from '~/lib/form-state';

export interface ShownRights {
  rights: { organisationId: string; right: DraftingRight; clauses: string[]; isInitiator: boolean }[];
  /** The clauses that can be given to a party. */
  clauses: { number: number; title: string }[];
  version: number;
  initial: FieldValues;
  /** The party for which the reader acts. */
  own: string | null;
  maySet: boolean;
}

export interface DraftingRightsProps {
  drafting: ShownRights;
  organisations: Record<string, { name: string }>;
  state: FormState | undefined;
}

/** Who may do what with the draft, in plain words, and the form by which the party that began it says so. */
export function DraftingRights({ drafting, organisations, state }: DraftingRightsProps) {
  const t = useText(agreementDrafting);
  return (
    <Section title={t('rights-title')} id="rights">
      <p>{t('rights-lead')}</p>
      <ul>
        {drafting.rights.map(({ organisationId, right, clauses, isInitiator }) => (
          <li key={organisationId}>
            <strong>{organisations[organisationId]?.name}</strong>{' '}
            {isInitiator && <StatusBadge>{t('right-initiator')}</StatusBadge>} {t(`right.${right}`)}
            {clauses.length > 0 && ` ${t('right-clauses', { clauses: clauses.join(' · ') })}`}
          </li>
        ))}
      </ul>
      <OwnRight drafting={drafting} />
      {drafting.maySet && <RightsForm {...{ drafting, organisations, state }} />}
    </Section>
  );
}

/** What the party for which the reader acts may do, as the page and the form of the draft tell it. */
export function OwnRight({ drafting }: Pick<DraftingRightsProps, 'drafting'>) {
  const t = useText(agreementDrafting);
  const own = drafting.rights.find(({ organisationId }) => organisationId === drafting.own);
  return <p>{own ? t(`right-own.${own.right}`) : t('right-own.none')}</p>;
}

function RightsForm({ drafting, organisations, state }: DraftingRightsProps) {
  const t = useText(agreementDrafting);
  const a = useText(agreements);
  const { colon } = usePunctuation();
  const { rights, clauses, version, initial } = drafting;
  const named = rights.map(({ organisationId }) => ({
    value: organisationId,
    label: organisations[organisationId]?.name ?? '',
  }));
  return (
    <DisclosureForm
      {...{ trigger: t('rights-set'), size: 'small', intent: 'rights', initial, state }}
      hidden={{ version: String(version) }}
    >
      {rights
        .filter(({ isInitiator }) => !isInitiator)
        .map(({ organisationId }) => (
          <Field
            key={organisationId}
            name={rightField(organisationId)}
            label={organisations[organisationId]?.name ?? ''}
          >
            <Select
              options={draftingRights.map((right) => ({ value: right, label: t(`right-short.${right}`) }))}
            />
          </Field>
        ))}
      {clauses.map(({ number, title }) => (
        <Field
          key={number}
          name={clauseField(number)}
          label={`${t('rights-clause')}${colon}${a('clause-heading', { number, title })}`}
        >
          <Select placeholder={t('rights-clause-all')} options={named} />
        </Field>
      ))}
      <Button size="small">{t('rights-save')}</Button>
    </DisclosureForm>
  );
}
