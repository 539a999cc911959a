import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import {
  EmptyState,
  LinkButton,
  PageHeader,
  Percentage,
  Section,
  StatusBadge,
  Table,
  Time,
} from '~/components/ui';
import { XlsxLink } from '~/components/across/xlsx-link';
import { useViewer } from '~/components/layout/use-viewer';
import { groupName } from '~/components/opinions/group-name';
import { OpinionMap } from '~/components/opinions/opinion-map';
import { StatementTable } from '~/components/opinions/statement-table';
import { reportPage } from '~/domains/opinions/report.query.server';
import { proposalsOfStatements } from '~/domains/proposals/index.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const report = await load(args, () => reportPage(ctx, args.params.id ?? ''));
  const made = await proposalsOfStatements(ctx, Object.values(report.ids));
  const title = textIn(ctx.locale, conversations)('report-title', { title: report.conversation.title });
  return data({ ...report, made, title }, { headers: { 'X-Cache-Topics': 'conversations,proposals' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

export default function Report() {
  const { conversation, picture, words, title, made } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  const numbers = {
    people: picture.participants,
    statements: picture.everyone.length,
    answers: picture.answers,
  };
  return (
    <>
      <PageHeader
        above={<Link to={paths.conversation(conversation.id)}>{conversation.title}</Link>}
        title={title}
        lead={t('report-lead', numbers)}
        meta={
          conversation.closedAt && (
            <span>
              {t('closed-at')} <Time value={conversation.closedAt} />
            </span>
          )
        }
      />
      {picture.participants === 0 ? (
        <EmptyState title={t('report-none-title')}>{t('report-none')}</EmptyState>
      ) : (
        <>
          <Common />
          <Section title={t('picture-title')}>
            <OpinionMap picture={picture} />
          </Section>
          <Divisive />
          <Groups />
          <TookPart />
          <Section title={t('all-title')}>
            <StatementTable caption={t('all-title')} rows={picture.everyone} words={words} />
          </Section>
        </>
      )}
      {made.length > 0 && (
        <Section title={t('made-proposals')}>
          <ul>
            {made.map((proposal) => (
              <li key={proposal.id}>
                <Link to={paths.proposal(proposal.id)}>{proposal.title}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Files id={conversation.id} />
    </>
  );
}

function Files({ id }: { id: string }) {
  const t = useText(conversations);
  return (
    <Section title={t('files-title')}>
      <p>{t('files-hint')}</p>
      <div className="form-actions">
        <a className="button button-secondary" href={paths.conversationVotes(id)} download>
          {t('file-votes')}
        </a>
        <XlsxLink csv={paths.conversationVotes(id)} />
        <a className="button button-secondary" href={paths.conversationComments(id)} download>
          {t('file-statements')}
        </a>
        <XlsxLink csv={paths.conversationComments(id)} />
      </div>
    </Section>
  );
}

function Common() {
  const { picture, words, ids } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  const viewer = useViewer();
  return (
    <Section title={t('common-title')}>
      <p className="field-hint">{t('common-hint')}</p>
      {picture.common.length === 0 && <p>{t('common-none')}</p>}
      <ul>
        {picture.common.map(({ number, direction, agrees, disagrees, answers, shares }) => (
          <li key={number} className="statement-line">
            <p className="statement-line-words">{words[number]}</p>
            <p className="card-meta">
              <StatusBadge tone={direction === 'agree' ? 'success' : 'warning'}>
                {t(`common-${direction}`)}
              </StatusBadge>
              <span>
                <Share direction={direction} agrees={agrees} disagrees={disagrees} answers={answers} />
              </span>
              {shares.length > 1 &&
                shares.map((share, group) => (
                  <span key={groupName(group)}>
                    {t('group', { name: groupName(group) })} <Percentage share={share} />
                  </span>
                ))}
            </p>
            {viewer && direction === 'agree' && (
              <p>
                <LinkButton
                  size="small"
                  variant="secondary"
                  to={`${paths.newProposal}?statement=${ids[number] ?? ''}`}
                >
                  {t('make-proposal')}
                </LinkButton>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface Shared {
  direction: string;
  agrees: number;
  disagrees: number;
  answers: number;
}

function Share({ direction, agrees, disagrees, answers }: Shared) {
  const t = useText(conversations);
  const part = direction === 'agree' ? agrees : disagrees;
  const words = t(direction === 'agree' ? 'share-agree' : 'share-disagree', { share: '|' }).split('|');
  return (
    <>
      {words[0]}
      <Percentage share={answers > 0 ? part / answers : 0} />
      {words[1]} ({part}/{answers})
    </>
  );
}

function Divisive() {
  const { picture, words } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  if (picture.groups.length < 2) return null;
  return (
    <Section title={t('divisive-title')}>
      <p className="field-hint">{t('divisive-hint')}</p>
      {picture.divisive.length === 0 ? (
        <p>{t('divisive-none')}</p>
      ) : (
        <StatementTable
          caption={t('divisive-title')}
          rows={picture.divisive}
          words={words}
          groups={picture.groups.length}
        />
      )}
    </Section>
  );
}

function Groups() {
  const { picture, words } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  return (
    <Section title={t('groups-title')}>
      {picture.groups.length < 2 ? (
        <p>{t('groups-none')}</p>
      ) : (
        picture.groups.map(({ people, known }, group) => (
          <section key={groupName(group)}>
            <h3>{t('group-people', { name: groupName(group), count: people })}</h3>
            <ul>
              {known.map((statement) => (
                <li key={statement.number} className="statement-line">
                  <p>{words[statement.number]}</p>
                  <p className="card-meta">
                    <Share {...statement} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
    </Section>
  );
}

function TookPart() {
  const { places } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  const rows = [
    ...places.areas.map(({ areaId, name, people }) => ({ key: areaId, name, people })),
    ...(places.elsewhere > 0 ? [{ key: '', name: t('elsewhere'), people: places.elsewhere }] : []),
  ];
  return (
    <Section title={t('took-part-title')}>
      <p className="field-hint">{t('took-part-hint')}</p>
      <Table
        caption={t('took-part-title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'area', header: t('took-part-area'), cell: (row) => row.name },
          { key: 'people', header: t('took-part-people'), numeric: true, cell: (row) => row.people },
        ]}
      />
    </Section>
  );
}
