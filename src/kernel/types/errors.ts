/** What is wrong with a file's types when they meet those of the running kernel. */
export class TypeLinkError extends Error {
  readonly code: string;

  constructor(code: TypeLinkCode, message: string) {
    super(message);
    this.name = 'TypeLinkError';
    this.code = code;
  }
}

/**
 * - K1201 an opaque type is declared with another bound than its interface gives it.
 * - K1202 a revelation disagrees with an earlier one, or does not fit the opaque type.
 * - K1203 a type is too large to lie in memory.
 * - K1204 an opaque type is used where its revelation is needed, and there is none.
 * - K1205 a chain of object types is too deep.
 * - K1206 a packed type cannot hold its base type, or the base cannot be packed.
 * - K1207 a type contains itself, or is its own supertype.
 * - K1208 an override names a method that no supertype declares.
 */
export type TypeLinkCode = 'K1201' | 'K1202' | 'K1203' | 'K1204' | 'K1205' | 'K1206' | 'K1207' | 'K1208';
