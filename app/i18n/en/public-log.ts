export const publicLog = {
  title: 'Public log',
  what: 'Everything public that happens here (published, voted, dispatched, signed …) enters this log within seconds. It only grows: whoever changes what was entered is found out, by anyone. It holds fingerprints only, neither names nor words.',
  'this-event': 'This record',
  entered: 'It stands in the log as entry {index}, counted from 0.',
  'not-entered':
    'The log has no such entry: it may have happened just now, so look again in a minute; what is not public does not enter.',
  proof: 'Download the proof',
  'proof-how':
    'It holds the words of this record, its fingerprint and the proof; check it by this command, without the database of this portal:',
  'proof-closed':
    'The words are not public any more; it holds the fingerprint and the proof that it stands in the log:',
  head: 'The log now',
  'none-yet': 'Nothing has entered yet.',
  size: 'Entries',
  at: 'Signed',
  root: 'Root',
  key: 'Key',
  witness: 'Cosigned by',
  how: 'How to check the whole log',
  'how-words':
    'Run this command on any computer with Node. It reads the log, checks its signature and every fingerprint, and keeps what it has checked in the folder; run again, it raises an alarm if anything was changed, taken out or made up anew. Note the key down elsewhere and compare it with that of others.',
  formats:
    'The files follow tlog-tiles and tlog-checkpoint of C2SP (trees of RFC 6962): existing tools for transparency logs read and mirror them.',
  'check-this': 'How to check that these records were not changed',
};
