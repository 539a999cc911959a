import { Link } from '@remix-run/react';
import { XlsxLink } from '~/components/across/xlsx-link';
import { BarChart, DescriptionList, Percentage, Section, Time, ToCheck } from '~/components/ui';
import { paths } from '~/paths';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';

interface Summary {
  people: number;
  minimum: number;
  impossible: number;
  certain: number;
  chances: readonly { from: number; to: number; people: number }[];
  counts: readonly { feature: string; counts: readonly { value: string; people: number }[] | null }[];
}

interface Draw {
  number: number;
  seats: number;
  summary: Summary;
  listSha256: string;
  way: string;
  source: string;
  dueAt: Date;
  seed: string | null;
  hash: string | null;
  line: number | null;
  panel: readonly string[];
  drawnAt: Date | null;
  /** What was to give the seed before. */
  earlierSources: readonly { source: string; dueAt: string; reason: string; changedAt: string }[];
}

export interface DrawPartProps {
  council: { id: string; state: string };
  draw: Draw;
}

/** A list, the chances that it gives, which event draws from it, and what was drawn. */
export function DrawPart({ council, draw }: DrawPartProps) {
  const t = useText(councils);
  const { number, seats, summary } = draw;
  return (
    <Section
      title={number === 1 ? t('draw-first') : t('draw-again', { number, seats })}
      id={`draw-${number}`}
    >
      <DescriptionList
        items={[
          { label: t('draw-people'), value: summary.people },
          { label: t('draw-minimum'), value: <Percentage share={summary.minimum} /> },
          { label: t('draw-certain'), value: summary.certain },
          { label: t('draw-impossible'), value: summary.impossible },
          { label: t('draw-way'), value: t(draw.way === 'balls' ? 'way.balls' : 'way.seed') },
          { label: t('draw-source'), value: draw.source },
          { label: t('draw-due'), value: <Time value={draw.dueAt} /> },
        ]}
      />
      <EarlierSources draw={draw} />
      <Drawn {...{ council, draw }} />
      <Checked draw={draw} />
      <Files {...{ council, draw }} />
      <Chances summary={summary} />
    </Section>
  );
}

function EarlierSources({ draw }: { draw: Draw }) {
  const t = useText(councils);
  if (draw.earlierSources.length === 0) return null;
  return (
    <>
      <h3>{t('draw-earlier')}</h3>
      <ul>
        {draw.earlierSources.map(({ source, dueAt, reason, changedAt }) => (
          <li key={changedAt + source}>
            {source} (<Time value={new Date(dueAt)} />) – {t('draw-changed')}{' '}
            <Time value={new Date(changedAt)} />: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

function Drawn({ council, draw }: DrawPartProps) {
  const t = useText(councils);
  if (draw.drawnAt === null || draw.line === null) {
    const isOver = council.state === 'closed' || council.state === 'cancelled';
    return <p>{t(isOver ? 'draw-never' : 'draw-waits')}</p>;
  }
  return (
    <DescriptionList
      items={[
        { label: t('draw-balls'), value: draw.way === 'balls' && <code>{draw.seed}</code> },
        { label: t('draw-line'), value: draw.line },
        { label: t('draw-panel'), value: <code className="hash">{draw.panel.join(', ')}</code> },
      ].filter(({ value }) => value !== false)}
    />
  );
}

/** What stands for the list before it is drawn from, and how anyone draws again from it. */
function Checked({ draw }: Pick<DrawPartProps, 'draw'>) {
  const t = useText(councils);
  const bySeed = draw.way !== 'balls';
  return (
    <ToCheck>
      <DescriptionList
        items={[
          { label: t('draw-fingerprint'), value: <code className="hash">{draw.listSha256}</code> },
          { label: t('draw-seed'), value: bySeed && draw.seed !== null && <code>{draw.seed}</code> },
          { label: t('draw-hash'), value: draw.hash !== null && <code className="hash">{draw.hash}</code> },
        ].filter(({ value }) => value !== false)}
      />
      {draw.line !== null && <Repeat draw={{ ...draw, line: draw.line }} />}
    </ToCheck>
  );
}

function Repeat({ draw }: { draw: Draw & { line: number } }) {
  const t = useText(councils);
  if (draw.way === 'balls') return <p>{t('repeat-balls', { line: draw.line })}</p>;
  return (
    <>
      <p>{t('repeat-lead')}</p>
      <p className="hash">
        <code>{`gongzhi draw --list list-${draw.number}.txt --seed ${quoted(draw.seed ?? '')}`}</code>
      </p>
    </>
  );
}

/** For a shell: nothing in single quotes means anything else. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

function Files({ council, draw }: DrawPartProps) {
  const t = useText(councils);
  const { id } = council;
  const files = [
    [paths.councilList(id, draw.number), t('file-list')],
    ...(draw.number === 1 ? [[paths.councilQuotas(id, draw.number), t('file-quotas')] as const] : []),
    [paths.councilCommitments(id, draw.number), t('file-commitments')],
  ] as const;
  return (
    <p>
      {t('files')}:{' '}
      {files.map(([to, words]) => (
        <span key={to}>
          <Link to={to} reloadDocument>
            {words}
          </Link>{' '}
          {to.endsWith('.csv') && <XlsxLink csv={to} />}{' '}
        </span>
      ))}
      {draw.number > 1 && <small>{t('quotas-for-auditors')}</small>}
    </p>
  );
}

function Chances({ summary }: { summary: Summary }) {
  const t = useText(councils);
  const words = ({ from, to }: { from: number; to: number }) => {
    if (to === 0) return t('chance-none');
    return from === 100 ? t('chance-certain') : t('chance-between', { from, to });
  };
  return (
    <>
      <BarChart
        title={t('chances')}
        valueLabel={t('chances-people')}
        total={summary.people}
        bars={summary.chances.map((group) => ({
          key: `${group.from}-${group.to}`,
          label: words(group),
          value: group.people,
        }))}
      />
      {summary.counts.map(({ feature, counts }) =>
        counts === null ? (
          <p key={feature}>
            {t('counts-of', { feature })}: {t('counts-hidden')}
          </p>
        ) : (
          <BarChart
            key={feature}
            title={t('counts-of', { feature })}
            valueLabel={t('people')}
            bars={counts.map(({ value, people }) => ({ key: value, label: value, value: people }))}
          />
        ),
      )}
    </>
  );
}
