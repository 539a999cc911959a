import { useState } from 'react';
import { Button, TextInput, Field, useHydrated } from '~/components/ui';
import { sharing } from '~/i18n/sharing';
import { useText } from '~/i18n/use-text';

interface Shared {
  title: string;
  text: string;
  url: string;
}

type Outcome = 'copied' | 'not-copied' | null;

/** Closing the sheet without choosing anything is no fault. */
const bySystem = (shared: Shared) => navigator.share(shared).catch(() => undefined);

/** The address to copy by hand; with scripts also by a button, and by the sheet of the phone where it has one. */
export function ShareActs({ shared }: { shared: Shared }) {
  const t = useText(sharing);
  const hydrated = useHydrated();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const copy = () =>
    void navigator.clipboard.writeText(shared.url).then(
      () => setOutcome('copied'),
      () => setOutcome('not-copied'),
    );
  return (
    <div className="share-acts">
      <Field name="link" label={t('link')}>
        <TextInput
          name="link"
          readOnly
          defaultValue={shared.url}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Field>
      <div className="form-actions" role="status">
        {hydrated && 'share' in navigator && (
          <Button type="button" onClick={() => void bySystem(shared)}>
            {t('system')}
          </Button>
        )}
        {hydrated && 'clipboard' in navigator && (
          <Button type="button" variant="secondary" onClick={copy}>
            {t('copy')}
          </Button>
        )}
        {outcome && <span>{t(outcome)}</span>}
      </div>
    </div>
  );
}
