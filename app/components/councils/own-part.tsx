import {
  Button,
  Checkbox,
  ConfirmForm,
  DescriptionList,
  Form,
  Percentage,
  RadioGroup,
  Section,
} from '~/components/ui';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface Own {
  state: string;
  number: string | null;
  chance: number | null;
  values: readonly string[];
  committed: string | null;
  may: { volunteer: boolean; decline: boolean; accept: boolean; leave: boolean };
}

interface Feature {
  feature: string;
  values: readonly string[];
}

export interface OwnPartProps {
  own: Own;
  features: readonly Feature[];
  councilState: string;
  state: FormState | undefined;
}

const standings = ['invited', 'volunteered', 'declined', 'drawn', 'accepted', 'left'] as const;

/** What the lot means for the reader, and what they can do now. */
export function OwnPart({ own, features, councilState, state }: OwnPartProps) {
  const t = useText(councils);
  const standing = standings.find((one) => one === own.state) ?? 'invited';
  const passedOver = own.state === 'volunteered' && ['drawn', 'seated', 'closed'].includes(councilState);
  if (own.state === 'invited' && !own.may.volunteer) return null;
  return (
    <Section title={t('own-title')} id="own">
      <p>{t(passedOver ? 'own-over' : `own-${standing}`)}</p>
      <OwnFacts {...{ own, features }} />
      {own.may.volunteer && <VolunteerForm {...{ own, features, state }} />}
      {own.may.accept && (
        <Form intent="accept" state={state} className="panel">
          <Checkbox name="showsName" value="yes" label={t('shows-name')} hint={t('shows-name-hint')} />
          <Button>{t('accept')}</Button>
        </Form>
      )}
      {own.may.decline && (
        <ConfirmForm
          intent="decline"
          state={state}
          trigger={t('say-no')}
          title={t('say-no-title')}
          description={<p>{t('say-no-hint')}</p>}
        />
      )}
      {own.may.leave && (
        <ConfirmForm
          intent="give-up"
          state={state}
          trigger={t('give-up')}
          title={t('give-up-title')}
          description={<p>{t('give-up-hint')}</p>}
          variant="quiet"
          danger
        />
      )}
    </Section>
  );
}

function OwnFacts({ own, features }: Pick<OwnPartProps, 'own' | 'features'>) {
  const t = useText(councils);
  const stated = features.flatMap(({ feature }, at) =>
    own.values[at] ? `${feature}: ${own.values[at]}` : [],
  );
  if (own.committed === null) return null;
  return (
    <>
      <DescriptionList
        items={[
          { label: t('own-number'), value: <code>{own.number}</code> },
          {
            label: t('own-chance'),
            value: own.chance !== null && (
              <>
                <Percentage share={own.chance} /> <small>{t('own-chance-hint')}</small>
              </>
            ),
          },
          { label: t('own-values'), value: stated.join(' · ') },
        ]}
      />
      <details className="disclosure">
        <summary>{t('own-committed')}</summary>
        <p>{t('own-committed-hint')}</p>
        <p className="pre-line hash">
          <code>{own.committed}</code>
        </p>
      </details>
    </>
  );
}

function VolunteerForm({ own, features, state }: Pick<OwnPartProps, 'own' | 'features' | 'state'>) {
  const t = useText(councils);
  const initial = Object.fromEntries(features.map((_, at) => [`feature-${at}`, own.values[at] ?? '']));
  return (
    <Form intent="volunteer" state={state} initial={initial} className="panel">
      {features.map(({ feature, values }, at) => (
        <RadioGroup
          key={feature}
          name={`feature-${at}`}
          label={feature}
          required
          choices={values.map((value) => ({ value, label: value }))}
        />
      ))}
      <Button>{t(own.state === 'volunteered' ? 'say-yes-again' : 'say-yes')}</Button>
    </Form>
  );
}
