/** URLs of administrators' pages to which only their home leads: apart, so that no other page carries them. */
export const administrationPaths = {
  thresholds: '/administration/thresholds',
} as const;
