/** An organisation to choose, told apart from others of its name by its area. */
export interface OrganisationOffered {
  id: string;
  name: string;
  area: string;
}

/** Which organisations a field offers, as its use case takes no others. */
export interface OrganisationBounds {
  /** Only those of these areas and of the areas below them; empty: any. */
  scope: readonly string[];
  /** Only those of this kind; empty: of any. */
  kind: string;
  /** Not these. */
  except: readonly string[];
}

/** From what organisations are chosen on a page: all of them where they are few, else some to begin with. */
export interface OrganisationChoices {
  /** By name; null where they are too many for a list. */
  few: OrganisationOffered[] | null;
  /** Those that the page's fields hold already, and those near the reader. */
  known: OrganisationOffered[];
  /** The ids of `known` to begin with. */
  near: string[];
  bounds: OrganisationBounds;
}

/** What came of looking for organisations in a posted form. */
export interface OrganisationsLooked {
  /** Whatever the form has shown so far, so that none of its fields loses what it holds. */
  known: OrganisationOffered[];
  /** Null where no words were typed. */
  found: { query: string; ids: string[]; more: boolean } | null;
}

/**
 * What a field for organisations sends beside its own values: the words to look for, those that were looked for last, the
 * button that looks, the ids that the form has shown, and the bounds it keeps to.
 */
export const organisationParts = {
  words: '.named',
  looked: '.looked',
  look: '.look',
  known: '.known',
  scope: '.in',
  kind: '.kind',
  except: '.except',
} as const;

/** Every organisation that a form has shown, once each. */
export function knownOrganisations(
  { few, known }: OrganisationChoices,
  looked?: OrganisationsLooked,
): OrganisationOffered[] {
  return [...new Map([...(few ?? known), ...(looked?.known ?? [])].map((one) => [one.id, one])).values()];
}
