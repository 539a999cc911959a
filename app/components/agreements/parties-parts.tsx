import * as notes from './clause-notes';
import * as drafting from './drafting-rights';
import * as obligations from './obligation-acts';
import type { ObligationActsProps } from './obligation-acts';
import * as proposed from './proposed-drafts';
import * as sign from './sign-panel';
import type { SignPanelProps } from './sign-panel';
import * as ways from './ways-out';
import type { WaysOutProps } from './ways-out';
import { later, whenShown } from '~/components/ui';

// What an agreement's page has for its parties alone: most who read one have none of it.

export const DraftingRights = whenShown(
  import.meta.env.SSR
    ? drafting.DraftingRights
    : later(() => import('./drafting-rights').then((own) => own.DraftingRights)),
);

export const ProposedDrafts = whenShown(
  import.meta.env.SSR
    ? proposed.ProposedDrafts
    : later(() => import('./proposed-drafts').then((own) => own.ProposedDrafts)),
);

export const ClauseNotes = whenShown(
  import.meta.env.SSR
    ? notes.ClauseNotes
    : later(() => import('./clause-notes').then((own) => own.ClauseNotes)),
);

const ObligationForms = whenShown(
  import.meta.env.SSR
    ? obligations.ObligationActs
    : later(() => import('./obligation-acts').then((own) => own.ObligationActs)),
);

/** What the reader can do about one obligation. */
export function ObligationActs(props: ObligationActsProps) {
  const acts = Object.values(props.obligation.may).includes(true) || props.orders;
  return acts && <ObligationForms {...props} />;
}

const SigningForms = whenShown(
  import.meta.env.SSR ? sign.SignPanel : later(() => import('./sign-panel').then((own) => own.SignPanel)),
);

/** Where a representative signs, or why not; to others than the parties there is nothing to say. */
export function SignPanel({ isParty, ...props }: SignPanelProps & { isParty: boolean }) {
  const { may } = props;
  const silent =
    !may.allowed && (!isParty || may.reason === 'signed-out' || may.reason === 'agreements.signed-already');
  return !silent && <SigningForms {...props} />;
}

const Ways = whenShown(
  import.meta.env.SSR ? ways.WaysOut : later(() => import('./ways-out').then((own) => own.WaysOut)),
);

/** All that moves an agreement on or ends it, for this reader in this state. */
export function WaysOut(props: WaysOutProps) {
  const { edit, freeze, thaw, withdraw, decline, notice, assent, continue: continued } = props.may;
  const moves = [edit.allowed, freeze.allowed, thaw, withdraw, decline, notice].includes(true);
  const some = moves || assent.length + continued.length + props.waiting.length > 0;
  return some && <Ways {...props} />;
}
