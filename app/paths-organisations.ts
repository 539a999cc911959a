/** URLs of what administrators do with an organisation: apart, so that no other page carries them. */
export const organisationPaths = {
  departments: '/organisations/departments',
  departmentsCsv: '/organisations/departments.csv',
  merge: (id: string) => `/organisations/${id}/merge`,
} as const;
