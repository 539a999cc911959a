const place = 'single-keys';

/** Whether pages take single keys. Somebody who speaks to the browser, or presses keys by chance, has them off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}

/** Kept in this browser; where it keeps nothing, the keys stay as they are. */
export function switchKeys(on: boolean): void {
  try {
    localStorage.setItem(place, on ? 'on' : 'off');
  } catch {
    return;
  }
}
