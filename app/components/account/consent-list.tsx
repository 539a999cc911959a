import { Button, Card, CardList, ConfirmForm, Form, LinkButton, StatusBadge, Time } from '~/components/ui';
import { consents as words } from '~/i18n/consents';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';
import { accountPaths } from '~/paths-account';

export interface ShownConsent {
  purpose: 'residence' | 'mails' | 'care' | 'real-name';
  isOn: boolean;
  history: { givenAt: Date; withdrawnAt: Date | null; version: number }[];
}

interface Stated {
  state: FormState | undefined;
}

/** Each purpose with its consent: whether it holds, since when it did, and the way to the other. */
export function ConsentList({ consents, state }: Stated & { consents: readonly ShownConsent[] }) {
  const t = useText(words);
  return (
    <CardList>
      {consents.map((consent) => (
        <Card
          key={consent.purpose}
          title={t(`${consent.purpose}.name`)}
          badges={
            <StatusBadge tone={consent.isOn ? 'success' : 'neutral'}>
              {t(consent.isOn ? 'consent-on' : 'consent-off')}
            </StatusBadge>
          }
          actions={<ConsentAct {...consent} state={state} />}
        >
          <p>{t(`${consent.purpose}.ask`)}</p>
          <History {...consent} />
        </Card>
      ))}
    </CardList>
  );
}

function History({ isOn, history }: ShownConsent) {
  const t = useText(words);
  if (history.length === 0) return isOn ? <p>{t('never-asked')}</p> : null;
  return (
    <ul>
      {history.map(({ givenAt, withdrawnAt, version }) => (
        <li key={String(givenAt)}>
          {t('given')} <Time value={givenAt} /> ({t('version', { version })})
          {withdrawnAt && (
            <>
              {' · '}
              {t('withdrawn')} <Time value={withdrawnAt} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where what a consent is for is asked for, and with it the consent. */
const wayTo = {
  care: paths.newCareNeed,
  residence: paths.residence,
  'real-name': accountPaths.realName,
};

function ConsentAct({ purpose, isOn, state }: Stated & ShownConsent) {
  const t = useText(words);
  if (isOn)
    return (
      <ConfirmForm
        {...(state && { state })}
        intent="withdraw"
        hidden={{ purpose }}
        trigger={t('withdraw')}
        title={t('withdraw-title')}
        description={<p>{t(`${purpose}.effect`)}</p>}
        size="small"
      />
    );
  if (purpose !== 'mails')
    return (
      <LinkButton size="small" variant="secondary" to={wayTo[purpose]}>
        {t('give')}
      </LinkButton>
    );
  return (
    <Form {...(state && { state })} intent="consent-to-mails">
      <Button size="small" variant="secondary">
        {t('give')}
      </Button>
    </Form>
  );
}
