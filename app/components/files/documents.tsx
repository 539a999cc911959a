import { paths } from '~/paths';
import { Count } from '~/components/ui';

export interface DocumentShown {
  id: string;
  name: string;
  bytes: number;
}

/** What file dialogs offer; what is really in a file is read from its bytes. */
export const acceptedDocuments =
  'image/*,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,application/pdf';

const kilobyte = 1024;

/** Documents to download, by their names and sizes. */
export function Documents({ documents }: { documents: readonly DocumentShown[] }) {
  if (documents.length === 0) return null;
  return (
    <ul>
      {documents.map(({ id, name, bytes }) => (
        <li key={id}>
          <a href={paths.file(id)} download={name}>
            {name}
          </a>{' '}
          (<Count value={Math.max(1, Math.round(bytes / kilobyte))} /> KB)
        </li>
      ))}
    </ul>
  );
}
