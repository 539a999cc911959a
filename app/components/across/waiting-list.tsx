import { Link } from '@remix-run/react';
import { SolvedButtons } from '~/components/workorders/solved-buttons';
import { Time } from '~/components/ui';
import type { Ask, Waiting } from '~/domains/waiting';
import { mine } from '~/i18n/mine';
import { useText } from '~/i18n/use-text';

/** Of these the time is when it begins, not until when. */
const beginning: readonly Ask[] = ['come', 'answer-invitation', 'answer-care-task', 'do-care-task'];

/** What only the reader can do, the most urgent first: each leads to where it is done. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useText(mine);
  return (
    <ul className="waiting-list">
      {waiting.map(({ ask, id, title, to, until }) => (
        <li key={`${ask}:${id}`}>
          <Link to={to}>{t(`ask.${ask}`, { title: title || t('untitled') })}</Link>
          {until && (
            <span className="card-meta">
              {t(beginning.includes(ask) ? 'starts-at' : 'until')} <Time value={until} relative />
            </span>
          )}
          {ask === 'confirm' && <SolvedButtons orderId={id} about={title} />}
        </li>
      ))}
    </ul>
  );
}
