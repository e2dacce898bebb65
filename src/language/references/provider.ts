/**
 * Where units come from that are not among the files given: library paths, interface paths, the built-in library.
 */
import type { SourceFile } from './parsed-unit.ts';

/** What a provider has found for the name of a unit. */
export interface FoundFile extends SourceFile {
  /** Other files of the same folder for the same unit, with another text: which is meant, nobody can tell. */
  readonly rivals?: readonly string[];
}

export interface FoundUnit extends FoundFile {
  /** The unit is compiled in with this extension (library), rather than implemented by another domain. */
  readonly own: boolean;
}

export interface UnitProvider {
  findInterface(name: string): FoundUnit | undefined;
  /** The module of that name, looked for to implement a library interface of the same name. */
  findModule(name: string): FoundFile | undefined;
  /** Further modules that export a library interface; modules of the interface's own name need not be among them. */
  findExporters?(interfaceName: string): readonly SourceFile[];
  findGenericInterface?(name: string): FoundFile | undefined;
  findGenericModule?(name: string): FoundFile | undefined;
  /** Interfaces that could be found, for hints. */
  interfaceNames?(): Iterable<string>;
}

export const NO_UNITS: UnitProvider = {
  findInterface: () => undefined,
  findModule: () => undefined,
};
