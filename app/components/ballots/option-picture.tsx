import type { OptionPicture as Shown } from './voted-ballot';
import { paths } from '~/paths';

/** What an option looks like, small, above the words that lead to its proposal. */
export function OptionPicture({ picture }: { picture: Shown | null | undefined }) {
  if (!picture) return null;
  const { id, width, height, description } = picture;
  return (
    <img
      className="option-picture"
      loading="lazy"
      // The smallest size: naming it by its module would split that of all pages with pictures.
      src={paths.file(id, 320)}
      alt={description ?? ''}
      width={width ?? undefined}
      height={height ?? undefined}
    />
  );
}
