/**
 * Finding and parsing all units of a program: those given, and those they import, export or are implemented by.
 *
 * A unit is *own* when it becomes part of the extension: it was given, or it comes from a library. Others are interfaces that another
 * domain implements.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { KernelInterface } from '../typed/context.ts';
import { instantiate } from './generics.ts';
import { isGeneric, isInterface } from './outline.ts';
import { type ParsedUnit, parseUnit, type SourceFile } from './parsed-unit.ts';
import type { FoundFile, UnitProvider } from './provider.ts';

export interface LoadedUnit {
  readonly parsed: ParsedUnit;
  readonly own: boolean;
  /** It was among the files given. */
  readonly given: boolean;
}

export interface Loaded {
  readonly interfaces: ReadonlyMap<string, LoadedUnit>;
  /** By name; the files given come first. */
  readonly modules: ReadonlyMap<string, LoadedUnit>;
  /** Why an interface that was looked for and found is not usable. */
  readonly unusable: ReadonlyMap<string, string>;
  /** Problems of the table of units itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files without a checkable unit: generic ones, those whose header could not be parsed, duplicates. */
  readonly others: readonly ParsedUnit[];
}

export type Parse = (file: SourceFile) => ParsedUnit;

/** Operations whose results have types of interface RTCode (SPIN), though the unit need not import it. */
const USES_RTCODE = /\b(THIS_MODULE|INTERFACE_UNIT)\b/;
const RTCODE: KernelInterface = 'RTCode';

export function loadProgram(files: readonly SourceFile[], provider: UnitProvider, parse: Parse = parseUnit): Loaded {
  const loader = new Loader(provider, parse);
  loader.addGiven(files);
  loader.followReferences();
  return loader;
}

class Loader implements Loaded {
  readonly interfaces = new Map<string, LoadedUnit>();
  readonly modules = new Map<string, LoadedUnit>();
  readonly unusable = new Map<string, string>();
  readonly diagnostics: Diagnostic[] = [];
  readonly others: ParsedUnit[] = [];
  readonly #generics = new Map<string, ParsedUnit>();
  readonly #queue: LoadedUnit[] = [];
  readonly #sought = new Set<string>();
  readonly #provider: UnitProvider;
  readonly #parse: Parse;

  constructor(provider: UnitProvider, parse: Parse) {
    this.#provider = provider;
    this.#parse = parse;
  }

  addGiven(files: readonly SourceFile[]): void {
    const parsed = files.map((file) => this.#parse(file));
    for (const unit of parsed) if (isGeneric(unit)) this.#addGeneric(unit);
    for (const unit of parsed) if (!isGeneric(unit)) this.#add(unit, { own: true, given: true });
  }

  followReferences(): void {
    for (let at = 0; at < this.#queue.length; at++) {
      const { parsed, own } = this.#queue[at]!;
      const { references } = parsed;
      for (const { name } of references) this.#wantInterface(name);
      if (USES_RTCODE.test(parsed.text)) this.#wantInterface(RTCODE);
      const isModule = !isInterface(parsed);
      if (isModule && !references.some((r) => r.kind === 'export')) this.#wantInterface(parsed.name);
      if (!isModule && own) this.#wantModules(parsed.name);
    }
  }

  #add(file: ParsedUnit, { own, given }: { own: boolean; given: boolean }): void {
    const parsed = this.#instance(file);
    if (!parsed) return;
    // The parser has said what is wrong with it.
    if (!parsed.name) {
      this.others.push(parsed);
      return;
    }
    const table = isInterface(parsed) ? this.interfaces : this.modules;
    const other = table.get(parsed.name);
    if (other) {
      this.others.push(parsed);
      this.#reportTwice(parsed, other.parsed, isInterface(parsed) ? 'interfaces' : 'modules');
      return;
    }
    const loaded: LoadedUnit = { parsed, own, given };
    table.set(parsed.name, loaded);
    this.#queue.push(loaded);
  }

  /** The unit itself, or the generic unit it instantiates in its place; undefined, after a report, when there is none. */
  #instance(file: ParsedUnit): ParsedUnit | undefined {
    const { instantiation } = file;
    if (!instantiation) return file;
    const made = instantiate(
      file,
      instantiation,
      (name, kind) => this.#generic(name, kind),
      () => this.#genericNames(),
    );
    if ('parsed' in made) return made.parsed;
    this.diagnostics.push(made.problem);
    this.others.push(file);
    return undefined;
  }

  #addGeneric(unit: ParsedUnit): void {
    const key = genericKey(unit.name, isInterface(unit) ? 'interface' : 'module');
    const other = this.#generics.get(key);
    if (other) this.#reportTwice(unit, other, 'generic units');
    else this.#generics.set(key, unit);
    this.others.push(unit);
  }

  #generic(name: string, kind: 'interface' | 'module'): ParsedUnit | undefined {
    const key = genericKey(name, kind);
    const known = this.#generics.get(key);
    if (known) return known;
    const file =
      kind === 'interface' ? this.#provider.findGenericInterface?.(name) : this.#provider.findGenericModule?.(name);
    if (!file) return undefined;
    const parsed = this.#parse(file);
    if (!isGeneric(parsed) || parsed.name !== name) return undefined;
    this.#reportRivals(parsed, file, `generic ${kind}`);
    this.#generics.set(key, parsed);
    return parsed;
  }

  #genericNames(): string[] {
    return [...new Set([...this.#generics.values()].map((g) => g.name))].slice(0, 10);
  }

  #wantInterface(name: string): void {
    if (this.interfaces.has(name) || this.#sought.has(name)) return;
    this.#sought.add(name);
    const file = this.#provider.findInterface(name);
    if (!file) return;
    const parsed = this.#parse(file);
    if (parsed.kind !== 'InterfaceUnit' || parsed.name !== name) {
      this.unusable.set(name, `${file.path} was found for interface ${name}, but it does not hold that interface`);
      if (parsed.diagnostics.length > 0) this.others.push(parsed);
      return;
    }
    this.#reportRivals(parsed, file, 'interface');
    this.#add(parsed, { own: file.own, given: false });
  }

  /** Modules that implement a library interface. */
  #wantModules(interfaceName: string): void {
    const same = this.modules.has(interfaceName) ? undefined : this.#provider.findModule(interfaceName);
    const others = this.#provider.findExporters?.(interfaceName) ?? [];
    for (const file of same ? [same, ...others] : others) {
      const parsed = this.#parse(file);
      const known = this.modules.get(parsed.name);
      if (parsed.kind !== 'ModuleUnit' || known) continue;
      this.#reportRivals(parsed, file, 'module');
      this.#add(parsed, { own: true, given: false });
    }
  }

  #reportRivals(unit: ParsedUnit, file: FoundFile, what: string): void {
    if (file.rivals === undefined) return;
    this.diagnostics.push({
      code: 'M3004',
      severity: 'error',
      message: `there are several files for ${what} ${unit.name}: ${[file.path, ...file.rivals].join(' and ')}`,
      span: unit.nameSpan,
      hint: 'Name a folder that has only one of them, or give the right one among the sources.',
    });
  }

  #reportTwice(unit: ParsedUnit, other: ParsedUnit, what: string): void {
    this.diagnostics.push({
      code: 'M3004',
      severity: 'error',
      message: `there are two ${what} ${unit.name}`,
      span: unit.nameSpan,
      related: [{ span: other.nameSpan, message: 'the other one is here' }],
    });
  }
}

function genericKey(name: string, kind: 'interface' | 'module'): string {
  return `${kind} ${name}`;
}
