import { Markdown, Section, Time } from '~/components/ui';
import { Pictures } from '~/components/files/pictures';
import type { Picture } from '~/components/files/pictures';
import { useText } from '~/i18n/use-text';
import { orderRounds } from '~/i18n/order-rounds';

export interface OrderRound {
  round: number;
  report: {
    html: string;
    measures: string[];
    reportedAt: Date | string;
    department: string;
    pictures: Record<'before' | 'after', Picture[]>;
  } | null;
  callBack: {
    asked: number;
    solved: number;
    unsolved: number;
    silent: number;
    rating: number | null;
  } | null;
  /** What those who asked wrote, for those who work on the order. */
  words: string[];
}

/** The reports of an order and what was answered to each: an order that was reopened shows both rounds. */
export function OrderRounds({ rounds }: { rounds: readonly OrderRound[] }) {
  const t = useText(orderRounds);
  const several = rounds.length > 1;
  return (
    <>
      {rounds.map((round) => (
        <div className="stack" key={round.round}>
          {round.report && (
            <Section title={several ? t('report-of-round', { round: round.round }) : t('report')}>
              <Report report={round.report} />
            </Section>
          )}
          {round.callBack && (
            <Section title={several ? t('call-back-of-round', { round: round.round }) : t('call-back')}>
              <CallBack callBack={round.callBack} words={round.words} />
            </Section>
          )}
        </div>
      ))}
    </>
  );
}

function Report({ report }: { report: NonNullable<OrderRound['report']> }) {
  const t = useText(orderRounds);
  return (
    <>
      <p className="field-hint">
        {report.department} <Time value={report.reportedAt} />
      </p>
      <Markdown html={report.html} />
      {report.measures.length > 0 && (
        <>
          <h3>{t('measures')}</h3>
          <ul>
            {report.measures.map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <div className="before-after">
        {(['before', 'after'] as const).map(
          (when) =>
            report.pictures[when].length > 0 && (
              <div key={when}>
                <h3>{t(`pictures-${when}`)}</h3>
                <Pictures pictures={report.pictures[when]} isLead />
              </div>
            ),
        )}
      </div>
    </>
  );
}

function CallBack({ callBack, words }: { callBack: NonNullable<OrderRound['callBack']>; words: string[] }) {
  const t = useText(orderRounds);
  const { asked, solved, unsolved, silent, rating } = callBack;
  return (
    <>
      <p>{t('call-back-count', { asked, solved, unsolved, silent })}</p>
      <p className="field-hint">{t('call-back-rule')}</p>
      {rating !== null && (
        <p>
          {t('rating')} {t('rating-of', { rating: rating.toFixed(1) })}
        </p>
      )}
      {words.length > 0 && (
        <>
          <h3>{t('call-back-words')}</h3>
          <ul>
            {words.map((said, at) => (
              <li key={at} className="pre-line">
                {said}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
