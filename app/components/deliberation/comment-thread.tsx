import { Link } from '@remix-run/react';
import { BestArguments } from './best-arguments';
import * as forms from './comment-forms';
import { CommentItem } from './comment-item';
import type { CommentSetting } from './comment-setting';
import { CommentSorting } from './comment-sorting';
import { DiscussionSummary } from './discussion-summary';
import { later, LinkButton, Pagination, whenShown } from '~/components/ui';
import type { DiscussionPage } from '~/domains/deliberation/index.server';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

const NewComment = whenShown(
  import.meta.env.SSR
    ? forms.NewComment
    : later(() => import('./comment-forms').then((own) => own.NewComment)),
);

export interface CommentThreadProps {
  discussion: DiscussionPage;
  subject: { kind: string; id: string };
  /** Titles of the matters from which comments came by merging, by id. */
  origins?: Readonly<Record<string, string>>;
  mayComment: boolean;
  /** Why not, in words; a visitor gets the way to signing in instead. */
  whyNot: string | null;
  signInPath: string | null;
  state?: FormState | undefined;
}

/** A discussion: what it comes to, the best arguments, the threads, and the forms to add to them. */
export function CommentThread(props: CommentThreadProps) {
  const { discussion, subject, origins = {}, mayComment, whyNot, signInPath, state } = props;
  const { threads, threadId, participants } = discussion;
  const t = useText(deliberation);
  const setting = { subject, origins, mayComment, signedIn: !signInPath, participants, state };
  const alone = threadId !== null;
  return (
    <div className="comments stack">
      <DiscussionSummary discussion={discussion} subject={subject} state={state} />
      {!alone && <BestArguments best={discussion.best} />}
      {alone ? (
        <p>
          {t('one-thread')} <Link to="?#comments">{t('all-threads')}</Link>
        </p>
      ) : (
        <>
          <AddComment {...{ mayComment, whyNot, signInPath, state, participants }} />
          {threads.length > 1 && <CommentSorting sort={discussion.sort} />}
        </>
      )}
      {threads.length === 0 && <p>{t(alone ? 'thread-missing' : 'empty')}</p>}
      <ol className="comment-list">
        {threads.map((thread) => (
          <Thread key={thread.top.id} thread={thread} alone={alone} setting={setting} />
        ))}
      </ol>
      <Pagination next={discussion.next} parameter="comments" />
    </div>
  );
}

type AddCommentProps = Pick<CommentThreadProps, 'mayComment' | 'whyNot' | 'signInPath' | 'state'> &
  Pick<CommentSetting, 'participants'>;

function AddComment({ mayComment, whyNot, signInPath, state, participants }: AddCommentProps) {
  const t = useText(deliberation);
  if (mayComment) return <NewComment participants={participants} state={state} />;
  if (!signInPath) return <p>{whyNot}</p>;
  return (
    <LinkButton to={signInPath} variant="secondary">
      {t('sign-in')}
    </LinkButton>
  );
}

interface ThreadProps {
  thread: DiscussionPage['threads'][number];
  alone: boolean;
  setting: CommentSetting;
}

/** So many answers stand open; the others unfold. */
const openAnswers = 3;

function Thread({ thread: { top, answers, elsewhere }, alone, setting }: ThreadProps) {
  const t = useText(deliberation);
  const open = alone ? answers : answers.slice(0, openAnswers);
  const folded = answers.slice(open.length);
  const list = (comments: typeof answers) => (
    <ol className="answer-list">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`} className={`answer answer-${comment.depth}`}>
          <CommentItem comment={comment} setting={setting} />
        </li>
      ))}
    </ol>
  );
  return (
    <li id={`comment-${top.id}`}>
      <CommentItem comment={top} setting={setting} />
      {open.length > 0 && list(open)}
      {folded.length > 0 && (
        <details className="answers-folded">
          <summary className="button button-quiet button-small">
            {t('answers', { count: folded.length })}
          </summary>
          {list(folded)}
        </details>
      )}
      {!alone && elsewhere > 0 && (
        <p>
          <Link to={`?thread=${top.id}#comment-${top.id}`}>{t('answers-elsewhere')}</Link>
        </p>
      )}
    </li>
  );
}
