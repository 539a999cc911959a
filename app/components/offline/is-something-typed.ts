const fields =
  'main form[method=post] :is(textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox]))';

/** Whether words stand in a form that nobody has sent, or files. */
export function isSomethingTyped(): boolean {
  return [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fields)].some(
    ({ value, defaultValue }) => value !== '' && value !== defaultValue,
  );
}
