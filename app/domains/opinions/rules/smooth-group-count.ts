/** What is remembered between two analyses of a growing conversation. */
export interface GroupCountMemory {
  /** Number of groups shown so far. */
  k: number;
  /** Number that the last analyses found instead, and how many in a row. */
  candidate: number;
  times: number;
}

const timesToChange = 4;

/** The number of groups changes only when four analyses in a row find the same other number, so that the map does not flicker. */
export function smoothGroupCount(memory: GroupCountMemory | null, found: number): GroupCountMemory {
  if (!memory) return { k: found, candidate: found, times: 1 };
  const times = memory.candidate === found ? memory.times + 1 : 1;
  return { k: times >= timesToChange ? found : memory.k, candidate: found, times };
}
