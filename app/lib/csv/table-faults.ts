/** The keys of the words with which a list says what is wrong with its table, in the catalogue of each kind of list. */
export const tableFaults = {
  'not-csv': 'fault.csv',
  'mixed-encoding': 'fault.encoding',
  'too-many-rows': 'fault.too-many',
  'too-long-row': 'fault.too-long',
  'double-column': 'fault.double-column',
} as const;
