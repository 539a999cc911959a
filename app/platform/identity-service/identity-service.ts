/** What an official service says of a name and a number. */
type Comparison = 'same' | 'different' | 'unreachable';

/** An official service that knows which name belongs to which number of identity. */
export interface IdentityService {
  /** By which name people know it: it stands where they see who confirmed them. */
  name: string;
  /** Whether name and number belong together. Keeps nothing, and never throws. */
  compare(asked: { name: string; number: string }): Promise<Comparison>;
}
