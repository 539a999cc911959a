import { isNumber } from './progress';
import type { TargetMeasure } from './progress';

/** The value as kept, tenths of a per cent or orders; null where the text is none that the measure can have. */
export function readValue(measure: TargetMeasure, text: string): number | null {
  const value = Number(text);
  if (isNumber(measure)) return Number.isInteger(value) ? value : null;
  return value <= 100 ? Math.round(value * 10) : null;
}

/** The value as it is typed. */
export function writeValue(measure: TargetMeasure, value: number): string {
  return isNumber(measure) ? String(value) : String(value / 10);
}
