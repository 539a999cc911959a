import { useState } from 'react';
import { Icon } from '~/components/ui';
import { offline } from '~/i18n/offline';
import { useText } from '~/i18n/use-text';
import { isSomethingTyped } from './is-something-typed';
import { loadBy } from './worker';

/** Offers the newer version. Nothing is loaded anew by itself, and not at all while typed words would be lost. */
export function UpdateLine({ newer }: { newer: ServiceWorker | null }) {
  const t = useText(offline);
  const [isLater, setLater] = useState(false);
  const update = () => {
    if (isSomethingTyped()) return setLater(true);
    if (newer) loadBy(newer);
  };
  return (
    <div role="status" className="offline-line">
      {newer && (
        <p className="frame">
          <Icon name="info" />
          {isLater ? (
            <span>{t('update-later')}</span>
          ) : (
            <button type="button" className="button button-quiet button-small" onClick={update}>
              {t('update')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
