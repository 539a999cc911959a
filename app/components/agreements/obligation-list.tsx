import { Money, ProgressBar, Section, StatusBadge, Time } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { agreements } from '~/i18n/agreements';
import { paths } from '~/paths';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { ReactNode } from 'react';

export interface ShownObligation {
  id: string;
  organisationId: string;
  payerId: string | null;
  text: string;
  dueAt: Date | null;
  amountFen: bigint | null;
  state: string;
  overdue: boolean;
  report: string | null;
  reply: string | null;
  cureBy: Date | null;
  releasedAt: Date | null;
  /** Why nobody waits for the money any more. */
  writtenOff: string | null;
  /** An amendment goes on with it. */
  carriedOn: boolean;
  payerIsAway: boolean;
  /** What shows it; none for who belongs to no party. */
  files: { id: string; name: string }[];
  may: { report: boolean; answer: boolean; breach: boolean; release: boolean; writeOff: boolean };
}

export interface ObligationListProps {
  agreement: { state: string; obligations: ShownObligation[] };
  organisations: Record<string, { name: string }>;
  acts?: ((obligation: ShownObligation) => ReactNode) | undefined;
}

const tones: Record<string, Tone> = { done: 'success', reported: 'progress', breached: 'danger' };
/** Before it is in force nothing is under way yet. */
const live = ['in-force', 'ended', 'replaced'];

/** Who promised what by when and for how much, and how far it is kept. */
export function ObligationList({ agreement, organisations, acts }: ObligationListProps) {
  const t = useText(agreements);
  const { obligations } = agreement;
  const done = obligations.filter(({ state }) => state === 'done').length;
  const isLive = live.includes(agreement.state);
  return (
    <Section title={t('obligations')} id="obligations">
      {obligations.length === 0 && <p>{t('no-obligations')}</p>}
      {isLive && obligations.length > 0 && (
        <ProgressBar
          label={t('obligations')}
          value={done}
          maximum={obligations.length}
          text={t('progress', { done, all: obligations.length })}
        />
      )}
      <ol className="obligations">
        {obligations.map((obligation) => (
          <li key={obligation.id} id={`obligation-${obligation.id}`}>
            <strong>{organisations[obligation.organisationId]?.name}</strong> {obligation.text}
            <Terms obligation={obligation} organisations={organisations} />
            {isLive && <Standing obligation={obligation} />}
            {acts?.(obligation)}
          </li>
        ))}
      </ol>
    </Section>
  );
}

type OfOne = { obligation: ShownObligation };

function Terms({ obligation, organisations }: OfOne & Pick<ObligationListProps, 'organisations'>) {
  const t = useText(agreements);
  const { dueAt, amountFen, payerId, payerIsAway } = obligation;
  if (!dueAt && amountFen === null) return null;
  return (
    <div className="card-meta">
      {dueAt && (
        <span>
          {t('due')} <Time value={dueAt} format="date" />
        </span>
      )}
      {amountFen !== null && <Money yuan={Number(amountFen) / 100} />}
      {payerId && <span>{t('paid-by', { name: organisations[payerId]?.name ?? '' })}</span>}
      {payerIsAway && <span>{t('payer-away')}</span>}
    </div>
  );
}

function Evidence({ files }: { files: readonly { id: string; name: string }[] }) {
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={paths.file(id)}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

function Standing({ obligation }: OfOne) {
  const t = useText(agreements);
  const { colon } = usePunctuation();
  const { state, overdue, report, reply, cureBy, releasedAt, files, writtenOff, carriedOn } = obligation;
  const key = `obligation.${state}`;
  return (
    <>
      <p>
        <StatusBadge tone={tones[state] ?? 'neutral'}>{hasKey(agreements, key) ? t(key) : state}</StatusBadge>{' '}
        {overdue && <StatusBadge tone="danger">{t('overdue')}</StatusBadge>}{' '}
        {releasedAt && (
          <>
            <StatusBadge tone="success">{t('released')}</StatusBadge>{' '}
            <Time value={releasedAt} format="date" />
          </>
        )}
      </p>
      {carriedOn && <p>{t('carried-on')}</p>}
      {writtenOff !== null && <p className="pre-line">{t('written-off', { reason: writtenOff })}</p>}
      {report && <p className="pre-line">{report}</p>}
      <Evidence files={files} />
      {reply && (
        <p className="pre-line">
          {t('reply')}
          {colon}
          {reply}
        </p>
      )}
      {cureBy && (
        <p>
          {t('cure-by')} <Time value={cureBy} format="date" />
        </p>
      )}
    </>
  );
}
