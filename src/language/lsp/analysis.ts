/**
 * What is known of the workspace's files: parsed and checked when somebody asks, kept until the text changes.
 *
 * A file is checked alone, with everything it mentions found through the workspace; the checker's cache keeps what other files gave.
 */
import { type AstNode, AstUtils } from 'langium';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import {
  type CheckCache,
  type CheckResult,
  checkFile,
  createCheckCache,
  type Probed,
  probeFile,
  type UnitProvider,
} from '../check.ts';
import type * as ast from '../generated/ast.ts';
import { docComment } from '../parser/doc-comments.ts';
import { nameSpan } from '../parser/spans.ts';
import { type ParsedUnit, parseUnit } from '../references/parsed-unit.ts';
import type { Scope } from '../typed/context.ts';
import type { CheckedUnit, UnitEntity, Used } from '../types/model.ts';
import { commentMarkdown } from './notes/markdown.ts';
import { TextMap } from './positions.ts';
import type { Workspace } from './workspace.ts';

/** Of closed modules whose results are kept, about 15,000 lines: their trees take some 5 kB a line. */
const MOST_CHARACTERS = 500_000;

interface Parsed {
  readonly unit: ast.Unit;
  readonly map: TextMap;
}

export class Analysis {
  readonly #workspace: Workspace;
  readonly #library: Set<string>;
  readonly #cache: CheckCache;
  readonly #results = new Map<string, CheckResult>();
  readonly #parsed = new Map<string, Parsed>();
  readonly #maps = new Map<string, TextMap>();
  /** Closed modules with results, those that were asked for longest ago first, and the characters of their texts. */
  readonly #closed = new Map<string, number>();
  #characters = 0;
  /** What else is known of a file should go, too. */
  onForget: (path: string) => void = () => {};

  constructor(workspace: Workspace, library: Set<string>, cache = createCheckCache()) {
    this.#workspace = workspace;
    this.#library = library;
    this.#cache = cache;
  }

  /** What would be known if the files were those of another workspace. Nothing of it comes back here. */
  of(workspace: Workspace): Analysis {
    const checked = new LayeredMap(this.#cache.checked);
    return new Analysis(workspace, this.#library, { parsed: new Map(this.#cache.parsed), checked });
  }

  isLibrary(path: string): boolean {
    return this.#library.has(path);
  }

  /** Files that belong to nobody who could change them, like the library's. */
  addLibrary(paths: readonly string[]): void {
    for (const path of paths) this.#library.add(path);
  }

  /** The file's text, or that of something it depends on, has changed. */
  forget(path: string): void {
    this.#release(path);
    this.onForget(path);
  }

  /** Nothing has changed, but what is known takes memory; who asks again has it found out again. */
  release(path: string): void {
    this.#release(path);
    this.#cache.parsed.delete(path);
  }

  #release(path: string): void {
    this.#results.delete(path);
    this.#parsed.delete(path);
    this.#maps.delete(path);
    this.#characters -= this.#closed.get(path) ?? 0;
    this.#closed.delete(path);
  }

  /** In a generic unit, what is wrong in its instances, each once. */
  diagnostics(path: string): readonly Diagnostic[] {
    const own = this.#check(path)?.diagnostics ?? [];
    const head = this.#workspace.head(path);
    if (!head?.generic) return own;
    const found = new Map<string, Diagnostic>();
    const instances = this.#workspace.instances(head.kind, head.name);
    const inside = instances.flatMap((file) => this.#check(file)?.files.get(file)?.result?.diagnostics ?? []);
    for (const d of [...own, ...inside])
      if (d.span.file === path) found.set(`${d.code} ${d.span.start} ${d.message}`, d);
    return [...found.values()].sort((a, b) => a.span.start - b.span.start);
  }

  /** The unit of that file; undefined when its heading cannot be read, and for generic units. */
  checked(path: string): CheckedUnit | undefined {
    return this.#check(path)?.files.get(path)?.result?.checked;
  }

  /** The units whose text is in that file: one, or for a generic unit every instance. */
  units(path: string): CheckedUnit[] {
    const head = this.#workspace.head(path);
    const files = head?.generic ? this.#workspace.instances(head.kind, head.name) : [path];
    return files.flatMap((file) => {
      const unit = this.checked(file);
      return unit && (!head?.generic || unit.entity.path === path) ? [unit] : [];
    });
  }

  parse(path: string): Parsed | undefined {
    let parsed = this.#parsed.get(path);
    const text = this.#workspace.text(path);
    if (!parsed && text !== undefined) {
      let source = this.#cache.parsed.get(path);
      if (source?.text !== text) this.#cache.parsed.set(path, (source = parseUnit({ path, text })));
      parsed = { unit: source.unit, map: this.map(path)! };
      this.#parsed.set(path, parsed);
    }
    return parsed;
  }

  map(path: string): TextMap | undefined {
    let map = this.#maps.get(path);
    const text = this.#workspace.text(path);
    if (!map && text !== undefined) this.#maps.set(path, (map = new TextMap(text)));
    return map;
  }

  /** What the checker knows where `name` stands in a changed text of the file; of a generic unit, what it knows in an instance. */
  probe(parsed: ParsedUnit, name: string): Probed {
    const { path } = parsed;
    const head = this.#workspace.head(path);
    const instance = head?.generic ? this.#workspace.instances(head.kind, head.name)[0] : undefined;
    const file = instance === undefined ? parsed : { path: instance, text: this.#workspace.text(instance)! };
    return probeFile(parsed, file, this.#provider(file.path), this.#cache, name);
  }

  /** Names of the unit's top level and what it imports. */
  scope(path: string): Scope | undefined {
    return this.#check(path)?.files.get(path)?.result?.scope;
  }

  /** The interface of that name, as the file would see it, with the members that can be read. */
  interfaceUnit(name: string, from: string): UnitEntity | undefined {
    const path = this.#workspace.interfaceFile(name, from);
    const unit = path === undefined ? undefined : this.checked(path)?.entity;
    return unit?.readable ? { ...unit, members: unit.readable } : unit;
  }

  /** Modules that export the interface. */
  implementations(interfaceName: string, from: string): CheckedUnit[] {
    return this.#workspace.exporters(interfaceName, from).flatMap((path) => this.checked(path) ?? []);
  }

  /** The comment at the declaration, as Markdown; that of an interface's heading also serves its body in a module. */
  docOf(used: Used): string | undefined {
    const own = this.docAt(used.span.file, used.span.start);
    if (own !== undefined || !('kind' in used) || used.kind !== 'procedure') return own;
    const heading = used.implements[0];
    return heading && this.docAt(heading.span.file, heading.span.start);
  }

  /** The comment at the declaration of the name that stands there, as Markdown. */
  docAt(file: string, start: number): string | undefined {
    const node = this.declarationAt(file, start);
    const comment = node && docComment(documented(node));
    return comment === undefined ? undefined : commentMarkdown(comment);
  }

  /** The syntax node whose name stands there. */
  declarationAt(file: string, start: number): AstNode | undefined {
    const unit = this.parse(file)?.unit;
    if (!unit || nameSpan(unit).start === start) return unit;
    for (let at: AstNode | undefined = unit; at; at = partAt(at, start))
      if (at !== unit && 'name' in at && nameSpan(at).start === start) return at;
    return undefined;
  }

  #check(path: string): CheckResult | undefined {
    let result = this.#results.get(path);
    const text = this.#workspace.text(path);
    if (!result && text !== undefined) {
      result = checkFile({ path, text }, this.#provider(path), this.#cache);
      this.#results.set(path, result);
    }
    if (result) this.#used(path, text ?? '');
    return result;
  }

  /** Nobody's types depend on what a module declares, so modules that nobody looks at can be checked anew when somebody does. */
  #used(path: string, text: string): void {
    if (this.#workspace.head(path)?.kind !== 'module' || this.#workspace.isOpen(path) || this.isLibrary(path)) return;
    if (!this.#closed.delete(path)) this.#characters += text.length;
    this.#closed.set(path, text.length);
    for (const oldest of this.#closed.keys()) {
      if (this.#characters <= MOST_CHARACTERS || oldest === path) break;
      this.release(oldest);
    }
  }

  #provider(from: string): UnitProvider {
    const workspace = this.#workspace;
    const exported = workspace.head(from)?.exports ?? [];
    const source = (path: string | undefined) => {
      const text = path === undefined ? undefined : workspace.text(path);
      return path === undefined || text === undefined ? undefined : { path, text };
    };
    return {
      findInterface: (name) => {
        const found = source(workspace.interfaceFile(name, from));
        return found && { ...found, own: exported.includes(name) };
      },
      findModule: () => undefined,
      findGenericInterface: (name) => source(workspace.genericFile('interface', name, from)),
      findGenericModule: (name) => source(workspace.genericFile('module', name, from)),
      interfaceNames: () => workspace.interfaceNames(),
    };
  }
}

/** Reads through to another map, writes only to itself. */
class LayeredMap<K extends WeakKey, V> extends WeakMap<K, V> {
  readonly #below: WeakMap<K, V>;

  constructor(below: WeakMap<K, V>) {
    super();
    this.#below = below;
  }

  override get(key: K): V | undefined {
    return super.get(key) ?? this.#below.get(key);
  }
}

/** The part of a syntax node that an offset lies in. */
function partAt(node: AstNode, offset: number): AstNode | undefined {
  for (const part of AstUtils.streamContents(node))
    if (part.$cstNode && part.$cstNode.offset <= offset && offset < part.$cstNode.end) return part;
  return undefined;
}

/** `a, b: T` is documented as a whole. */
function documented(node: AstNode): AstNode {
  const container = node.$container;
  return container && ['VarDecl', 'FieldGroup', 'FormalGroup'].includes(container.$type) ? container : node;
}
