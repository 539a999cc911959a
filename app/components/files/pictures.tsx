import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import { edgesOf, smallerEdges, widthAt } from '~/lib/pictures/picture-sizes';
import { paths } from '~/paths';

export interface Picture {
  id: string;
  width: number | null;
  height: number | null;
  description: string | null;
}

/** The addresses of a picture at its sizes, each with how wide it is there. */
function sources({ id, width, height }: Picture): string | undefined {
  if (!width || !height) return undefined;
  const smaller = edgesOf({ width, height }).map(
    (edge) => `${paths.file(id, edge)} ${widthAt({ width, height }, edge)}w`,
  );
  return [...smaller, `${paths.file(id)} ${width}w`].join(', ');
}

/** How wide pictures are drawn in a list, and where they stand side by side (HTML, `sizes`). */
const [listed, large] = ['12rem', '(min-width: 48rem) 22rem, 45vw'];

export interface PicturesProps {
  pictures: readonly Picture[];
  /** Each fills its column. */
  isLarge?: boolean;
}

/** Pictures at the size that the screen needs, each leading to the whole one; its place is kept until it is there. */
export function Pictures({ pictures, isLarge = false }: PicturesProps) {
  const t = useText(proposals);
  if (pictures.length === 0) return null;
  return (
    <ul className="pictures" aria-label={t('pictures')}>
      {pictures.map((picture, index) => (
        <li key={picture.id}>
          <a href={paths.file(picture.id)}>
            <img
              sizes={isLarge ? large : listed}
              srcSet={sources(picture)}
              src={paths.file(picture.id, smallerEdges[0])}
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
