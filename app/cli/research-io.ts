/** How commands that count without a database read and write. */
export interface ResearchIo {
  /** Throws where the file cannot be read. */
  readFile: (file: string) => Uint8Array;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}
