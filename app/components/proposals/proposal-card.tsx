import { ProposalState } from './proposal-state';
import { useCategoryName } from '~/components/across/use-categories';
import { Card, ProgressBar, Time } from '~/components/ui';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export interface ProposalCardProps {
  proposal: {
    id: string;
    title: string;
    category: string;
    state: string;
    endorsementCount: number;
    commentCount: number;
    threshold: number;
    deadlineAt: Date | null;
    picture: { id: string } | null;
  };
  areaName: string | undefined;
  headingLevel?: 2 | 3;
}

export function ProposalCard({ proposal, areaName, headingLevel = 3 }: ProposalCardProps) {
  const t = useText(proposals);
  const category = useCategoryName();
  const { state, endorsementCount, threshold, deadlineAt } = proposal;
  return (
    <Card
      headingLevel={headingLevel}
      title={proposal.title || t('state.draft')}
      to={paths.proposal(proposal.id)}
      picture={proposal.picture}
      badges={<ProposalState state={state} />}
      meta={
        <>
          {areaName && <span>{areaName}</span>}
          <span>{category(proposal.category)}</span>
          <span>{t('comments', { count: proposal.commentCount })}</span>
          {state !== 'gathering' && <span>{t('endorsements', { count: endorsementCount })}</span>}
          {deadlineAt && (
            <span>
              {t('deadline')} <Time value={deadlineAt} format="date" />
            </span>
          )}
        </>
      }
    >
      {state === 'gathering' && (
        <ProgressBar label={t('endorsement-progress')} value={endorsementCount} maximum={threshold} />
      )}
    </Card>
  );
}
