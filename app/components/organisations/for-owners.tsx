import { AwaitedSignatures } from './awaited-signatures';
import type { AwaitedSignaturesProps } from './awaited-signatures';
import { Invited } from './invitations';
import type { InvitedProps } from './invitations';
import { Signatories } from './signatories';
import type { SignatoriesProps } from './signatories';
import type { FormState } from '~/lib/form-state';

export interface ForOwnersProps {
  organisation: { state: string; members: SignatoriesProps['members'] | null };
  page: {
    out: InvitedProps['invitations'];
    signatories: SignatoriesProps['signatories'];
  } & AwaitedSignaturesProps;
  state: FormState | undefined;
}

/** What owners alone see: who was invited, and who may sign. */
export function ForOwners({ organisation, page, state }: ForOwnersProps) {
  return (
    <>
      <Invited invitations={page.out} verified={organisation.state === 'verified'} state={state} />
      {organisation.members && (
        <Signatories members={organisation.members} signatories={page.signatories} state={state} />
      )}
      <AwaitedSignatures awaited={page.awaited} />
    </>
  );
}
