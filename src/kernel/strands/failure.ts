/**
 * Reports of strands that ended in an uncaught exception: which, with what argument, where it came from.
 */
import { parseStack } from '../codegen/trace.ts';
import { MemoryError } from '../heap/errors.ts';
import type { Kernel } from '../kernel.ts';
import { describeException } from './describe-value.ts';
import type { Ending, Origin, Strand } from './strand.ts';

export interface FailureFrame {
  /** `Unit.Procedure`. */
  readonly procedure: string;
  readonly file: string;
  /** 0 when the file carries no line table. */
  readonly line: number;
  readonly column: number;
}

export interface FailureReport {
  /** `crash` is a mistake of the kernel, not of the extension. */
  readonly kind: 'exception' | 'overflow' | 'terminated' | 'crash';
  readonly strand: string;
  /** Qualified name of the exception with its argument, or what happened. */
  readonly what: string;
  /** Innermost first. */
  readonly frames: readonly FailureFrame[];
}

/** Undefined for endings that need no report. */
export function reportOf(kernel: Kernel, ending: Ending, strand: Strand): FailureReport | undefined {
  switch (ending.kind) {
    case 'returned':
      return undefined;
    case 'terminated':
      return { kind: 'terminated', strand: strand.name, what: `terminated: ${ending.reason}`, frames: [] };
    case 'overflow':
      return {
        kind: 'overflow',
        strand: strand.name,
        what: 'SpinException.Exception(StackOverflow)',
        frames: framesOf(kernel, ending.origin),
      };
    case 'exception':
      return exceptionReport(kernel, ending.exception, ending.argument, strand, ending.origin);
    case 'crash':
      return crashReport(kernel, ending.error, strand);
  }
}

function exceptionReport(
  kernel: Kernel,
  exception: number,
  argument: bigint,
  strand: Strand,
  origin: Origin | undefined,
): FailureReport {
  const info = kernel.exceptions.get(exception);
  const explained = info && kernel.explainers.map((explain) => explain(info, argument)).find((e) => e !== undefined);
  return {
    kind: 'exception',
    strand: strand.name,
    what: `${describeException(kernel, exception, argument)}${explained === undefined ? '' : `: ${explained}`}`,
    frames: origin ? framesOf(kernel, origin) : [],
  };
}

function crashReport(kernel: Kernel, error: unknown, strand: Strand): FailureReport {
  const frames = error instanceof Error ? framesOf(kernel, error) : [];
  if (error instanceof MemoryError) return { kind: 'exception', strand: strand.name, what: error.message, frames };
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'crash', strand: strand.name, what, frames };
}

/** The procedures on the stack of an error, innermost first. */
export function framesOf(kernel: Kernel, origin: Error): FailureFrame[] {
  const modules = [...kernel.generated.values(), ...kernel.dispatcher.stubs()];
  return parseStack(origin.stack ?? '', modules).map(({ procedure, unit, file, line, column }) => ({
    procedure: `${unit}.${procedure}`,
    file,
    line,
    column,
  }));
}

/** How many lines of a long chain are shown of its inner and of its outer end. */
const INNER_LINES = 24;
const OUTER_LINES = 8;
/** Recursion that goes through more procedures than these is not recognised as such. */
const LONGEST_CYCLE = 8;

/** The report as people read it. The first line says what and where. */
export function renderFailure(report: FailureReport): string {
  const [first] = report.frames;
  const at = first ? ` at ${place(first)}` : '';
  const chain = chainOf(report.frames);
  const left = chain.length - INNER_LINES - OUTER_LINES;
  if (left > 1) chain.splice(INNER_LINES, left, `    ... ${left} more ...`);
  return [`spin: ${headline(report)}${at}`, ...chain, `  strand ${report.strand}`].join('\n');
}

function place(f: FailureFrame): string {
  return f.line > 0 ? `${f.file}:${f.line}:${f.column}` : f.file;
}

/** A line per frame; frames that repeat each other are shown once. */
function chainOf(frames: readonly FailureFrame[]): string[] {
  const shown = frames.map((f) => `    in ${f.procedure} (${place(f)})`);
  const lines: string[] = [];
  for (let at = 0; at < shown.length; ) {
    const { length, times } = cycleAt(shown, at);
    lines.push(...shown.slice(at, at + length));
    if (times > 1)
      lines.push(`    ... ${length === 1 ? 'the same' : `these ${length} lines`} ${times - 1} times more ...`);
    at += length * times;
  }
  return lines;
}

/** The shortest sequence that stands here at least three times, one behind the other; else the one line. */
function cycleAt(lines: readonly string[], at: number): { length: number; times: number } {
  for (let length = 1; length <= LONGEST_CYCLE; length++) {
    let end = at + length;
    while (end < lines.length && lines[end] === lines[end - length]) end++;
    const times = Math.floor((end - at) / length);
    if (times > 2) return { length, times };
  }
  return { length: 1, times: 1 };
}

function headline(report: FailureReport): string {
  switch (report.kind) {
    case 'exception':
    case 'overflow':
      return `uncaught exception ${report.what}`;
    case 'terminated':
      return `strand ${report.what}`;
    case 'crash':
      return `internal error in the kernel: ${report.what}`;
  }
}
