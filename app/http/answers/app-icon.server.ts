import type { Colour } from '~/lib/contrast';

interface Drawing {
  /** Of each side, in pixels. */
  size: number;
  /** The system cuts its own shape out of it: nothing that matters stands outside the middle 80 of 100. */
  isMaskable?: true;
  /** No part may be seen through: such a system lays black below. */
  isOpaque?: true;
}

/** The icons of the portal where it stands among a device's apps, by their names in addresses. */
export const appIcons = {
  '180': { size: 180, isOpaque: true },
  '192': { size: 192 },
  '512': { size: 512 },
  'maskable-192': { size: 192, isMaskable: true },
  'maskable-512': { size: 512, isMaskable: true },
} as const satisfies Record<string, Drawing>;
export type AppIcon = keyof typeof appIcons;

export const isAppIcon = (name: string): name is AppIcon => Object.hasOwn(appIcons, name);

/** The character 共, in the middle of 48 units a side. */
const sign =
  '<g fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round"><path d="M17 9v14M31 9v14M10 15h28M8 24h32"/><path d="M18 29l-7 10M30 29l7 10"/></g>';

/** How far the ground is from the edges, and how much of it is rounded: none where the system cuts out a shape. */
function markOf({ size, isMaskable, isOpaque }: Drawing, colour: Colour): string {
  const whole = isMaskable === true || isOpaque === true;
  const ground = whole
    ? `<rect width="48" height="48" fill="${colour}"/>`
    : `<rect x="2" y="2" width="44" height="44" rx="8" fill="${colour}"/>`;
  const drawn = isMaskable === true ? `<g transform="translate(6 6) scale(.75)">${sign}</g>` : sign;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 48 48">${ground}${drawn}</svg>`;
}

/** How much of a side a logo takes: within a circle of 80 of 100 a square of 56 has its corners. */
const shareOf = ({ isMaskable }: Drawing) => (isMaskable === true ? 0.56 : 0.84);

async function logoOn(logo: Uint8Array, drawing: Drawing): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const edge = Math.round(drawing.size * shareOf(drawing));
  const inside = await sharp(logo)
    .resize(edge, edge, { fit: 'contain', background: '#fff' })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();
  const before = Math.floor((drawing.size - edge) / 2);
  const after = drawing.size - edge - before;
  return sharp(inside)
    .extend({ top: before, left: before, bottom: after, right: after, background: '#fff' })
    .png()
    .toBuffer();
}

/** The icon as PNG: the portal's logo on white, or the mark on the portal's colour. */
export async function drawAppIcon(
  icon: AppIcon,
  { logo, colour }: { logo: Uint8Array | null; colour: Colour },
): Promise<Buffer> {
  const drawing: Drawing = appIcons[icon];
  if (logo) return logoOn(logo, drawing);
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(markOf(drawing, colour)))
    .png()
    .toBuffer();
}
