import type { BudgetInstance, CountedProject } from './instance';

/** Keeps account of the groups' limits while projects are selected. */
export class GroupLimits {
  readonly #instance: BudgetInstance;
  readonly #counts: number[];
  readonly #costs: bigint[];

  constructor(instance: BudgetInstance) {
    this.#instance = instance;
    this.#counts = instance.groups.map(() => 0);
    this.#costs = instance.groups.map(() => 0n);
  }

  /** Whether all groups of the project still have room for it. */
  allows(project: CountedProject): boolean {
    return project.groups.every((at) => {
      const group = this.#instance.groups[at];
      if (!group) return true;
      if ((this.#counts[at] ?? 0) >= group.maximum) return false;
      return group.budget === null || (this.#costs[at] ?? 0n) + project.cost <= group.budget;
    });
  }

  add(project: CountedProject): void {
    for (const at of project.groups) {
      this.#counts[at] = (this.#counts[at] ?? 0) + 1;
      this.#costs[at] = (this.#costs[at] ?? 0n) + project.cost;
    }
  }
}
