import { Icon } from '~/components/ui';
import { offline } from '~/i18n/offline';
import { useText } from '~/i18n/use-text';
import { offlinePaths } from '~/paths-offline';
import { useOnline } from './use-online';
import { useTimeText } from './use-time-text';
import { keptAt } from './worker';

/** Says of a page that came from the keeping that it did, and when it was kept. */
export function KeptLine() {
  const t = useText(offline);
  const timeText = useTimeText();
  const isOnline = useOnline();
  const at = keptAt();
  const isOfflinePage = window.location.pathname === offlinePaths.offline;
  return (
    <div role="status" className="offline-line">
      {at !== null && !isOfflinePage && (
        <p className="frame">
          <Icon name="info" />
          <span>{t(isOnline ? 'kept-line-back' : 'kept-line', { time: timeText(at) })}</span>
          {isOnline ? (
            <a href={window.location.href}>{t('see-newest')}</a>
          ) : (
            <a href={offlinePaths.offline}>{t('see-others')}</a>
          )}
        </p>
      )}
    </div>
  );
}
