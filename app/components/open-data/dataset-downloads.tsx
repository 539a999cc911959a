import { openData } from '~/i18n/open-data';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

/** A workbook is asked for where the CSV is. */
const forms = [
  { form: 'CSV', file: 'csv' },
  { form: 'XLSX', file: 'csv?as=xlsx' },
  { form: 'JSON', file: 'json' },
  { form: 'NDJSON', file: 'ndjson' },
] as const;

/** The files of one dataset, each named by what it holds for who hears links alone. */
export function DatasetDownloads({ name, title }: { name: string; title: string }) {
  const t = useText(openData);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {forms.map(({ form, file }) => (
        <li key={form}>
          <a href={paths.dataset(`${name}.${file}`)} download aria-label={t('data.file', { title, form })}>
            {form}
          </a>
        </li>
      ))}
    </ul>
  );
}
