/**
 * Where units come from that are not among the files given: library paths, interface paths, the built-in library.
 */
import type { SourceFile } from './parsed-unit.ts';

export interface FoundUnit extends SourceFile {
  /** The unit is compiled in with this extension (library), rather than implemented by another domain. */
  readonly own: boolean;
}

export interface UnitProvider {
  findInterface(name: string): FoundUnit | undefined;
  /** The module of that name, looked for to implement a library interface of the same name. */
  findModule(name: string): SourceFile | undefined;
  /** Further modules that export a library interface; modules of the interface's own name need not be among them. */
  findExporters?(interfaceName: string): readonly SourceFile[];
  findGenericInterface?(name: string): SourceFile | undefined;
  findGenericModule?(name: string): SourceFile | undefined;
  /** Interfaces that could be found, for hints. */
  interfaceNames?(): Iterable<string>;
}

export const NO_UNITS: UnitProvider = {
  findInterface: () => undefined,
  findModule: () => undefined,
};
