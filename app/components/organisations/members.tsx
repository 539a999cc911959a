import { ConfirmForm, StatusBadge } from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { hasKey } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface Member {
  mandate: string;
  person: { id: string; displayName: string };
}

export interface MembersProps {
  members: readonly Member[];
  /** The reader owns the organisation and removes members. */
  owner: boolean;
  /** The reader offers it to a member: its owner, or where there is none a moderator. */
  mayOffer: boolean;
  state: FormState | undefined;
}

export function Members({ members, owner, mayOffer, state }: MembersProps) {
  const t = useText(community);
  const viewer = useViewer();
  return (
    <div className="stack">
      <ul className="linked-matters">
        {members.map((member) => {
          const key = `mandate.${member.mandate}`;
          return (
            <li key={member.person.id}>
              <strong>{member.person.displayName}</strong>{' '}
              <StatusBadge>{hasKey(community, key) ? t(key) : member.mandate}</StatusBadge>
              {(owner || mayOffer) && member.person.id !== viewer?.personId && (
                <MemberActs member={member} owner={owner} state={state} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface ActsProps {
  member: Member;
  owner: boolean;
  state: FormState | undefined;
}

function MemberActs({ member, owner, state }: ActsProps) {
  const t = useText(community);
  const hidden = { personId: member.person.id };
  const name = member.person.displayName;
  return (
    <div className="form-actions">
      <ConfirmForm
        intent="hand-over"
        hidden={hidden}
        state={state}
        trigger={t('hand-over')}
        title={t('hand-over-title', { name })}
        description={<p>{t('hand-over-hint')}</p>}
        confirm={t('hand-over')}
        variant="quiet"
        size="small"
      />
      {owner && (
        <ConfirmForm
          intent="remove"
          hidden={hidden}
          state={state}
          trigger={t('remove')}
          title={t('remove-title', { name })}
          confirm={t('remove')}
          variant="quiet"
          size="small"
          danger
        />
      )}
    </div>
  );
}

export interface LeaveProps {
  name: string;
  owner: boolean;
  state: FormState | undefined;
}

export function LeaveOrganisation({ name, owner, state }: LeaveProps) {
  const t = useText(community);
  return (
    <ConfirmForm
      intent="leave"
      state={state}
      trigger={t('leave')}
      title={t('leave-title', { name })}
      description={<p>{t(owner ? 'leave-hint-owner' : 'leave-hint')}</p>}
      confirm={t('leave')}
      variant="quiet"
      danger
    />
  );
}
