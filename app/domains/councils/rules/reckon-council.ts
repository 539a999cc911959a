import type { Council } from './council';
import { councilLottery } from './draw-council';
import type { CouncilLottery } from './draw-council';
import type { NoPanel } from './quota-conflicts/explain-no-panel';
import { loadSolver } from '~/lib/linear-programs/load-solver';

export interface CouncilToReckon {
  council: Council;
  /** How many panels the list has. */
  lines: number;
}

/** Chances and list of a council, or why it has no panel. Loads the solver. */
export async function reckonCouncil({ council, lines }: CouncilToReckon): Promise<CouncilLottery | NoPanel> {
  return councilLottery(await loadSolver(), council, lines);
}
