import { inListOrder } from './draw-line';

/** The first thing by which a text is no list of panels. */
export interface ListFault {
  line: number;
  fault: string;
}

/** Reads a published list: a line a panel, ids in their order and joined by commas, each line ended by LF. */
export function readList(text: string): string[][] | ListFault {
  const lines = text.split('\n');
  if (lines.pop() !== '')
    return { line: lines.length + 1, fault: 'the last line does not end with a line feed' };
  if (lines.length === 0) return { line: 1, fault: 'there is no line' };
  const panels = lines.map((line) => line.split(','));
  for (const [at, panel] of panels.entries()) {
    const fault = faultOf(panel, panels[0]?.length ?? 0);
    if (fault !== null) return { line: at + 1, fault };
  }
  return panels;
}

function faultOf(panel: readonly string[], seats: number): string | null {
  if (panel.some((id) => id === '' || /[\s\p{Cc}]/u.test(id))) return 'an id is empty or holds a blank';
  if (panel.length !== seats) return `there are ${panel.length} ids where the first line has ${seats}`;
  if (new Set(panel).size !== panel.length) return 'an id stands there twice';
  return inListOrder(panel).every((id, at) => id === panel[at]) ? null : 'the ids are not in order';
}
