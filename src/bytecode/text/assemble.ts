/**
 * Assembly text to module: the other direction of `print.ts`. The result has its shape right but is not verified, so that files to be refused
 * can be written, too. Never throws on bad text.
 */
import type {
  ExceptionDef,
  ExportedInterface,
  GlobalDef,
  ImportedException,
  ImportedInterface,
  LocalDef,
  LocalKind,
  ProcedureDef,
  Revelation,
  SpxModule,
  UnitDef,
} from '../module.ts';
import type { TypeDef } from '../types.ts';
import { readCode } from './assemble-code.ts';
import { readType, readUnitKind } from './assemble-types.ts';
import { collectLabels, type Scope } from './scope.ts';
import { type AssemblyError, AssemblyFailure, type LineReader, Lines, readLines } from './tokens.ts';

export type Assembled = { readonly module: SpxModule } | { readonly error: AssemblyError };

/** Where a text leaves out a fingerprint, as hand-written ones may. */
const NO_FINGERPRINT = '0'.repeat(64);

type Building<V> = { -readonly [K in keyof V]: V[K] extends readonly (infer I)[] ? I[] : V[K] };

export function assemble(text: string): Assembled {
  try {
    const lines = readLines(text);
    return { module: new Assembler(new Lines(lines), collectLabels(lines)).module() };
  } catch (failure) {
    if (failure instanceof AssemblyFailure) return { error: failure.error };
    throw failure;
  }
}

class Assembler {
  readonly #lines: Lines;
  readonly #scope: Scope;
  readonly #module: Building<SpxModule> = {
    name: '',
    types: [] as TypeDef[],
    texts: [],
    imports: [],
    interfaces: [],
    units: [],
    globals: [],
    exceptions: [],
    procedures: [],
  };

  constructor(lines: Lines, scope: Scope) {
    this.#lines = lines;
    this.#scope = scope;
  }

  module(): SpxModule {
    for (let line = this.#lines.next(); line; line = this.#lines.next()) this.#statement(line);
    return this.#module;
  }

  #statement(line: LineReader): void {
    const keyword = line.word('a statement');
    const m = this.#module;
    switch (keyword) {
      case 'extension':
        m.name = line.string('a name');
        line.finish();
        break;
      case 'text':
        line.word('a label');
        line.expect('=');
        m.texts.push(this.#text(line));
        break;
      case 'type':
        line.word('a label');
        line.expect('=');
        m.types.push(readType(line, this.#lines, this.#scope));
        break;
      case 'import':
        m.imports.push(this.#import(line));
        break;
      case 'interface':
        m.interfaces.push(this.#interface(line));
        break;
      case 'unit':
        m.units.push(this.#unit(line));
        break;
      case 'global':
        m.globals.push(this.#global(line));
        break;
      case 'exception':
        m.exceptions.push(this.#exception(line));
        break;
      case 'procedure':
        m.procedures.push(this.#procedure(line));
        break;
      default:
        line.back().fail('B3001', `${keyword} begins no statement`);
    }
  }

  #text(line: LineReader): string {
    const text = line.string('a text');
    if (!text.isWellFormed()) line.back().fail('B3001', 'a text constant has no lone surrogates');
    line.finish();
    return text;
  }

  #fingerprint(line: LineReader): string {
    return line.peek()?.kind === 'string' ? line.string('a fingerprint') : NO_FINGERPRINT;
  }

  #import(line: LineReader): ImportedInterface {
    const found: Building<ImportedInterface> = {
      name: line.string('a name'),
      fingerprint: this.#fingerprint(line),
      procedures: [],
      globals: [],
      exceptions: [],
      opaques: [],
      revelations: [],
    };
    this.#lines.block(line, (item) => {
      const keyword = item.word('an item');
      if (keyword === 'opaque') found.opaques.push(this.#scope.use('type', item));
      else if (keyword === 'reveal') found.revelations.push(this.#revelation(item));
      else {
        item.word('a label');
        const name = item.string('a name');
        if (keyword === 'procedure') found.procedures.push({ name, type: this.#scope.use('type', item) });
        else if (keyword === 'global') found.globals.push({ name, type: this.#scope.use('type', item) });
        else if (keyword === 'exception') found.exceptions.push({ name, ...this.#argument(item) });
        else item.fail('B3001', `${keyword} is no item of an import`);
      }
      item.finish();
    });
    return found;
  }

  #argument(line: LineReader): Omit<ImportedException, 'name'> {
    const argument = line.accept('of') ? { argument: this.#scope.use('type', line) } : {};
    return { ...argument, implicit: line.accept('implicit') };
  }

  #revelation(line: LineReader): Revelation {
    const opaque = this.#scope.use('type', line);
    const full = line.accept('=');
    if (!full) line.expect('<:');
    return { opaque, type: this.#scope.use('type', line), full };
  }

  #interface(line: LineReader): ExportedInterface {
    const found: Building<ExportedInterface> = {
      name: line.string('a name'),
      fingerprint: this.#fingerprint(line),
      procedures: [],
      globals: [],
      exceptions: [],
      types: [],
      revelations: [],
      source: '',
    };
    this.#lines.block(line, (item) => {
      const keyword = item.word('an item');
      if (keyword === 'source') {
        this.#lines.block(item, (part) => {
          found.source += part.string('source text');
          part.finish();
        });
        return;
      }
      if (keyword === 'reveal') found.revelations.push(this.#revelation(item));
      else {
        const name = item.string('a name');
        if (keyword === 'procedure') found.procedures.push({ name, proc: this.#scope.use('proc', item) });
        else if (keyword === 'global') found.globals.push({ name, global: this.#scope.use('global', item) });
        else if (keyword === 'exception')
          found.exceptions.push({ name, exception: this.#scope.use('exception', item) });
        else if (keyword === 'type') found.types.push({ name, type: this.#scope.use('type', item) });
        else item.fail('B3001', `${keyword} is no item of an interface`);
      }
      item.finish();
    });
    return found;
  }

  #unit(line: LineReader): UnitDef {
    line.word('a label');
    const kind = readUnitKind(line);
    const found: Building<UnitDef> = {
      kind,
      name: line.string('a name'),
      exports: [],
      revelations: [],
      sourcePath: '',
    };
    this.#lines.block(line, (item) => {
      if (item.accept('exports')) found.exports.push(item.string('an interface'));
      else if (item.accept('body')) found.body = this.#scope.use('proc', item);
      else if (item.accept('reveal')) found.revelations.push(this.#revelation(item));
      else if (item.accept('path')) found.sourcePath = item.string('a path');
      else item.fail('B3001', 'exports, body, reveal or path is wanted here');
      item.finish();
    });
    return found;
  }

  #global(line: LineReader): GlobalDef {
    line.word('a label');
    const found = {
      name: line.string('a name'),
      unit: this.#scope.use('unit', line),
      type: this.#scope.use('type', line),
    };
    line.finish();
    return found;
  }

  #exception(line: LineReader): ExceptionDef {
    line.word('a label');
    const found = { name: line.string('a name'), unit: this.#scope.use('unit', line), ...this.#argument(line) };
    line.finish();
    return found;
  }

  #procedure(line: LineReader): ProcedureDef {
    line.word('a label');
    const name = line.string('a name');
    const unit = this.#scope.use('unit', line);
    const type = this.#scope.use('type', line);
    const event = line.accept('event') ? { event: this.#scope.use('type', line) } : {};
    const parent = line.accept('parent') ? { parent: this.#scope.use('proc', line) } : {};
    const native = line.accept('native');
    const locals: LocalDef[] = [];
    let code: { code: Uint8Array; lines: ProcedureDef['lines'] } = { code: new Uint8Array(), lines: [] };
    this.#scope.clearLocals();
    this.#lines.block(line, (item) => {
      if (item.accept('local')) locals.push(this.#local(item));
      else {
        item.expect('code');
        code = readCode(item, this.#lines, this.#scope);
      }
    });
    return { name, unit, type, ...event, ...parent, native, locals, ...code };
  }

  #local(line: LineReader): LocalDef {
    this.#scope.define('local', line);
    const kinds: readonly LocalKind[] = ['value', 'memory', 'address', 'readonly', 'exception'];
    const word = line.word('a kind of local');
    const kind = kinds.find((k) => k === word) ?? line.back().fail('B3001', `${word} is no kind of local`);
    const type = this.#scope.use('type', line);
    const captured = line.accept('captured');
    const name = line.atEnd ? '' : line.string('a name');
    line.finish();
    return { kind, type, captured, name };
  }
}
