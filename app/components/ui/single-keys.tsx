import { useState } from 'react';
import { keysAreOn, switchKeys } from './keys-switch';
import { useHydrated } from './use-hydrated';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';

/** Says which single keys a page takes, and switches them off and on; only where scripts run. */
export function SingleKeys({ help }: { help: string }) {
  const hydrated = useHydrated();
  return hydrated ? <Switch help={help} /> : null;
}

function Switch({ help }: { help: string }) {
  const t = useText(common);
  const [on, setOn] = useState(keysAreOn);
  const press = () => {
    switchKeys(!on);
    setOn(!on);
  };
  return (
    <span className="keys-hint">
      {t(on ? 'keys.on' : 'keys.off')} {on && help}{' '}
      <button type="button" className="button button-quiet button-small" aria-pressed={on} onClick={press}>
        {t('keys.switch')}
      </button>
    </span>
  );
}
