import type { agreementMergers as source } from '../zh-CN/agreement-mergers';

export const agreementMergers: Record<keyof typeof source, string> = {
  title: 'A party was merged: please sign an amendment',
  ours: '“{name}” was merged into “{successor}”, for which you act. The agreement still names “{name}”. It holds as before, but only once it names “{successor}” can you report, accept and pay by it.',
  theirs:
    '“{name}” was merged into “{successor}”. The agreement still names “{name}”. It holds as before, but only once it names “{successor}” can that party report, accept and pay by it.',
  'ours-same-name':
    '“{name}” was registered twice and is one now, for which you act. The agreement names the registration that is no more. It holds as before, but only once it names the present one can you report, accept and pay by it.',
  'theirs-same-name':
    '“{name}” was registered twice and is one now. The agreement names the registration that is no more. It holds as before, but only once it names the present one can that party report, accept and pay by it.',
  open: 'See “{name}”',
  next: 'What to do next: press the button to draft an amendment. The parties and promises get the new name by themselves, and what was done stays done; where the clauses mention the old name, change it in the draft. Once all parties have signed, the amendment takes the place of this agreement.',
  begin: 'Draft the amendment with the new name',
  begun: 'The amendment is drafted; the parties agree on its words now.',
  signing: 'The amendment waits for signatures.',
  'to-amendment': 'Open the amendment',
  act: 'Act for “{name}”',
  alone: 'After the merger one party is left, and nothing is to be amended. You can end the agreement below.',
};
