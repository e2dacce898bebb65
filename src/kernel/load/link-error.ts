/**
 * Why code was not let into the kernel, or was not linked.
 *
 * - K1001 the file is damaged or does not pass the verifier.
 * - K1101 an imported interface is not exported by any domain it was resolved against.
 * - K1102 an interface was changed since the importing file was compiled.
 * - K1103 an interface lacks an item that the importing file uses.
 * - K1104 an item has another type than the importing file was compiled against.
 * - K1105 an authorizer refused the link.
 * - K1106 the domain capability does not carry the right.
 * - K1107 a file reveals an opaque type of an interface that it does not implement.
 * - K1108 a file relies on a revelation that the interface does not make.
 * - K1109 the domain is not in the state for the operation.
 * - K1110 a table of the kernel or the memory is full.
 * - K1111 a procedure is marked native, but the kernel has none of that name.
 * - K1112 a domain cannot have that name.
 * - K12xx types of the file contradict those of the running kernel: see `types/errors.ts`.
 */
export type LinkCode =
  | 'K1001'
  | 'K1101'
  | 'K1102'
  | 'K1103'
  | 'K1104'
  | 'K1105'
  | 'K1106'
  | 'K1107'
  | 'K1108'
  | 'K1109'
  | 'K1110'
  | 'K1111'
  | 'K1112'
  | (string & {});

export class LinkError extends Error {
  readonly code: LinkCode;
  /** What the verifier found, where it is more than one thing. */
  readonly details: readonly string[];

  constructor(code: LinkCode, message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'LinkError';
    this.code = code;
    this.details = details;
  }
}
