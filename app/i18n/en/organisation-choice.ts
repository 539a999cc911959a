export const organisationChoice = {
  find: 'Type a name or a social credit code',
  search: 'Find',
  none: 'None',
  found: { one: 'One found: choose it above.', other: '{count} found: choose above.' },
  'found-none': 'Nothing found for “{query}”. Try fewer characters.',
  more: 'There are more: type more of the name.',
};
