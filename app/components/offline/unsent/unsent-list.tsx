import { useEffect, useRef } from 'react';
import { Icon, Section } from '~/components/ui';
import { offline } from '~/i18n/offline';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import { sendUnsent } from '~/service-worker/unsent/send-unsent';
import { valueOf } from '~/service-worker/unsent/unsent';
import type { Unsent } from '~/service-worker/unsent/unsent';
import { dropUnsent } from '~/service-worker/unsent/unsent-store';
import { useTimeText } from '../use-time-text';
import { takeUnsent } from './take-unsent';
import { useUnsent } from './use-unsent';
import { cutText } from '~/lib/texts/cut-text';

export interface UnsentListProps {
  personId: string;
  sender: string;
  /** The form stands on this page: what it cannot hand over is put by here. */
  takes: boolean;
}

/** What the person wrote and could not send, with what becomes of it. */
export function UnsentList({ personId, sender, takes }: UnsentListProps) {
  const t = useText(offline);
  const { all } = useUnsent();
  const place = useRef<HTMLDivElement>(null);
  const own = all.filter((unsent) => unsent.personId === personId);
  useEffect(() => {
    if (!takes) return;
    // Where the button was pressed: the form is empty now, and its words are here.
    const show = () =>
      setTimeout(() => {
        place.current?.scrollIntoView({ block: 'center' });
        // Those that count letters hear of nothing else.
        for (const field of document.querySelectorAll('main form textarea'))
          field.dispatchEvent(new Event('input', { bubbles: true }));
      }, 100);
    return takeUnsent({ personId, sender }, show);
  }, [personId, sender, takes]);
  return (
    <div ref={place} data-unsent="">
      <p role="status" className={own.length > 0 ? 'unsent-said' : undefined}>
        {own.length > 0 && t('unsent-waits')}
      </p>
      {own.length > 0 && (
        <Section title={t('unsent-title', { count: own.length })}>
          <ul className="unsent-list">
            {own.map((unsent) => (
              <li key={unsent.key}>
                <One unsent={unsent} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function One({ unsent }: { unsent: Unsent }) {
  const t = useText(offline);
  const timeText = useTimeText();
  const { key, keptAt, state, words, missing, pictures } = unsent;
  const body = valueOf(unsent, 'body');
  return (
    <>
      <p className="notice-title">{valueOf(unsent, 'title') || cutText(body, 40)}</p>
      <p className="field-hint">
        {t('unsent-kept', { time: timeText(keptAt) })}
        {pictures.length > 0 && ` ${t('unsent-pictures', { count: pictures.length })}`}
      </p>
      {missing > 0 && <p>{t('unsent-missing', { count: missing })}</p>}
      <p>
        <Icon name="info" /> {t(`unsent-state.${state}`)} {state === 'refused' && words}
        {state === 'signed-out' && <a href={`${paths.signIn}?next=${paths.mine}`}>{t('unsent-sign-in')}</a>}
      </p>
      <details className="disclosure">
        <summary className="button button-quiet button-small">{t('unsent-words')}</summary>
        <p className="unsent-words">{body}</p>
      </details>
      <Actions of={key} />
    </>
  );
}

function Actions({ of }: { of: string }) {
  const t = useText(offline);
  return (
    <div className="form-actions">
      <button
        type="button"
        className="button button-secondary button-small"
        onClick={() => void sendUnsent((other) => other.key === of).catch(() => {})}
      >
        {t('unsent-send')}
      </button>
      <details className="disclosure">
        <summary className="button button-quiet button-small">{t('unsent-drop')}</summary>
        <p>{t('unsent-drop-text')}</p>
        <button
          type="button"
          className="button button-danger button-small"
          onClick={() => void dropUnsent(of).catch(() => {})}
        >
          {t('unsent-drop-now')}
        </button>
      </details>
    </div>
  );
}
