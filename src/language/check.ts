/**
 * The checker's entrance: source files in, checked units and diagnostics out. It reads no files; a provider finds what is not given.
 *
 * With a cache, units whose text and whose imports have not changed are not checked again.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type CheckUnitOptions, checkUnit, type UnitResult } from './references/check-unit.ts';
import type { Dependency } from './references/imports.ts';
import { type Loaded, type LoadedUnit, loadProgram, RTCODE } from './references/load.ts';
import { initialisationOrder, orderInterfaces } from './references/order.ts';
import { type ParsedUnit, parseUnit, referencesOf, type SourceFile } from './references/parsed-unit.ts';
import { checkProgramRules } from './references/program-rules.ts';
import { NO_UNITS, type UnitProvider } from './references/provider.ts';
import type { Probe } from './typed/probe.ts';
import type { CheckedProgram, CheckedUnit, Entity } from './types/model.ts';

export type { SourceFile } from './references/parsed-unit.ts';
export type { FoundFile, FoundUnit, UnitProvider } from './references/provider.ts';

export interface CheckInput {
  /** The extension's own files, or for an editor those of interest. */
  readonly files: readonly SourceFile[];
  readonly provider?: UnitProvider;
  /** Only what single units can tell: no complaint about missing bodies or revelations. */
  readonly partial?: boolean;
  readonly cache?: CheckCache;
  /** An editor wants to know something of this unit; the cache keeps nothing of it. */
  readonly probe?: { readonly parsed: ParsedUnit; readonly probe: Probe };
}

export interface CheckedFile {
  readonly parsed: ParsedUnit;
  /** Absent for generic units, duplicates, and files whose header cannot be read. */
  readonly result?: UnitResult;
}

export interface CheckResult {
  readonly program: CheckedProgram;
  /** By file, the given ones first, then by position. */
  readonly diagnostics: readonly Diagnostic[];
  /** By path; instances of generic units are found under their own path and share the generic's tree. */
  readonly files: ReadonlyMap<string, CheckedFile>;
  /** Text of any file that a span can point into. */
  source(path: string): string | undefined;
}

interface CachedUnit {
  readonly result: UnitResult;
  readonly dependencies: readonly unknown[];
}

/** Keeps parsed files and checked units from one check to the next. */
export interface CheckCache {
  readonly parsed: Map<string, ParsedUnit>;
  readonly checked: WeakMap<ParsedUnit, CachedUnit>;
}

export function createCheckCache(): CheckCache {
  return { parsed: new Map(), checked: new WeakMap() };
}

export function checkProgram(input: CheckInput): CheckResult {
  const { files, provider = NO_UNITS, partial = false, cache = createCheckCache(), probe } = input;
  const parse = (file: SourceFile): ParsedUnit => {
    if (file.path === probe?.parsed.path) return probe.parsed;
    const before = cache.parsed.get(file.path);
    if (before?.text === file.text) return before;
    const parsed = parseUnit(file);
    cache.parsed.set(file.path, parsed);
    return parsed;
  };
  const loaded = loadProgram(files, provider, parse);
  const { interfaces, modules } = checkUnits(loaded, provider, cache, (parsed) =>
    parsed.path === probe?.parsed.path ? probe.probe : undefined,
  );
  const program = assemble(loaded, interfaces, modules);
  const diagnostics = [...loaded.diagnostics];
  for (const parsed of loaded.others) diagnostics.push(...parsed.diagnostics);
  for (const { diagnostics: found } of [...interfaces.values(), ...modules.values()]) diagnostics.push(...found);
  if (!partial && !diagnostics.some((d) => d.severity === 'error')) {
    diagnostics.push(...checkProgramRules(program.own, [...program.own, ...program.imported]));
  }
  const sources = new Map<string, ParsedUnit>();
  for (const { parsed } of [...loaded.interfaces.values(), ...loaded.modules.values()])
    sources.set(parsed.path, parsed);
  for (const parsed of loaded.others) sources.set(parsed.path, parsed);
  return {
    program,
    diagnostics: sorted(diagnostics, files),
    files: checkedFiles(loaded, interfaces, modules),
    source: (path) =>
      sources.get(path)?.text ?? cache.parsed.get(path)?.text ?? files.find((f) => f.path === path)?.text,
  };
}

/** One file as an editor wants it: at once, alone, with everything it mentions from the provider. */
export function checkFile(file: SourceFile, provider: UnitProvider, cache: CheckCache): CheckResult {
  const result = checkProgram({ files: [file], provider, cache, partial: true });
  return { ...result, diagnostics: result.diagnostics.filter((d) => d.span.file === file.path) };
}

/** What the checker knows at a place, and of the unit around it. */
export interface Probed {
  readonly probe: Probe;
  /** Absent where the unit could not be checked. */
  readonly result?: UnitResult;
}

/** What the checker knows at the place where `name` stands in the unit. `file` is what is checked: the unit itself, or an instance of it. */
export function probeFile(
  parsed: ParsedUnit,
  file: SourceFile,
  provider: UnitProvider,
  cache: CheckCache,
  name: string,
): Probed {
  const probe: Probe = { name };
  const { files } = checkProgram({ files: [file], provider, cache, partial: true, probe: { parsed, probe } });
  const result = files.get(file.path)?.result;
  return result ? { probe, result } : { probe };
}

// ---------------------------------------------------------------- units

interface Results {
  readonly interfaces: ReadonlyMap<string, UnitResult>;
  readonly modules: ReadonlyMap<string, UnitResult>;
}

function checkUnits(
  loaded: Loaded,
  provider: UnitProvider,
  cache: CheckCache,
  probeOf: (parsed: ParsedUnit) => Probe | undefined,
): Results {
  const interfaces = new Map<string, UnitResult>();
  const candidates = (): string[] => [...loaded.interfaces.keys(), ...(provider.interfaceNames?.() ?? [])];
  const importsOf = (name: string) => {
    const unit = loaded.interfaces.get(name)!;
    return referencesOf(unit.parsed)
      .map((r) => r.name)
      .filter((n) => loaded.interfaces.has(n));
  };
  const { order, circles } = orderInterfaces(loaded.interfaces.keys(), importsOf);
  const dependency = (from: string | undefined, name: string, probing = false): Dependency => {
    const path = from === undefined ? undefined : circles.get(from)?.get(name);
    if (path) return { kind: 'cycle', path };
    const result = interfaces.get(name);
    if (result) {
      const unit = probing ? asReadable(result.checked) : result.checked;
      return { kind: 'unit', unit, own: loaded.interfaces.get(name)!.own };
    }
    const why = loaded.unusable.get(name);
    return { kind: 'missing', candidates: candidates(), ...(why ? { why } : {}) };
  };
  const kernelEntity = (unit: string, name: string): Entity | undefined =>
    interfaces.get(unit)?.checked.entity.members.get(name);
  const check = (unit: LoadedUnit, from: string | undefined) => {
    const probe = probeOf(unit.parsed);
    const options = {
      dependencies: (name: string) => dependency(from, name, probe !== undefined),
      kernelEntity,
      ...(probe ? { probe } : {}),
    };
    return checkCached(unit.parsed, options, cache, interfaces);
  };
  for (const name of order) interfaces.set(name, check(loaded.interfaces.get(name)!, name));
  const modules = new Map<string, UnitResult>();
  for (const [name, unit] of loaded.modules) modules.set(name, check(unit, undefined));
  return { interfaces, modules };
}

/** What can be read of an interface with syntax errors: who asks about a place wants to hear of that. */
function asReadable(unit: CheckedUnit): CheckedUnit {
  const { readable } = unit.entity;
  return readable ? { ...unit, entity: { ...unit.entity, members: readable } } : unit;
}

function checkCached(
  parsed: ParsedUnit,
  options: CheckUnitOptions,
  cache: CheckCache,
  interfaces: ReadonlyMap<string, UnitResult>,
): UnitResult {
  const names = new Set([...referencesOf(parsed).map((r) => r.name), parsed.name]);
  const dependencies: unknown[] = [parsed.name, interfaces.get(RTCODE)?.checked];
  for (const name of names) {
    const found = options.dependencies(name);
    if (found.kind === 'unit') dependencies.push(found.unit, found.own);
    else dependencies.push(found.kind === 'cycle' ? found.path.join() : (found.why ?? 'missing'));
  }
  const before = cache.checked.get(parsed);
  if (
    before &&
    before.dependencies.length === dependencies.length &&
    before.dependencies.every((d, i) => d === dependencies[i])
  ) {
    return before.result;
  }
  const result = safely(parsed, () => checkUnit(parsed, options));
  cache.checked.set(parsed, { result, dependencies });
  return result;
}

/** Types or expressions nested beyond what the checker's own stack can follow are the program's fault, not a crash. */
function safely(parsed: ParsedUnit, check: () => UnitResult): UnitResult {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const empty = checkUnit(
      { ...parsed, unit: { ...parsed.unit, imports: [], declarations: [], body: undefined } as never },
      {
        dependencies: () => ({ kind: 'missing', candidates: [] }),
      },
    );
    const diagnostic: Diagnostic = {
      code: 'M3099',
      severity: 'error',
      message: 'declarations of this unit are nested too deeply to be checked',
      span: empty.checked.entity.span,
    };
    return { ...empty, diagnostics: [diagnostic] };
  }
}

// ---------------------------------------------------------------- results

function assemble(loaded: Loaded, interfaces: Results['interfaces'], modules: Results['modules']): CheckedProgram {
  const own: CheckedUnit[] = [];
  const imported: CheckedUnit[] = [];
  for (const [name, result] of interfaces) (loaded.interfaces.get(name)!.own ? own : imported).push(result.checked);
  for (const [name, result] of modules) if (loaded.modules.get(name)!.own) own.push(result.checked);
  const exportsMain = ({ entity }: CheckedUnit): boolean => {
    const { parsed } = loaded.modules.get(entity.name)!;
    const named = referencesOf(parsed).filter((r) => r.kind === 'export');
    return named.length === 0 ? entity.name === 'Main' : named.some((r) => r.name === 'Main');
  };
  return { own: initialisationOrder(own, exportsMain), imported };
}

function checkedFiles(
  loaded: Loaded,
  interfaces: Results['interfaces'],
  modules: Results['modules'],
): Map<string, CheckedFile> {
  const files = new Map<string, CheckedFile>();
  for (const parsed of loaded.others) files.set(parsed.path, { parsed });
  const add = (units: Loaded['interfaces'], results: ReadonlyMap<string, UnitResult>) => {
    for (const [name, { parsed }] of units) {
      const result = results.get(name);
      files.set(parsed.instance?.nameSpan.file ?? parsed.path, result ? { parsed, result } : { parsed });
    }
  };
  add(loaded.interfaces, interfaces);
  add(loaded.modules, modules);
  return files;
}

/** The same message at the same place comes once, as with two instances of one generic unit. */
function sorted(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): Diagnostic[] {
  const rank = new Map(files.map((f, i) => [f.path, i]));
  const unique = new Map<string, Diagnostic>();
  for (const d of diagnostics) unique.set(`${d.code} ${d.span.file} ${d.span.start} ${d.span.end} ${d.message}`, d);
  return [...unique.values()].sort((a, b) => {
    const [i, j] = [rank.get(a.span.file) ?? rank.size, rank.get(b.span.file) ?? rank.size];
    if (i !== j) return i - j;
    if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
    return a.span.start - b.span.start || a.span.end - b.span.end;
  });
}
