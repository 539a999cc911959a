import { classNames } from './class-names';

export interface AvatarProps {
  name: string;
  kind?: 'person' | 'organisation';
}

/** The first character of a name; the name itself stands beside it. */
export function Avatar({ name, kind = 'person' }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames('avatar', kind === 'organisation' && 'avatar-organisation')}
    >
      {[...name.trim()][0] ?? '·'}
    </span>
  );
}
