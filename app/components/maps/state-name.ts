import { useCallback } from 'react';
import { hasKey } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';
import { maps } from '~/i18n/maps';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

/** The words for the state of a matter of any kind that maps show. */
export function useStateName(): (matter: { kind: string; state: string }) => string {
  const f = useText(feedback);
  const p = useText(proposals);
  const w = useText(workOrders);
  return useCallback(
    ({ kind, state }) => {
      const key = `state.${state}`;
      if (kind === 'feedback' && hasKey(feedback, key)) return f(key);
      if (kind === 'proposal' && hasKey(proposals, key)) return p(key);
      return hasKey(workOrders, key) ? w(key) : state;
    },
    [f, p, w],
  );
}

/** The words for the kind of a matter. */
export function useKindName(): (kind: string) => string {
  const t = useText(maps);
  return useCallback(
    (kind) => {
      const key = `kind.${kind}`;
      return hasKey(maps, key) ? t(key) : kind;
    },
    [t],
  );
}
