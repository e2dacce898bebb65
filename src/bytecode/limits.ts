/** Bounds of the format, which keep consumers' cost linear and their recursion shallow. `docs/bytecode.md` lists them. */
export const LIMITS = {
  /** Bytes of a file. */
  file: 64 * 1024 * 1024,
  /** Characters of a name. */
  name: 255,
  types: 100_000,
  /** Records within arrays within records, … */
  typeNesting: 64,
  /** Supertypes above an object type. */
  objectDepth: 250,
  openDimensions: 16,
  /** Bytes of a variable. */
  variableSize: 2 ** 30,
  setElements: 2 ** 20,
  parameters: 255,
  raises: 255,
  locals: 10_000,
  /** VAR and READONLY aliases of a procedure, other than parameters, that nested ones use. */
  capturedAliases: 64,
  /** Bytes of a procedure's code. */
  code: 2 ** 20,
  /** Procedures around a nested one. */
  procedureNesting: 32,
  blockNesting: 65_536,
  stackHeight: 16_384,
  constantNesting: 64,
} as const;
