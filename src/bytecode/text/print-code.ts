/** Code as text: one instruction a line, indented by blocks, with the names behind indices as comments. */
import { type LineMark, type ReadInstruction, readInstruction } from '../code.ts';
import type { ImmediateValue } from '../instruction.ts';
import { Malformed } from '../leb.ts';
import type { ProcedureDef, SpxModule } from '../module.ts';
import { BLOCK_BOOL, FAULTS, type Immediate, OPCODES } from '../opcodes.ts';
import type { Spaces } from '../spaces.ts';
import { BUILTIN_NAMES, type Labels, MIDDLES, OPENERS } from './names.ts';
import { quote, spellNumber } from './tokens.ts';

export interface CodeContext {
  readonly module: SpxModule;
  readonly spaces: Spaces;
  readonly labels: Labels;
  readonly typeNames: ReadonlyMap<number, string>;
}

/** Deeper indentation would only move the text out of sight. */
const DEEPEST = 24;

export function printCode(context: CodeContext, procedure: ProcedureDef, indent: string): string[] {
  const { code } = procedure;
  const out: string[] = [];
  const marks = new MarkPrinter(procedure.lines);
  let depth = 0;
  let at = 0;
  while (at < code.length) {
    let instruction: ReadInstruction;
    try {
      instruction = readInstruction(code, at);
    } catch (failure) {
      if (!(failure instanceof Malformed)) throw failure;
      out.push(`${indent}.bytes "${[...code.subarray(at)].map((b) => b.toString(16).padStart(2, '0')).join('')}"`);
      at = code.length;
      break;
    }
    out.push(...marks.upTo(at).map((mark) => indent + mark));
    const { name } = OPCODES[instruction.op]!;
    if (MIDDLES.has(name) || name === 'end') depth = Math.max(0, depth - 1);
    const pad = '  '.repeat(Math.min(depth, DEEPEST));
    out.push(indent + pad + printInstruction(context, procedure, instruction));
    if (OPENERS.has(name) || MIDDLES.has(name)) depth++;
    at = instruction.next;
  }
  out.push(...marks.upTo(Number.POSITIVE_INFINITY, at).map((mark) => indent + mark));
  return out;
}

/** Line marks stand before the instruction at their offset; one elsewhere names its offset. */
class MarkPrinter {
  readonly #marks: readonly LineMark[];
  #next = 0;

  constructor(marks: readonly LineMark[]) {
    this.#marks = marks;
  }

  upTo(limit: number, here = limit): string[] {
    const out: string[] = [];
    for (let mark = this.#marks[this.#next]; mark && mark.offset <= limit; mark = this.#marks[++this.#next]) {
      out.push(`.line ${mark.line} ${mark.column}${mark.offset === here ? '' : ` @${mark.offset}`}`);
    }
    return out;
  }
}

function printInstruction(context: CodeContext, procedure: ProcedureDef, { op, immediates }: ReadInstruction): string {
  const info = OPCODES[op]!;
  const words = [info.name];
  const notes: string[] = [];
  info.immediates.forEach((kind, i) => {
    const value = immediates[i]!;
    const outer = kind === 'local' && i > 0;
    words.push(outer ? `${value}` : spell(context.labels, procedure.locals.length, kind, value));
    const note = outer ? undefined : explain(context, procedure, kind, value, immediates[0]);
    if (note !== undefined) notes.push(note);
  });
  return words.join(' ') + (notes.length > 0 ? `  ; ${notes.join(', ').replaceAll(/[\r\n]/g, ' ')}` : '');
}

function spell(labels: Labels, locals: number, kind: Immediate, value: ImmediateValue): string {
  if (kind === 'labels') return `[${(value as readonly number[]).join(' ')}]`;
  if (kind === 'int') return `${value}`;
  const number = value as number;
  switch (kind) {
    case 'type':
      return labels.type(number);
    case 'proc':
      return labels.proc(number);
    case 'global':
      return labels.global(number);
    case 'exception':
      return labels.exception(number);
    case 'text':
      return labels.text(number);
    case 'local':
      return number < locals ? `l${number}` : `${number}`;
    case 'f32':
    case 'f64':
      return spellNumber(number);
    case 'block':
      return number === BLOCK_BOOL ? 'bool' : 'void';
    case 'fault':
      return FAULTS[number]!;
    default:
      return `${number}`;
  }
}

/** The name behind an index, where there is one. The first immediate is the type that fields and methods belong to. */
function explain(
  { module, spaces, typeNames }: CodeContext,
  procedure: ProcedureDef,
  kind: Immediate,
  value: ImmediateValue,
  owner: ImmediateValue | undefined,
): string | undefined {
  const at = value as number;
  const item = (found: { name: string; from?: string } | undefined) =>
    found && (found.from === undefined ? found.name : `${found.from}.${found.name}`);
  const type = spaces.types[owner as number];
  switch (kind) {
    case 'type':
      return at < BUILTIN_NAMES.length ? undefined : typeNames.get(at);
    case 'proc':
      return item(spaces.procedures[at]);
    case 'global':
      return item(spaces.globals[at]);
    case 'exception':
      return item(spaces.exceptions[at]);
    case 'local':
      return procedure.locals[at]?.name || undefined;
    case 'field':
      return type?.kind === 'record' || type?.kind === 'object' ? type.fields[at]?.name : undefined;
    case 'method':
      return type?.kind === 'object' ? type.methods[at]?.name : undefined;
    case 'text': {
      const text = module.texts[at];
      return text === undefined ? undefined : quote(text.length > 40 ? `${text.slice(0, 40)}…` : text);
    }
    default:
      return undefined;
  }
}
