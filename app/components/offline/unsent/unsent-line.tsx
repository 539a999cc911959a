import { Icon } from '~/components/ui';
import { offline } from '~/i18n/offline';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import { useViewer } from '../../layout/use-viewer';
import { useSending, useUnsent } from './use-unsent';

/** On each page: that something waits to be sent, or was sent just now. Of what another person wrote nothing is said. */
export function UnsentLine() {
  const t = useText(offline);
  const personId = useViewer()?.personId ?? null;
  const { all, sent } = useUnsent();
  const meant = personId === null ? all : all.filter((unsent) => unsent.personId === personId);
  useSending(personId, meant.length > 0);
  const count = meant.length;
  const last = sent.at(-1);
  return (
    <div role="status" className="offline-line">
      {count > 0 && (
        <p className="frame">
          <Icon name="info" />
          <span>{t(personId === null ? 'unsent-line-visitor' : 'unsent-line', { count })}</span>
          {personId === null ? (
            <a href={`${paths.signIn}?next=${paths.mine}`}>{t('unsent-sign-in')}</a>
          ) : (
            <a href={paths.mine}>{t('unsent-see')}</a>
          )}
        </p>
      )}
      {personId !== null && last !== undefined && (
        <p className="frame">
          <Icon name="check-circle" />
          <span>{t('unsent-sent')}</span>
          <a href={paths.feedbackItem(last)}>{t('unsent-see')}</a>
        </p>
      )}
    </div>
  );
}
