import { paths } from '~/paths';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export interface Picture {
  id: string;
  width: number | null;
  height: number | null;
  description: string | null;
}

export function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  const t = useText(proposals);
  if (pictures.length === 0) return null;
  return (
    <ul className="pictures" aria-label={t('pictures')}>
      {pictures.map((picture, index) => (
        <li key={picture.id}>
          <a href={paths.file(picture.id)}>
            <img
              src={paths.file(picture.id)}
              alt={picture.description || t('picture', { number: index + 1 })}
              width={picture.width ?? undefined}
              height={picture.height ?? undefined}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
