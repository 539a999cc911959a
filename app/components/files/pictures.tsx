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
  const measures = { width, height };
  const smaller = edgesOf(measures).map((edge) => `${paths.file(id, edge)} ${widthAt(measures, edge)}w`);
  return smaller.length === 0 ? undefined : [...smaller, `${paths.file(id)} ${width}w`].join(', ');
}

const box = { width: 10, height: 9 };

/** How wide a picture is drawn that fills its box in a list: a flat one is wider than what is seen of it. */
function drawnWidth({ width, height }: Picture): string {
  const flat = width && height ? width / height : 1;
  return `${Math.ceil(Math.max(box.width, box.height * flat))}rem`;
}

export interface OnePictureProps {
  picture: Picture;
  /** What it is called where nobody said what it shows. */
  called: string;
  /** As browsers take it (HTML, `sizes`). */
  sizes: string;
}

/** A picture at the size that the screen needs, which leads to the whole one; its place is kept until it is there. */
export function OnePicture({ picture, called, sizes }: OnePictureProps) {
  const { id, width, height, description } = picture;
  return (
    <a href={paths.file(id)}>
      <img
        sizes={sizes}
        loading="lazy"
        decoding="async"
        srcSet={sources(picture)}
        src={paths.file(id, smallerEdges[0])}
        alt={description || called}
        width={width ?? undefined}
        height={height ?? undefined}
      />
    </a>
  );
}

export function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  const t = useText(proposals);
  if (pictures.length === 0) return null;
  return (
    <ul className="pictures" aria-label={t('pictures')}>
      {pictures.map((picture, index) => (
        <li key={picture.id}>
          <OnePicture
            picture={picture}
            called={t('picture', { number: index + 1 })}
            sizes={drawnWidth(picture)}
          />
        </li>
      ))}
    </ul>
  );
}
