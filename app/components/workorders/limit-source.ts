import { isOwnSource } from '~/domains/workorders/rules/deadlines/limits';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

/** The source of a limit in words: the portal's own in the reader's language, others as they were entered. */
export function useSourceWords(): (source: string) => string {
  const t = useText(workOrders);
  return (source) => (isOwnSource(source) ? t(`source.${source}`) : source);
}
