import {
  useCategoriesToChoose,
  useCategoriesToFilter,
  useCategoryName,
} from '~/components/across/use-categories';
import { categoryGroups } from '~/domains/categories/groups';
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

function useGroups() {
  const name = useListedName();
  return categoryGroups.map((value) => ({ value, label: name(value) }));
}

/** What a new line of a list may name. */
export const useListedToChoose = () => [...useCategoriesToChoose(), ...useGroups()];

/** What lines of a list may name, retired categories too. */
export const useListedToFilter = () => [...useCategoriesToFilter(), ...useGroups()];

/** A level as the lists name it; empty is any. */
export function useLevelName(): (level: string) => string {
  const t = useText(responsibility);
  return (level) => {
    const key = `level.${level}`;
    return hasKey(responsibility, key) ? t(key) : t('level-any');
  };
}
