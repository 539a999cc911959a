import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';

/** Beside the link to a table as CSV: the same as a workbook, in which long numbers keep their digits. */
export function XlsxLink({ csv, className }: { csv: string; className?: string }) {
  const t = useText(common);
  return (
    <a className={className} href={`${csv}${csv.includes('?') ? '&' : '?'}as=xlsx`} download>
      {t('as-xlsx')}
    </a>
  );
}
