import pg from 'pg';

/**
 * A connection whose end is no end of the process: a server that fails over tells each connection, also those that are
 * lent out and asked nothing in this moment, and an error that nobody listens to ends everything. Whoever asks next is
 * refused.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
