import { StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';

const tones: Record<string, Tone> = {
  convened: 'info',
  'in-session': 'progress',
  'in-approval': 'progress',
  published: 'success',
  cancelled: 'danger',
};

/** What kind of meeting it is, and how far it has come. */
export function MeetingBadges({ kind, state }: { kind: string; state: string }) {
  const t = useText(meetings);
  const kindKey = `kind.${kind}`;
  const stateKey = `state.${state}`;
  return (
    <>
      <StatusBadge>{hasKey(meetings, kindKey) ? t(kindKey) : kind}</StatusBadge>
      <StatusBadge tone={tones[state] ?? 'neutral'}>
        {hasKey(meetings, stateKey) ? t(stateKey) : state}
      </StatusBadge>
    </>
  );
}
