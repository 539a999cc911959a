import { Section, StatusBadge, Time } from '~/components/ui';
import { Difference } from '~/components/across/difference';
import { agreementDrafting } from '~/i18n/agreement-drafting';
import { agreements } from '~/i18n/agreements';
import { hasKey } from '~/i18n/catalogue';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { DifferencePart } from '~/lib/texts/difference';
import { ProposalAnswers } from './proposal-answers';
import type { ProposalAnswersProps } from './proposal-answers';

type ShownProposal = ProposalAnswersProps['proposal'] & {
  text: string;
  answer: string | null;
  createdAt: Date;
  isOutdated: boolean;
  difference: DifferencePart[];
};

export interface ProposedDraftsProps extends Omit<ProposalAnswersProps, 'proposal' | 'isOutdated'> {
  proposals: readonly ShownProposal[];
  /** Those that wait for an answer, or those that had one. */
  part: 'open' | 'decided';
}

/** The drafts that parties proposed in place of the one that stands, with what each would change. */
export function ProposedDrafts({ proposals, part, ...shared }: ProposedDraftsProps) {
  const t = useText(agreementDrafting);
  const isOpen = part === 'open';
  const shown = proposals.filter(({ state }) => (state === 'open') === isOpen);
  if (shown.length === 0) return null;
  return (
    <Section title={t(isOpen ? 'proposed-drafts' : 'decided-drafts')} id={isOpen ? 'proposed' : 'decided'}>
      {shown.map((proposal) => (
        <Proposal key={proposal.id} {...{ proposal, ...shared }} />
      ))}
    </Section>
  );
}

function Proposal({
  proposal,
  ...shared
}: { proposal: ShownProposal } & Omit<ProposedDraftsProps, 'proposals' | 'part'>) {
  const t = useText(agreements);
  const d = useText(agreementDrafting);
  const { colon } = usePunctuation();
  const key = `note-state.${proposal.state}`;
  const { text, answer, isOutdated } = proposal;
  return (
    <div className="panel">
      <p className="card-meta">
        <strong>{shared.organisations[proposal.organisationId]?.name}</strong>{' '}
        <Time value={proposal.createdAt} /> {hasKey(agreements, key) && <StatusBadge>{t(key)}</StatusBadge>}
      </p>
      {text !== '' && <p className="pre-line">{text}</p>}
      <details>
        <summary>{d('proposed-difference')}</summary>
        <div className="difference">
          <Difference parts={proposal.difference} />
        </div>
      </details>
      {answer && <p className="pre-line">{`${t('reply')}${colon}${answer}`}</p>}
      <ProposalAnswers {...{ proposal, isOutdated, ...shared }} />
    </div>
  );
}
