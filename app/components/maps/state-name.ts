import { useCallback } from 'react';
import { hasKey, textIn } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';
import { maps } from '~/i18n/maps';
import { proposals } from '~/i18n/proposals';
import { useLocale } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

// Translations are made where they are asked: one that is handed on loads its whole catalogue (docs/decisions/0049).

/** The words for the state of a matter of any kind that maps show. */
export function useStateName(): (matter: { kind: string; state: string }) => string {
  const locale = useLocale();
  return useCallback(
    ({ kind, state }) => {
      const key = `state.${state}`;
      if (kind === 'feedback' && hasKey(feedback, key)) return textIn(locale, feedback)(key);
      if (kind === 'proposal' && hasKey(proposals, key)) return textIn(locale, proposals)(key);
      return hasKey(workOrders, key) ? textIn(locale, workOrders)(key) : state;
    },
    [locale],
  );
}

/** The words for the kind of a matter. */
export function useKindName(): (kind: string) => string {
  const locale = useLocale();
  return useCallback(
    (kind) => {
      const key = `kind.${kind}`;
      return hasKey(maps, key) ? textIn(locale, maps)(key) : kind;
    },
    [locale],
  );
}
