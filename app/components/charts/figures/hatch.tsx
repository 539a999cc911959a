import { look } from './look';

/** Stripes, for what is not over or not told: told apart without colour. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={5} height={5} {...look.hatchGround} />
        <rect width={2} height={5} {...look.hatch} />
      </pattern>
    </defs>
  );
}
