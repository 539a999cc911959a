export interface QrCodeProps {
  size: number;
  /** The dark squares, one unit each. */
  path: string;
  label: string;
}

/** Four squares of white around it, as readers need. */
const margin = 4;

/** A QR code, dark on white in every colour scheme. */
export function QrCode({ size, path, label }: QrCodeProps) {
  const whole = size + 2 * margin;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${whole} ${whole}`}
      shapeRendering="crispEdges"
    >
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path} transform={`translate(${margin} ${margin})`} fill="#000" />
    </svg>
  );
}
