import type { ReactNode } from 'react';
import type { AreaChoices, AreaOffered } from '~/lib/choices/area-choices';

export interface AreaPickerProps {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** The id that is chosen; empty for none. */
  value: string;
  errors?: readonly string[];
  choices: AreaChoices;
  /** The words for no area. */
  none?: string;
  /** The page that looks areas up where the form itself goes elsewhere. */
  lookAt?: string | undefined;
  /** In a bar of filters: folded behind a line that says what is chosen. */
  folded?: boolean;
}

/** What is chosen, and what stands to be chosen from: the chosen one first, then what was found, else what is near. */
export function areaRows(
  { known, near, found }: AreaChoices,
  value: string,
): { chosen: AreaOffered | undefined; rows: AreaOffered[] } {
  const all = [...known, ...(found?.areas ?? []), ...(found?.under ? [found.under] : [])];
  const by = (id: string) => all.find((area) => area.id === id);
  const chosen = by(value);
  const ids = found
    ? [...(found.query === '' && found.under ? [found.under.id] : []), ...found.areas.map(({ id }) => id)]
    : near;
  const shown = [...new Set([...(chosen ? [chosen.id] : []), ...ids])];
  return { chosen, rows: shown.flatMap((id) => by(id) ?? []) };
}
