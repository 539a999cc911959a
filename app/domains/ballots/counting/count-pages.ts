import { countPapers } from '../rules/count-papers';
import type { BallotToCount, CountedBallot } from '../rules/count-papers';
import { sha256 } from '~/lib/sha256';

export type BallotHead = Omit<BallotToCount, 'papers'>;
export type Counted = Omit<CountedBallot, 'record'> & { digest: string };

/** Counts papers that came in pages, a line each; of the record, which may be large, only the digest goes on. */
export function countPages(head: BallotHead, pages: readonly string[]): Counted {
  const papers = pages.flatMap((page) => page.split('\n'));
  const { record, ...counted } = countPapers({ ...head, papers });
  return { ...counted, digest: sha256(record) };
}
