import type { FieldValues } from '../form-state';
import { holdsText } from './searching/holds-text';

/** The texts that somebody typed into a form, without what was merely chosen, each once. */
export function typedTexts(values: FieldValues): string[] {
  return [...new Set(Object.values(values).flat())].filter((value) => holdsText([value]));
}
