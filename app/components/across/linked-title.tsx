import { Link } from '@remix-run/react';
import { Said } from '~/components/ui';

interface LinkedTitleProps {
  /** Null where the reader may not read the thing. */
  id: string | null;
  title: string;
  path: (id: string) => string;
}

/** Another thing by its title, linked where it may be read. */
export function LinkedTitle({ id, title, path }: LinkedTitleProps) {
  return id === null ? (
    <Said>{title}</Said>
  ) : (
    <Link to={path(id)}>
      <Said>{title}</Said>
    </Link>
  );
}
