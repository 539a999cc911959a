import type { CommentView, DiscussionPage } from '~/domains/deliberation/index.server';
import type { FormState } from '~/lib/form-state';

/** What every comment of a page needs to know of the page. */
export interface CommentSetting {
  subject: { kind: string; id: string };
  origins: Readonly<Record<string, string>>;
  mayComment: boolean;
  signedIn: boolean;
  participants: DiscussionPage['participants'];
  state: FormState | undefined;
}

export interface CommentItemProps {
  comment: CommentView;
  setting: CommentSetting;
}
