import { Link } from '@remix-run/react';
import { HiddenNotice } from '~/components/moderation/hidden-notice';
import { LinkButton, Notice } from '~/components/ui';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import { paths } from '~/paths';

interface ProposalNoticesProps {
  /** What it was made of, where it was made of something. */
  origin: { path: string; words: string } | null;
  proposal: { id: string; state: string; hiddenAt: string | Date | null };
  may: { edit: Decision; moderate: boolean };
}

/** What is to be known before the text is read: where it comes from, that it is hidden, that it is a draft. */
export function ProposalNotices({ origin, proposal, may }: ProposalNoticesProps) {
  const t = useText(proposals);
  return (
    <>
      {origin && (
        <p>
          <Link to={origin.path}>{origin.words}</Link>
        </p>
      )}
      {proposal.hiddenAt && (
        <HiddenNotice kind="proposal" id={proposal.id} words={t('hidden')} moderates={may.moderate} />
      )}
      {proposal.state === 'draft' && may.edit.allowed && (
        <Notice>
          <p>{t('draft-note')}</p>
          <LinkButton to={paths.editProposal(proposal.id)}>{t('draft-go-on')}</LinkButton>
        </Notice>
      )}
    </>
  );
}
