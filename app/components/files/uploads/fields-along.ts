import { PictureField } from '../picture-field';
import { alongEvent } from '~/lib/pictures/picture-fields';

/** The field of `PicturesAlong` in what was unfolded, unless something is chosen there already: that goes along. */
const fieldIn = (details: HTMLDetailsElement) =>
  [...details.querySelectorAll<HTMLInputElement>('input[type=file][name=pictures]')].find(
    (input) => !input.closest('.picture-field') && input.value === '',
  );

/** Hands `PicturesAlong` the field by which pictures are shrunk and sent before the form. */
export function handOver(details: HTMLDetailsElement): void {
  fieldIn(details)?.dispatchEvent(new CustomEvent(alongEvent, { detail: PictureField }));
}
