/** URLs of what comes with a certificate as a file: apart, so that no other page carries them. */
export const certificatePaths = {
  file: (id: string) => `/volunteering/certificates/${id}/certificate.json`,
  proof: (number: string, code: string) =>
    `/certificates/check.json?${new URLSearchParams({ number, code }).toString()}`,
  checkedPdf: (number: string, code: string) =>
    `/certificates/check.pdf?${new URLSearchParams({ number, code }).toString()}`,
} as const;
