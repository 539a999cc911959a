/**
 * Kinds of decision about one person alone, where they live, may post or served. None of them stands in the public log, since who
 * was hidden can be seen beside it; the statistics tell their numbers as far as they point at nobody.
 */
export const guardedKinds: readonly string[] = [
  'residence-verification',
  'sanction',
  'sanction-appeal',
  'record-appeal',
];

export const isGuarded = ({ kind }: { kind: string }): boolean => guardedKinds.includes(kind);
