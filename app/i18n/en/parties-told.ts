import type * as source from '../zh-CN/parties-told';

export const events: Record<keyof typeof source.events, string> = {
  'agreement.change-agreed':
    '{organisation} accepts the change to clause {clause} of the agreement “{title}”; others are asked still',
  'agreement.draft-proposed': '{organisation} proposed changes to the draft of the agreement “{title}”',
  'agreement.draft-agreed':
    '{organisation} accepts the changes to the draft of the agreement “{title}”; others are asked still',
  'agreement.draft-accepted': 'All parties accepted the changes to the draft of the agreement “{title}”',
  'agreement.draft-refused': '{organisation} refused the changes to the draft of the agreement “{title}”',
  'agreement.ends-soon': 'The agreement “{title}” ends on {day}: decide whether to renew it',
  'agreement.rights-set': '{organisation} set who may change what in the draft of the agreement “{title}”',
  'agreement.party-followed':
    'In the draft of the agreement “{title}” {by} takes the place of {organisation}, which was merged into it',
  'agreement.party-merged':
    '{organisation}, a party of the agreement “{title}”, was merged into {by}; an amendment puts the new name there',
  'organisation.corrected': 'What is said of “{title}” was corrected',
  'organisation.merged': '“{title}” was merged into “{other}”',
  'organisation.absorbed': '“{other}” was merged into “{title}”',
};

export const reasons: Record<keyof typeof source.reasons, string> = {
  'organisations.administrators-only':
    'Only an administrator of the areas of both organisations merges them.',
  'organisations.merge-itself': 'Please choose another organisation.',
  'organisations.merge-into-verified': 'The organisation that goes on has to be verified and in service.',
  'organisations.merge-same-kind': 'Organisations of different kinds cannot be merged.',
};
