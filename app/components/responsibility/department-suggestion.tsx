import { Link } from '@remix-run/react';
import { useListedName } from './listed-category';
import { Notice } from '~/components/ui';
import type { Suggestion } from '~/domains/responsibility/index.server';
import { paths } from '~/paths';
import { responsibility } from '~/i18n/responsibility';
import { useText } from '~/i18n/use-text';

export interface DepartmentSuggestionProps {
  suggestion: Suggestion | null;
  areaNames: Readonly<Record<string, string>>;
}

/** The department that the responsibility lists name for a matter, and why; a person confirms it. */
export function DepartmentSuggestion({ suggestion, areaNames }: DepartmentSuggestionProps) {
  const t = useText(responsibility);
  const category = useListedName();
  if (!suggestion) return <Notice kind="warning">{t('suggest-none')}</Notice>;
  const { department, entry, fit } = suggestion;
  return (
    <Notice title={t('suggest-title', { department: department.name })}>
      <p>
        {t(`suggest-why.${fit.category}-${fit.area}`, {
          category: category(entry.category),
          area: areaNames[entry.areaId] ?? entry.areaId,
        })}{' '}
        <Link to={paths.responsibility(entry.key)}>{t('suggest-basis', { basis: entry.basis })}</Link>
        {entry.days !== null && ` · ${t('days-count', { count: entry.days })}`}
      </p>
      <p>{t('suggest-confirm')}</p>
    </Notice>
  );
}
