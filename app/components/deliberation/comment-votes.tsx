import { Button, Form } from '~/components/ui';
import type { CommentView } from '~/domains/deliberation/index.server';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

const votes = ['support', 'oppose'] as const;

/** How many agree and disagree; for those who may, the two buttons: pressing the own vote takes it back. */
export function CommentVotes({ comment, state }: { comment: CommentView; state: FormState | undefined }) {
  const t = useText(deliberation);
  const counts = { support: comment.supportCount, oppose: comment.opposeCount };
  if (!comment.mayVote) {
    const said = votes.filter((vote) => counts[vote] > 0);
    if (said.length === 0) return null;
    return (
      <p className="card-meta">
        {said.map((vote) => (
          <span key={vote}>{t(`${vote}-count`, { count: counts[vote] })}</span>
        ))}
      </p>
    );
  }
  return (
    <Form
      intent="vote-comment"
      hidden={{ commentId: comment.id }}
      state={state}
      preventScrollReset
      className="comment-votes"
    >
      {votes.map((vote) => {
        const mine = comment.vote === vote;
        return (
          <Button
            key={vote}
            name="vote"
            value={mine ? 'none' : vote}
            size="small"
            variant={mine ? 'secondary' : 'quiet'}
            aria-pressed={mine}
            title={t(mine ? 'vote-withdraw' : `vote-${vote}`)}
          >
            {t(vote)} {counts[vote]}
          </Button>
        );
      })}
    </Form>
  );
}
