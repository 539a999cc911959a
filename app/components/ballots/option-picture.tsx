import type { OptionPicture as Shown } from './voted-ballot';
import { smallerEdges } from '~/lib/pictures/picture-sizes';
import { paths } from '~/paths';

/** What an option looks like, small, above the words that lead to its proposal. */
export function OptionPicture({ picture }: { picture: Shown | null | undefined }) {
  if (!picture) return null;
  const { id, width, height, description } = picture;
  return (
    <img
      className="option-picture"
      loading="lazy"
      src={paths.file(id, smallerEdges[0])}
      alt={description ?? ''}
      width={width ?? undefined}
      height={height ?? undefined}
    />
  );
}
