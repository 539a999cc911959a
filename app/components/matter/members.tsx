import {
  Button,
  ConfirmForm,
  DisclosureForm,
  Field,
  RadioGroup,
  StatusBadge,
  TextArea,
  TextInput,
} from '~/components/ui';
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
  /** The reader owns the organisation: adds, removes, hands over. */
  owner: boolean;
  state: FormState | undefined;
}

export function Members({ members, owner, state }: MembersProps) {
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
              {owner && member.person.id !== viewer?.personId && <MemberActs member={member} state={state} />}
            </li>
          );
        })}
      </ul>
      {owner && <AddMember state={state} />}
    </div>
  );
}

function MemberActs({ member, state }: { member: Member; state: FormState | undefined }) {
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
    </div>
  );
}

function AddMember({ state }: { state: FormState | undefined }) {
  const t = useText(community);
  return (
    <DisclosureForm
      trigger={t('add-member')}
      intent="add"
      state={state}
      initial={{ mandate: 'representative' }}
    >
      <Field name="email" label={t('email')} required>
        <TextInput type="email" />
      </Field>
      <RadioGroup
        name="mandate"
        label={t('mandate')}
        choices={(['representative', 'member'] as const).map((value) => ({
          value,
          label: t(`mandate.${value}`),
          hint: t(`mandate-hint.${value}`),
        }))}
      />
      <Button>{t('add')}</Button>
    </DisclosureForm>
  );
}

export function LeaveOrganisation({ name, state }: { name: string; state: FormState | undefined }) {
  const t = useText(community);
  return (
    <ConfirmForm
      intent="leave"
      state={state}
      trigger={t('leave')}
      title={t('leave-title', { name })}
      description={<p>{t('leave-hint')}</p>}
      confirm={t('leave')}
      variant="quiet"
      danger
    />
  );
}

/** For moderators of the area: the organisation acts no longer. */
export function DeactivateOrganisation({ name, state }: { name: string; state: FormState | undefined }) {
  const t = useText(community);
  return (
    <ConfirmForm
      state={state}
      intent="deactivate"
      trigger={t('deactivate')}
      title={t('deactivate-title', { name })}
      description={<p>{t('deactivate-hint')}</p>}
      confirm={t('deactivate')}
      danger
    >
      <Field name="reason" label={t('deactivate-reason')} required>
        <TextArea rows={2} maximum={500} />
      </Field>
    </ConfirmForm>
  );
}
