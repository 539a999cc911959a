import { StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { ballots } from '~/i18n/ballots';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

const tones: Record<string, Tone> = {
  scheduled: 'info',
  open: 'progress',
  counting: 'warning',
  closed: 'neutral',
  cancelled: 'danger',
};

/** How a ballot stands, and what it is. */
export function BallotBadges({ state, standing }: { state: string; standing: string }) {
  const t = useText(ballots);
  const stateKey = `state.${state}`;
  const standingKey = `standing.${standing}`;
  return (
    <>
      <StatusBadge tone={tones[state] ?? 'neutral'}>
        {hasKey(ballots, stateKey) ? t(stateKey) : state}
      </StatusBadge>
      <StatusBadge>{hasKey(ballots, standingKey) ? t(standingKey) : standing}</StatusBadge>
    </>
  );
}
