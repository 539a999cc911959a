import { drawLine } from '~/domains/councils/rules/lottery/draw-line';
import { readList } from '~/domains/councils/rules/lottery/read-list';
import { sha256 } from '~/lib/sha256';
import { bytesOf } from '../research-call';
import type { ResearchIo } from '../research-io';
import { UsageError } from '../usage-error';

interface Asked {
  file: string;
  seed: string | undefined;
  json: boolean;
}

/** `gongzhi draw --list`: what anyone can say of a published list, and which line a seed draws from it. Answers 0. */
export function drawFromList({ file, seed, json }: Asked, io: ResearchIo): number {
  const bytes = bytesOf(io, file);
  const panels = readList(Buffer.from(bytes).toString('utf8'));
  if (!Array.isArray(panels)) throw new UsageError(`${file}, line ${panels.line}: ${panels.fault}`);
  const list = { panels: panels.length, seats: panels[0]?.length ?? 0, sha256: sha256(bytes) };
  const line = seed === undefined ? null : drawLine({ listSha256: list.sha256, lines: list.panels }, seed);
  const drawn = line && { ...line, panel: panels[line.index] ?? [] };
  if (json) {
    const answer = { list: { ...list, probabilities: chancesIn(panels) }, drawn };
    io.stdout(`${JSON.stringify(answer)}\n`);
    return 0;
  }
  io.stdout(`list of ${list.panels} panels of ${list.seats}, SHA-256 ${list.sha256}\n`);
  if (drawn)
    io.stdout(
      `line ${drawn.index} (the first is 0) is drawn by ${drawn.hash}:\n  ${drawn.panel.join(', ')}\n`,
    );
  return 0;
}

/** Of each id the lines with it over all lines. */
function chancesIn(panels: readonly (readonly string[])[]): Record<string, number> {
  const times = new Map<string, number>();
  for (const id of panels.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  return Object.fromEntries([...times].sort().map(([id, count]) => [id, count / panels.length]));
}
