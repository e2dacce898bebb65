/**
 * Reports of strands that ended in an uncaught exception: which, with what argument, where it came from.
 */
import { parseStack } from '../codegen/trace.ts';
import { MemoryError } from '../heap/errors.ts';
import type { Kernel } from '../kernel.ts';
import { describeArgument } from './describe-value.ts';
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
  const name = info?.name ?? `exception ${exception}`;
  const shown = info?.argument ? `(${describeArgument(kernel, info.argument, argument)})` : '';
  const explained = info && kernel.explainers.map((explain) => explain(info, argument)).find((e) => e !== undefined);
  return {
    kind: 'exception',
    strand: strand.name,
    what: `${name}${shown}${explained === undefined ? '' : `: ${explained}`}`,
    frames: origin ? framesOf(kernel, origin) : [],
  };
}

function crashReport(kernel: Kernel, error: unknown, strand: Strand): FailureReport {
  const frames = error instanceof Error ? framesOf(kernel, error) : [];
  if (error instanceof MemoryError) return { kind: 'exception', strand: strand.name, what: error.message, frames };
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'crash', strand: strand.name, what, frames };
}

function framesOf(kernel: Kernel, origin: Error): FailureFrame[] {
  const extensions = new Map([...kernel.generated].map(([extension, generated]) => [generated, extension]));
  return parseStack(origin.stack ?? '', kernel.generated.values()).map((f) => {
    const unit = extensions.get(f.generated)?.module.units.find((u) => u.name === f.unit && u.kind === 'module');
    const file = unit?.sourcePath ?? `${f.unit}.m3`;
    return { procedure: `${f.unit}.${f.procedure}`, file, line: f.line, column: f.column };
  });
}

const SHOWN_FRAMES = 30;

/** The report as people read it. The first line says what and where. */
export function renderFailure(report: FailureReport): string {
  const where = (f: FailureFrame) => (f.line > 0 ? `${f.file}:${f.line}:${f.column}` : f.file);
  const [first] = report.frames;
  const at = first ? ` at ${where(first)}` : '';
  const lines = [`spin: ${headline(report)}${at}`];
  report.frames.slice(0, SHOWN_FRAMES).forEach((f) => {
    lines.push(`    in ${f.procedure} (${where(f)})`);
  });
  if (report.frames.length > SHOWN_FRAMES) lines.push(`    and ${report.frames.length - SHOWN_FRAMES} more`);
  lines.push(`  strand ${report.strand}`);
  return lines.join('\n');
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
