import {
  AreaField,
  Button,
  Card,
  CardList,
  ConfirmForm,
  Field,
  Form,
  Section,
  Select,
} from '~/components/ui';
import { isOffering } from '~/domains/care/lifecycle';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/choices/area-choices';
import type { FormState } from '~/lib/form-state';
import { CareState } from './care-state';

interface HelpPartProps {
  offers: readonly { id: string; organisation: string; area: string; state: string }[];
  organisations: readonly { id: string; name: string }[];
  areas: AreaChoices;
  state: FormState | undefined;
}

/** Where members of verified organisations offer to visit and call. */
export function HelpPart({ offers, organisations, areas, state }: HelpPartProps) {
  const t = useText(care);
  const [only] = organisations;
  return (
    <Section title={t('help-title')}>
      <p>{t('help-lead')}</p>
      <OwnOffers {...{ offers, state }} />
      {only ? (
        <Form intent="help" state={state} initial={{ organisationId: only.id }}>
          <Field name="organisationId" label={t('help-organisation')} required>
            <Select options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
          </Field>
          <AreaField name="areaId" label={t('help-area')} areas={areas} required />
          <Button variant="secondary">{t('help-send')}</Button>
        </Form>
      ) : (
        offers.length === 0 && <p>{t('help-none')}</p>
      )}
    </Section>
  );
}

function OwnOffers({ offers, state }: Pick<HelpPartProps, 'offers' | 'state'>) {
  const t = useText(care);
  if (offers.length === 0) return null;
  return (
    <CardList>
      {offers.map((offer) => (
        <Card
          key={offer.id}
          title={t('of-organisation', { name: offer.area, organisation: offer.organisation })}
          badges={<CareState of="volunteer" state={offer.state} />}
          actions={
            isOffering(offer.state) && (
              <ConfirmForm
                intent="vet"
                hidden={{ volunteerId: offer.id, verdict: 'end' }}
                state={state}
                trigger={t('help-end')}
                title={t('help-end-title')}
                size="small"
              />
            )
          }
        />
      ))}
    </CardList>
  );
}
