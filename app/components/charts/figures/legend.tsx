import { Hatch } from './hatch';
import { look } from './look';
import type { SaidFigure } from '~/domains/insights/figures/say-figure';

type Form = SaidFigure['legend'][number]['form'];

/** The mark that an entry of a legend is about, in a box of 28 by 12. */
export function LegendMark({ form, name }: { form: Form; name: string }) {
  if (form === 'trend') return <path d="M0 6H28" {...look.trend} />;
  if (form === 'reach') return <path d="M2 6H26" {...look.reach} />;
  if (form === 'line') return <path d="M14 0V12" {...look.line} />;
  if (form === 'square') return <rect x={10} y={2} width={8} height={8} {...look.square} />;
  if (form === 'triangle') return <path d="M14 1l5 9h-10z" {...look.triangle} />;
  if (form === 'circle') return <circle cx={14} cy={6} r={4.5} {...look.circle} />;
  return (
    <>
      <Hatch id={`${name}-legend-hatch`} />
      <rect x={2} y={0} width={24} height={12} fill={`url(#${name}-legend-hatch)`} />
    </>
  );
}
