import { DescriptionList, QrCode, Table, Time, TimeSpan } from '~/components/ui';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { evaluationLine, factRows } from '~/i18n/certificate-lines';
import { certificates } from '~/i18n/certificates';
import { useText } from '~/i18n/use-text';

export interface StatedAward {
  name: string;
  content: string;
  minutes: number;
  day: string;
}

export interface CertificateTextProps {
  certificate: { number: string; minutes: number; issuedAt: Date };
  content: {
    realName: string;
    idNumber: string;
    displayName: string;
    organisation: string;
    code: string;
    items: readonly {
      signUpId: string;
      activity: string;
      startsAt: string;
      endsAt: string;
      place: string;
      task: string;
      minutes: number;
      contact: string;
    }[];
    trainings: readonly StatedAward[];
    honours: readonly StatedAward[];
    evaluations: readonly { activity: string; words: string; stars: number | null; day: string }[];
    facts: { skills: string; services: string; area: string } | null;
  };
  checkUrl: string;
  qr: { size: number; path: string };
}

/** What a certificate states by order 67, 14: hours, service, and who recorded it; and how it is checked. */
export function CertificateText({ certificate, content, checkUrl, qr }: CertificateTextProps) {
  const t = useText(certificates);
  const name = content.realName === '' ? content.displayName : content.realName;
  const { organisation } = content;
  const declared = (value: string) => value && t('declared', { value });
  return (
    <article className="panel stack">
      <p>{t('certifies', { name, organisation, hours: hoursOf(certificate.minutes) })}</p>
      <DescriptionList
        items={[
          { label: t('number'), value: certificate.number },
          { label: t('name'), value: declared(name) },
          { label: t('identity'), value: declared(content.idNumber) },
          { label: t('organisation'), value: organisation },
          { label: t('hours'), value: t('hours-value', { hours: hoursOf(certificate.minutes) }) },
          { label: t('issued'), value: <Time value={certificate.issuedAt} format="long-date" /> },
          { label: t('code'), value: content.code },
        ]}
      />
      <ServedTable items={content.items} />
      <AwardList title={t('trainings')} rows={content.trainings} />
      <AwardList title={t('honours')} rows={content.honours} />
      <Added evaluations={content.evaluations} facts={content.facts} />
      <p>{t('law')}</p>
      <div className="certificate-check">
        <QrCode {...qr} label={t('qr')} />
        <p>
          {t('check-hint')} <span className="long-address">{checkUrl}</span>
        </p>
      </div>
    </article>
  );
}

/** How the service was found, and what the person says of themselves: only where the person wanted it there. */
function Added({ evaluations, facts }: Pick<CertificateTextProps['content'], 'evaluations' | 'facts'>) {
  const t = useText(certificates);
  const rows = facts ? factRows(facts, t) : [];
  return (
    <>
      {evaluations.length > 0 && (
        <>
          <h3>{t('evaluations')}</h3>
          <ul>
            {evaluations.map((one, at) => (
              <li key={at}>{evaluationLine(one, t)}</li>
            ))}
          </ul>
        </>
      )}
      {rows.length > 0 && (
        <>
          <h3>{t('facts')}</h3>
          <DescriptionList items={rows.map(([label, value]) => ({ label, value }))} />
        </>
      )}
    </>
  );
}

function AwardList({ title, rows }: { title: string; rows: readonly StatedAward[] }) {
  const t = useText(certificates);
  if (rows.length === 0) return null;
  const hours = (minutes: number) => (minutes > 0 ? t('hours-value', { hours: hoursOf(minutes) }) : '');
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rows.map(({ name, content, minutes, day }, at) => (
          <li key={at}>{[name, content, hours(minutes), day].filter((part) => part !== '').join(' · ')}</li>
        ))}
      </ul>
    </>
  );
}

function ServedTable({ items }: Pick<CertificateTextProps['content'], 'items'>) {
  const t = useText(certificates);
  return (
    <Table
      caption={t('service')}
      rows={items}
      rowKey={({ signUpId }) => signUpId}
      columns={[
        { key: 'activity', header: t('activity'), cell: ({ activity }) => activity },
        {
          key: 'date',
          header: t('date'),
          cell: ({ startsAt, endsAt }) => (
            <TimeSpan startsAt={new Date(startsAt)} endsAt={new Date(endsAt)} />
          ),
        },
        { key: 'place', header: t('place'), cell: ({ place }) => place },
        { key: 'content', header: t('content'), cell: ({ task, activity }) => task || activity },
        { key: 'hours', header: t('item-hours'), cell: ({ minutes }) => hoursOf(minutes), numeric: true },
        { key: 'contact', header: t('contact'), cell: ({ contact }) => contact },
      ]}
    />
  );
}
