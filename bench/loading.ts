/**
 * What it takes to compile the library, and to load it.
 */
import { decodeModule } from '../src/bytecode/decode.ts';
import { verifyModule } from '../src/bytecode/verify/verify.ts';
import { compileKernel } from '../src/cli/compile.ts';
import { nodeHost } from '../src/cli/host/node.ts';
import { kernelBytes } from '../src/cli/library.ts';
import { powerOn } from '../src/emulator/board.ts';
import { boot } from '../src/kernel/boot.ts';
import { libraryLines } from './harness.ts';
import type { Report } from './report.ts';
import { cells, type Figures, figures } from './statistics.ts';

export function loading(report: Report): void {
  const lines = libraryLines();
  const bytes = compileKernel();
  const time = (work: () => void): Figures => {
    work();
    return figures(
      Array.from({ length: 5 }, () => {
        const from = performance.now();
        work();
        return performance.now() - from;
      }),
    );
  };
  const decoded = decodeModule(bytes);
  if ('error' in decoded) throw new Error('the library does not decode');
  const rows = [
    ['compile (parse, check, lower, encode; warm)', time(() => compileKernel())],
    ['decode', time(() => decodeModule(bytes))],
    ['verify', time(() => verifyModule(decoded.module, { trusted: true }))],
    ['boot: decode, verify, link, generate', time(() => boot(powerOn(nodeHost()), kernelBytes()))],
  ] as const;
  report.table(
    `The library (${lines} lines, ${bytes.length} bytes of bytecode), ms`,
    ['', 'min', 'median', 'max', 'ms per 1000 lines'],
    rows.map(([name, f]) => [name, ...cells(f), (f.median / lines) * 1000]),
  );
}
