/**
 * The checker's entrance: source files in, checked units and diagnostics out. It reads no files; a provider finds what is not given.
 *
 * With a cache, units whose text and whose imports have not changed are not checked again.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type CheckAlone, checkSafely, namesSought, unitChecker, unitGraph } from './check-units.ts';
import type { UnitResult } from './references/check-unit.ts';
import { type Loaded, loadProgram } from './references/load.ts';
import { exportsMain, initialisationOrder } from './references/order.ts';
import { type ParsedUnit, parseUnit, type SourceFile } from './references/parsed-unit.ts';
import { checkProgramRules } from './references/program-rules.ts';
import { NO_UNITS, type UnitProvider } from './references/provider.ts';
import { factsOf, linksOf } from './references/unit-facts.ts';
import type { Probe } from './typed/probe.ts';
import type { CheckedProgram, CheckedUnit } from './types/model.ts';

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
  const found = [...interfaces.values(), ...modules.values()].map((result) => result.diagnostics);
  const rules = partial ? undefined : () => ruleDiagnostics(program);
  const sources = new Map<string, ParsedUnit>();
  for (const { parsed } of [...loaded.interfaces.values(), ...loaded.modules.values()])
    sources.set(parsed.path, parsed);
  for (const parsed of loaded.others) sources.set(parsed.path, parsed);
  return {
    program,
    diagnostics: programDiagnostics(loaded, files, found, rules),
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
  const graph = unitGraph(loaded);
  const check = unitChecker(loaded, graph, provider, (...asked) => checkCached(cache, ...asked), probeOf);
  return {
    interfaces: new Map(graph.order.map((name) => [name, check(loaded.interfaces.get(name)!)])),
    modules: new Map([...loaded.modules].map(([name, unit]) => [name, check(unit)])),
  };
}

function checkCached(cache: CheckCache, ...[parsed, options, kernel]: Parameters<CheckAlone>): UnitResult {
  const dependencies: unknown[] = [parsed.name, ...kernel()];
  for (const name of namesSought(parsed)) {
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
  const result = checkSafely(parsed, options);
  cache.checked.set(parsed, { result, dependencies });
  return result;
}

// ---------------------------------------------------------------- results

/** All that is to be said about a program: `found` about its units one by one; `rules`, if nothing is wrong so far, about what they have to do with each other. */
export function programDiagnostics(
  loaded: Loaded,
  files: readonly SourceFile[],
  found: readonly (readonly Diagnostic[])[],
  rules: (() => readonly Diagnostic[]) | undefined,
): Diagnostic[] {
  const diagnostics = [...loaded.diagnostics];
  for (const parsed of loaded.others) diagnostics.push(...parsed.diagnostics);
  for (const some of found) diagnostics.push(...some);
  if (rules && !diagnostics.some((d) => d.severity === 'error')) diagnostics.push(...rules());
  return sorted(diagnostics, files);
}

function ruleDiagnostics({ own, imported }: CheckedProgram): Diagnostic[] {
  const facts = own.map(factsOf);
  return checkProgramRules(facts, [...facts, ...imported.map(factsOf)]);
}

function assemble(loaded: Loaded, interfaces: Results['interfaces'], modules: Results['modules']): CheckedProgram {
  const own: CheckedUnit[] = [];
  const imported: CheckedUnit[] = [];
  for (const [name, result] of interfaces) (loaded.interfaces.get(name)!.own ? own : imported).push(result.checked);
  for (const [name, result] of modules) if (loaded.modules.get(name)!.own) own.push(result.checked);
  const units = new Map(own.map((unit) => [linksOf(unit), unit]));
  const order = initialisationOrder([...units.keys()], (unit) => exportsMain(loaded, unit));
  return { own: order.map((links) => units.get(links)!), imported };
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
      files.set(parsed.nameSpan.file, result ? { parsed, result } : { parsed });
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
