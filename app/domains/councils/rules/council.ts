/** Bounds, both included, on how many members of a panel have a value of a feature. */
export interface Quota {
  feature: string;
  value: string;
  min: number;
  max: number;
}

export interface Person {
  id: string;
  /** By the features of the quotas, in their order. */
  values: readonly string[];
  /** Who shares it with another cannot sit with them; null: lives alone, or nobody asks. */
  household: string | null;
}

/** What a council is drawn from. Each person's value of each feature has a quota. */
export interface Council {
  seats: number;
  features: readonly string[];
  quotas: readonly Quota[];
  people: readonly Person[];
}

/** People whom a relabelling can exchange: equal values, and households of equal make-up. Their chances are equal. */
export interface Kind {
  /** Places in `Council.people`. */
  people: readonly number[];
  values: readonly string[];
  /** Most of them that one panel can hold. */
  most: number;
}

/** How many members of a panel are of some kinds. */
export interface Restriction {
  kinds: readonly number[];
  lower: number;
  upper: number;
}

/** Households of equal make-up: at most one member of each sits on a panel. */
export interface HouseholdGroup {
  kinds: readonly number[];
  /** The people of each household. */
  households: readonly (readonly number[])[];
}

/**
 * A council over kinds of people. A composition (how many of each kind) that keeps to `most`, `quotas`, `households`
 * and `seats` is a panel, and each panel has such a composition.
 */
export interface KindsOfPeople {
  seats: number;
  kinds: readonly Kind[];
  /** Kind of each person. */
  kindOf: readonly number[];
  /** One for each quota, in their order. */
  quotas: readonly Restriction[];
  groups: readonly HouseholdGroup[];
}

/** How many of each kind sit on a panel. */
export type Composition = readonly number[];

export interface WeightedComposition {
  composition: Composition;
  weight: number;
}
