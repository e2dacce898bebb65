/**
 * Parsing, checking and compiling as the commands need them: jobs, done here or, if they nest too deeply for it, in a thread with a large stack.
 */
import { encodeModule } from '../bytecode/encode.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkProgram } from '../language/check.ts';
import { parseUnit } from '../language/parser/parse.ts';
import { compile } from './compile.ts';
import { isTooDeep, type Job, type JobResult, withDeepStack } from './deep-stack.ts';
import { createProvider } from './provider.ts';

/** Does a job in this thread. */
export function perform(job: Job): JobResult {
  switch (job.kind) {
    case 'parse': {
      const { diagnostics } = parseUnit(job.file.text, job.file.path);
      return { diagnostics, sources: new Map([[job.file.path, job.file.text]]) };
    }
    case 'check': {
      // Interfaces alone are no program, in which somebody would have to implement them.
      const partial = job.files.every((f) => f.path.endsWith('.i3') || f.path.endsWith('.ig'));
      const { diagnostics, source } = checkProgram({ files: job.files, provider: createProvider(job.paths), partial });
      return { diagnostics, sources: textsOf(diagnostics, source) };
    }
    case 'compile': {
      const { diagnostics, module, source } = compile(job.name, job.files, createProvider(job.paths));
      const result = { diagnostics, sources: textsOf(diagnostics, source) };
      return module ? { ...result, bytes: encodeModule(module) } : result;
    }
  }
}

/** Does a job, with a larger stack if it needs one. */
export async function doJob(job: Job): Promise<JobResult> {
  const result = perform(job);
  return isTooDeep(result.diagnostics) ? ((await withDeepStack(job)) ?? result) : result;
}

function textsOf(
  diagnostics: readonly Diagnostic[],
  source: (path: string) => string | undefined,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const d of diagnostics) {
    for (const { file } of [d.span, ...(d.related ?? []).map((r) => r.span)]) {
      const text = texts.has(file) ? undefined : source(file);
      if (text !== undefined) texts.set(file, text);
    }
  }
  return texts;
}
