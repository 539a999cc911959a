import type { ReactNode } from 'react';
import { Checkbox, Field, OrganisationField, RadioGroup, TextArea, TextInput } from '~/components/ui';
import { electorateKinds, votingUnits } from '~/domains/ballots/vocabulary';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import type { OrganisationChoices } from '~/lib/choices/organisation-choices';

interface OnlyFor {
  /** The value of a radio button on the form with which these fields matter. */
  when: string;
  children: ReactNode;
}

/** Fields of some electorates only: a style sheet hides them for the others, and an old browser shows them all. */
function OnlyFor({ when, children }: OnlyFor) {
  return <div data-only-for={when}>{children}</div>;
}

/** Who may vote, and how else than on a device of one's own: by somebody else, or on paper. */
export function ElectorateFields({ organisations }: { organisations: OrganisationChoices | null }) {
  const t = useText(ballots);
  return (
    <>
      <RadioGroup
        name="electorateKind"
        label={t('form.electorateKind')}
        required
        choices={electorateKinds.map((kind) => ({ value: kind, label: t(`form.electorate.${kind}`) }))}
      />
      {organisations && (
        <OnlyFor when="organisations">
          <OrganisationField
            name="organisationIds"
            label={t('form.organisationIds')}
            organisations={organisations}
            several
          />
        </OnlyFor>
      )}
      <NamedElectorate />
      <Field name="minimumAge" label={t('form.minimumAge')} required>
        <TextInput type="number" min={0} max={100} />
      </Field>
      <RadioGroup
        name="unit"
        label={t('form.unit')}
        required
        choices={votingUnits.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
      />
      <Field name="entrusted" label={t('form.entrusted')} hint={t('form.entrusted-hint')}>
        <TextInput type="number" min={0} max={3} />
      </Field>
      <Checkbox name="paperVoting" label={t('form.paperVoting')} hint={t('form.paperVoting-hint')} />
    </>
  );
}

/** Whom the organiser names: by mail address, or later on the page of the roll. */
function NamedElectorate() {
  const t = useText(ballots);
  return (
    <>
      <OnlyFor when="list">
        <Field name="listed" label={t('form.listed')} hint={t('form.listed-hint')}>
          <TextArea rows={6} />
        </Field>
      </OnlyFor>
      <OnlyFor when="roll">
        <p className="field-hint">{t('form.roll-hint')}</p>
      </OnlyFor>
    </>
  );
}
