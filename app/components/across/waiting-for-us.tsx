import { Card, CardList, Section, StatusBadge, Time } from '~/components/ui';
import type { WaitingForUs } from '~/domains/waiting';
import { mine } from '~/i18n/mine';
import { organisationDesk } from '~/i18n/organisation-desk';
import { useText } from '~/i18n/use-text';

const mostShown = 20;
const mostNames = 3;

export type DeskPart = 'signing' | 'drafts' | 'living' | 'decisions' | 'letters';

export interface DeskSectionProps {
  part: DeskPart;
  rows: readonly WaitingForUs[];
  /** The reader acts for more than one organisation: each row says for which. */
  severalOrganisations: boolean;
}

/** One part of what waits for an organisation: what is to be done, until when, by whom, and the way to it. */
export function DeskSection({ part, rows, severalOrganisations }: DeskSectionProps) {
  const t = useText(organisationDesk);
  return (
    <Section title={t(part)} id={part}>
      {part === 'letters' && <p>{t('letters-lead')}</p>}
      {rows.length > mostShown && <p>{t('only-first', { shown: mostShown, all: rows.length })}</p>}
      <CardList label={t(part)}>
        {rows.slice(0, mostShown).map((row) => (
          <DeskRow key={`${row.organisation.id}:${row.ask}:${row.id}`} {...{ row, severalOrganisations }} />
        ))}
      </CardList>
    </Section>
  );
}

function DeskRow({ row, severalOrganisations }: { row: WaitingForUs; severalOrganisations: boolean }) {
  const m = useText(mine);
  const t = useText(organisationDesk);
  const { ask, title, to, until, since, isOver, organisation } = row;
  return (
    <Card
      headingLevel={3}
      title={m(`ask.${ask}`, { title: title || m('untitled') })}
      to={to}
      badges={isOver && <StatusBadge tone="danger">{t('due-over')}</StatusBadge>}
      meta={
        <>
          {until && (
            <span>
              {t('until')} <Time value={until} />
            </span>
          )}
          {!until && since && (
            <span>
              {t('since')} <Time value={since} />
            </span>
          )}
          {severalOrganisations && <span>{t('for-organisation', { name: organisation.name })}</span>}
          <WhoCan row={row} />
        </>
      }
    />
  );
}

/** Who of the organisation may do it by their mandate; whoever may not is told whom to ask. */
function WhoCan({ row: { able, isMine } }: { row: WaitingForUs }) {
  const t = useText(organisationDesk);
  if (able.length === 0) return <span>{t('able-nobody')}</span>;
  const first = able.slice(0, mostNames).join(' · ');
  const names = able.length > mostNames ? t('able-more', { names: first, count: able.length }) : first;
  return <span>{t(isMine ? 'able' : 'able-others', { names })}</span>;
}
