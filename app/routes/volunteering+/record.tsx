import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { XlsxLink } from '~/components/across/xlsx-link';
import { DescriptionList, LinkButton, PageHeader, Section, Table, Time } from '~/components/ui';
import { ownRecord } from '~/domains/volunteering/certificates/own-record.query.server';
import { statedFacts } from '~/domains/volunteering/certificates/stated-facts.query.server';
import { awardsOf } from '~/domains/volunteering/awards/awards.query.server';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { factRows } from '~/i18n/certificate-lines';
import { certificates } from '~/i18n/certificates';
import { volunteerRecord } from '~/i18n/volunteer-record';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { personId } = ctx.actor;
  const [services, awards] = [await ownRecord(ctx), await awardsOf(ctx, { personId })];
  return {
    facts: await statedFacts(ctx),
    services,
    ...awards,
    title: textIn(ctx.locale, volunteerRecord)('title'),
  };
}

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** One's own record by the groups of the ministry's order: service, training, honours. */
export default function OwnRecord() {
  const { title } = useLoaderData<typeof loader>();
  const t = useText(volunteerRecord);
  return (
    <div className="stack">
      <PageHeader
        title={title}
        lead={t('lead')}
        actions={<LinkButton to={paths.certificates}>{t('certificates')}</LinkButton>}
      />
      <p>{t('identity')}</p>
      <Facts />
      <Services />
      <Trainings />
      <Honours />
      <Evaluations />
    </div>
  );
}

type Part = 'service' | 'training' | 'honour' | 'evaluation' | 'person';

function Download({ of, any }: { of: Part; any: boolean }) {
  const t = useText(volunteerRecord);
  if (!any) return null;
  const csv = `${paths.volunteerRecordCsv}?of=${of}`;
  return (
    <p>
      <LinkButton variant="secondary" size="small" to={csv} reloadDocument>
        {t('as-file')}
      </LinkButton>{' '}
      <XlsxLink className="button button-quiet button-small" csv={csv} />
    </p>
  );
}

/** What the person says of themselves, and where it is changed. */
function Facts() {
  const { facts } = useLoaderData<typeof loader>();
  const t = useText(volunteerRecord);
  const c = useText(certificates);
  const rows = factRows(facts, c);
  return (
    <Section title={c('facts')}>
      {rows.length === 0 ? (
        <p>{t('facts-none')}</p>
      ) : (
        <DescriptionList items={rows.map(([label, value]) => ({ label, value }))} />
      )}
      <p>
        <Link to={paths.volunteeringForYou}>{t('facts-change')}</Link>
      </p>
      <Download of="person" any={rows.length > 0} />
    </Section>
  );
}

function Evaluations() {
  const { services } = useLoaderData<typeof loader>();
  const t = useText(volunteerRecord);
  const c = useText(certificates);
  const rows = services.flatMap(({ evaluation, ...row }) => (evaluation ? [{ ...row, evaluation }] : []));
  return (
    <Section title={c('evaluations')}>
      <Table
        caption={c('evaluations')}
        captionHidden
        empty={t('evaluation-none')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'activity', header: t('activity'), cell: ({ activity }) => activity },
          { key: 'words', header: t('evaluation-words'), cell: ({ evaluation }) => evaluation.words },
          { key: 'stars', header: t('evaluation-stars'), cell: ({ evaluation }) => evaluation.stars ?? '–' },
          {
            key: 'day',
            header: t('day'),
            cell: ({ evaluation }) => <Time value={evaluation.at} format="date" />,
          },
          { key: 'by', header: t('evaluation-by'), cell: ({ organisation }) => organisation },
        ]}
      />
      <Download of="evaluation" any={rows.length > 0} />
    </Section>
  );
}

function Services() {
  const { services } = useLoaderData<typeof loader>();
  const t = useText(volunteerRecord);
  return (
    <Section title={t('service-title')}>
      <Table
        caption={t('service-title')}
        captionHidden
        empty={t('service-none')}
        rows={services}
        rowKey={({ id }) => id}
        columns={[
          { key: 'activity', header: t('activity'), cell: ({ activity }) => activity },
          { key: 'day', header: t('day'), cell: ({ startsAt }) => <Time value={startsAt} format="date" /> },
          { key: 'place', header: t('place'), cell: ({ place }) => place },
          { key: 'content', header: t('content'), cell: ({ task, activity }) => task || activity },
          { key: 'hours', header: t('hours'), cell: ({ minutes }) => hoursOf(minutes), numeric: true },
          { key: 'organisation', header: t('organisation'), cell: ({ organisation }) => organisation },
          { key: 'contact', header: t('contact'), cell: ({ contact }) => contact },
        ]}
      />
      <Download of="service" any={services.length > 0} />
    </Section>
  );
}

function Trainings() {
  const { trainings } = useLoaderData<typeof loader>();
  const t = useText(volunteerRecord);
  return (
    <Section title={t('training-title')}>
      <Table
        caption={t('training-title')}
        captionHidden
        empty={t('training-none')}
        rows={trainings}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('training-name'), cell: ({ name }) => name },
          { key: 'content', header: t('training-content'), cell: ({ content }) => content },
          {
            key: 'hours',
            header: t('training-hours'),
            cell: ({ minutes }) => hoursOf(minutes),
            numeric: true,
          },
          { key: 'by', header: t('training-by'), cell: ({ organisation }) => organisation },
          { key: 'day', header: t('day'), cell: ({ day }) => day },
        ]}
      />
      <Download of="training" any={trainings.length > 0} />
    </Section>
  );
}

function Honours() {
  const { honours } = useLoaderData<typeof loader>();
  const t = useText(volunteerRecord);
  return (
    <Section title={t('honour-title')}>
      <Table
        caption={t('honour-title')}
        captionHidden
        empty={t('honour-none')}
        rows={honours}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('honour-name'), cell: ({ name }) => name },
          { key: 'day', header: t('day'), cell: ({ day }) => day },
          { key: 'by', header: t('honour-by'), cell: ({ organisation }) => organisation },
        ]}
      />
      <Download of="honour" any={honours.length > 0} />
    </Section>
  );
}
