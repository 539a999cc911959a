import { useCategoryName } from '~/components/proposals/proposal-state';
import { listedCategories } from '~/domains/categories';
import { hasKey } from '~/i18n/catalogue';
import { responsibility } from '~/i18n/responsibility';
import { useText } from '~/i18n/use-text';

/** The name of a category, or of a group of them. */
export function useListedName(): (category: string) => string {
  const t = useText(responsibility);
  const name = useCategoryName();
  return (category) => {
    const key = `group.${category}`;
    return hasKey(responsibility, key) ? t(key) : name(category);
  };
}

export function useListedOptions() {
  const name = useListedName();
  return listedCategories.map((value) => ({ value, label: name(value) }));
}

/** A level as the lists name it; empty is any. */
export function useLevelName(): (level: string) => string {
  const t = useText(responsibility);
  return (level) => {
    const key = `level.${level}`;
    return hasKey(responsibility, key) ? t(key) : t('level-any');
  };
}
