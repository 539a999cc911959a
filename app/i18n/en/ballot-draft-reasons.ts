export const ballotDraftReasons = {
  'ballots.draft-too-long': 'This is more than can be kept. Please shorten the list or the explanation.',
  'ballots.too-many-drafts': 'You are writing very many ballots: discard some before you begin another.',
  'ballots.draft-changed': 'Something has just changed: please look at the preview as it is now.',
  'ballots.draft-unfinished': 'Some steps are not done yet: see what is missing.',
  'ballots.nothing-changed': 'Nothing differs from the ballot as it stands: there is no change to publish.',
  'ballots.say-why': 'Please say why it is changed, in four characters or more.',
  'ballots.proposal-not-in-review': 'A proposal is not under review any more and cannot be put to this vote.',
};
