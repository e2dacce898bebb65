/**
 * What it costs to check and to compile the whole library as one extension, in processor time and memory: each in a process of its own, the first time and then
 * several times more, without anything kept from one time to the next. Lines are those of interfaces and modules; a generic unit is checked once for each instance.
 */
import { execFileSync } from 'node:child_process';
import { encodeModule } from '../src/bytecode/encode.ts';
import { verifyModule } from '../src/bytecode/verify/verify.ts';
import { kernelSources, packageSources } from '../src/cli/library.ts';
import { createProvider } from '../src/cli/provider.ts';
import { compileProgram } from '../src/compiler/pipeline.ts';
import { checkProgram } from '../src/language/check.ts';
import { type Report, TextReport } from './report.ts';
import { cells, type Figures, figures } from './statistics.ts';

type Work = 'check' | 'compile';

interface Measured {
  readonly lines: number;
  readonly first: number;
  readonly warm: Figures;
  /** Most memory that the process had, in kilobytes. */
  readonly peak: number;
}

const RUNS = 7;

function perform(work: Work): Measured {
  const files = [...kernelSources(), ...[...packageSources().values()].flat()];
  /** Milliseconds of processor time, the engine's helpers included: others may be at work on the machine. */
  const once = (): number => {
    const from = process.cpuUsage();
    const { program, diagnostics } = checkProgram({
      files,
      provider: createProvider({ libraryPaths: [], interfacePaths: [] }),
    });
    const error = diagnostics.find((d) => d.severity === 'error');
    if (error) throw new Error(`${error.span.file}: ${error.message}`);
    if (work === 'compile') {
      const { module } = compileProgram(program, 'library', { trusted: true });
      const [refused] = verifyModule(module, { trusted: true });
      if (refused) throw new Error(`not verified: ${refused.message}`);
      encodeModule(module);
    }
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  const first = once();
  const warm = figures(Array.from({ length: RUNS }, once));
  const lines = files.reduce((n, { text }) => n + text.split('\n').length - 1, 0);
  return { lines, first, warm, peak: process.resourceUsage().maxRSS };
}

export function compiler(report: Report): void {
  const measured = (['check', 'compile'] as const).map((work) => {
    const text = execFileSync(process.execPath, [import.meta.filename, work], { encoding: 'utf8' });
    return { work, ...(JSON.parse(text) as Measured) };
  });
  const { lines } = measured[0]!;
  const names = { check: 'check: parse, names, types, effects', compile: 'compile: check, lower, verify, encode' };
  const perSecond = (ms: number): string => `${Math.round(lines / ms)} 000`;
  report.table(
    `The whole library as one extension (${lines} lines), processor time`,
    ['', 'first time, ms', 'warm, ms (min)', 'median', 'max', 'lines/s first', 'lines/s warm', 'peak memory, MB'],
    measured.map((m) => [
      names[m.work],
      m.first,
      ...cells(m.warm),
      perSecond(m.first),
      perSecond(m.warm.median),
      m.peak / 1024,
    ]),
  );
}

const [, script, work] = process.argv;
if (script === import.meta.filename) {
  if (work === 'check' || work === 'compile') console.log(JSON.stringify(perform(work)));
  else compiler(new TextReport(console.log));
}
