import { PictureField } from '../picture-field';
import type { AlongInput } from '../pictures';

/** The field of `PicturesAlong` in what was unfolded, unless something is chosen there already: that goes along. */
const fieldIn = (details: HTMLDetailsElement) =>
  [...details.querySelectorAll<AlongInput>('input[type=file][name=pictures]')].find(
    (input) => input.hand && input.value === '',
  );

/** Hands `PicturesAlong` the field by which pictures are shrunk and sent before the form. */
export function handOver(details: HTMLDetailsElement): void {
  fieldIn(details)?.hand?.(() => PictureField);
}
