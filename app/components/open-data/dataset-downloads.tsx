import { openData } from '~/i18n/open-data';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

const forms = ['csv', 'json', 'ndjson'] as const;

/** The files of one dataset, each named by what it holds for who hears links alone. */
export function DatasetDownloads({ name, title }: { name: string; title: string }) {
  const t = useText(openData);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {forms.map((form) => (
        <li key={form}>
          <a
            href={paths.dataset(`${name}.${form}`)}
            download
            aria-label={t('data.file', { title, form: form.toUpperCase() })}
          >
            {form.toUpperCase()}
          </a>
        </li>
      ))}
    </ul>
  );
}
