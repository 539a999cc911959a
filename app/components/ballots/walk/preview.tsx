import { Link } from '@remix-run/react';
import type { ComponentProps } from 'react';
import { BallotBadges } from '~/components/ballots/ballot-badges';
import { BallotChoices } from '~/components/ballots/ballot-choices';
import { BallotRules } from '~/components/ballots/ballot-rules';
import { StatutoryRecord } from '~/components/ballots/statutory-record';
import { ResultFigures, ResultWords } from '~/components/ballots/result/ballot-result';
import { Button, Form, Markdown, Notice, Section } from '~/components/ui';
import type { draftPreview } from '~/domains/ballots/drafting/preview.query.server';
import { ballotPaths } from '~/paths-ballots';
import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { useNamesInARow, useText } from '~/i18n/use-text';

export type Preview = Awaited<ReturnType<typeof draftPreview>>;

interface PreviewShown {
  preview: Preview;
  areaName: string;
  /** Only of a statutory record. */
  record: ComponentProps<typeof StatutoryRecord>['record'];
}

/** The ballot as voters will see it, with its rules in words and worked through. */
export function BallotPreview({ preview, areaName, record }: PreviewShown) {
  return (
    <>
      <Questions draftId={preview.ballot.id} questions={preview.questions} />
      <Electors electors={preview.electors} ballot={preview.ballot} />
      <PaperTried ballot={preview.ballot} />
      <StatutoryRecord record={record} />
      <BallotRules ballot={preview.ballot} areaName={areaName} organisations={preview.organisations} />
      <Sample preview={preview} />
    </>
  );
}

/** What may be meant, and more often is not; each with the way to the step that mends it. */
function Questions({ draftId, questions }: { draftId: string; questions: Preview['questions'] }) {
  const t = useText(ballotWalk);
  const inARow = useNamesInARow();
  if (questions.length === 0) return null;
  return (
    <Notice kind="warning" title={t('questions')}>
      <ul>
        {questions.map(({ step, ask, options }) => (
          <li key={ask}>
            {t(`ask.${ask}`, { options: inARow(options) })}{' '}
            <Link to={ballotPaths.mendStep(draftId, step)}>
              {t('mend')}
              <span className="sr-only"> {t(`heading.${step}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** How many would have a vote: the wrong area or age is seen before anybody is called. */
function Electors({ electors, ballot }: Pick<Preview, 'electors' | 'ballot'>) {
  const t = useText(ballotWalk);
  const { votes, listed } = electors;
  const counted = ballot.unit === 'household' ? 'electors-households' : 'electors-persons';
  return (
    <Section title={t('electors')}>
      <p>
        {listed !== null && `${t('electors-listed', { count: listed })} `}
        {votes === null ? t('electors-roll') : <strong>{t(counted, { count: votes })}</strong>}{' '}
        {votes !== null && t('electors-hint')}{' '}
        <Link to={ballotPaths.mendStep(ballot.id, 'electorate')}>
          {t('mend')}
          <span className="sr-only"> {t('heading.electorate')}</span>
        </Link>
      </p>
    </Section>
  );
}

/** The page and the paper; it can be filled in, and goes nowhere. */
function PaperTried({ ballot }: Pick<Preview, 'ballot'>) {
  const t = useText(ballotWalk);
  const b = useText(ballots);
  return (
    <Section title={t('as-voters-see')}>
      <p className="field-hint">{t('as-voters-see-hint')}</p>
      <div className="ballot-tried stack">
        <h3>{ballot.title}</h3>
        <BallotBadges state={ballot.state} standing={ballot.standing} />
        <p>
          {b(
            ballot.standing === 'consultation'
              ? 'standing.consultation-hint'
              : 'standing.statutory-record-hint',
          )}
        </p>
        <Markdown html={ballot.questionHtml} />
        <Form>
          {/* Enter presses the first button of a form: one that cannot be pressed sends nothing. */}
          <BallotChoices ballot={ballot} />
          <Button size="large" disabled>
            {b('cast')}
          </Button>
        </Form>
      </div>
    </Section>
  );
}

function Sample({ preview: { ballot, sample } }: { preview: Preview }) {
  const t = useText(ballotWalk);
  const label = (id: string) => ballot.options.find((option) => option.id === id)?.label ?? id;
  const outcome = { result: sample.result };
  return (
    <Section title={t('sample')}>
      <div className="stack">
        <p>{t('sample-text', { electors: sample.electors, papers: sample.papers })}</p>
        <Notice>
          <ResultWords outcome={outcome} label={label} />
        </Notice>
        <ResultFigures outcome={outcome} label={label} rule={ballot} />
      </div>
    </Section>
  );
}
