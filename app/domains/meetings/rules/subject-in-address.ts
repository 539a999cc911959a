const kinds: Record<string, string> = {
  proposals: 'proposal',
  'work-orders': 'work-order',
  agreements: 'agreement',
  conversations: 'conversation',
  statements: 'statement',
  ballots: 'ballot',
  feedback: 'feedback',
};

/** The thing of the portal whose page's address was typed or pasted; null where it is none. */
export function subjectInAddress(typed: string): { kind: string; id: string } | null {
  const pattern = new RegExp(`(?:^|/)(${Object.keys(kinds).join('|')})/([0-9A-Za-z-]{1,40})(?:[/?#]|$)`);
  const [, folder = '', id = ''] = pattern.exec(typed.trim()) ?? [];
  const kind = kinds[folder];
  return kind === undefined || id === 'new' ? null : { kind, id };
}
