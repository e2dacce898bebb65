/** The kernel itself could not get memory: for a domain's static data, a stack, or at all. Programs get an exception instead. */
export class MemoryError extends Error {
  readonly code: 'K1301' | 'K1302';
  readonly domain: number;

  /** K1301: the domain is at its limit. K1302: the machine is. */
  constructor(code: 'K1301' | 'K1302', domain: number, message: string) {
    super(message);
    this.name = 'MemoryError';
    this.code = code;
    this.domain = domain;
  }
}
