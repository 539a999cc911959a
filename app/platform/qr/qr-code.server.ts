import { whenUsed } from '~/lib/when-used';

const qrCode = whenUsed<typeof import('qrcode')>('qrcode');

/** The squares of a QR code: how many a side, and the dark ones as an SVG path, one unit each. */
export interface QrSquares {
  size: number;
  path: string;
}

/** A QR code of a text, with 15% of it spare for what is scratched or folded. */
export function qrSquares(text: string): QrSquares {
  const { modules } = qrCode().create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  return { size: modules.size, path };
}
