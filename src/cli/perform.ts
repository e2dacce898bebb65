/**
 * What a job is: parsing, checking, laying out and compiling, from data to data. This and what it imports is the compiler; tools load it when they have a job.
 */
import { encodeModule } from '../bytecode/encode.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkProgram } from '../language/check.ts';
import { applyEdits } from '../language/format/edits.ts';
import { formatText } from '../language/format/format.ts';
import { DEFAULT_OPTIONS } from '../language/format/options.ts';
import { parseUnit } from '../language/parser/parse.ts';
import type { KeptFiles } from '../language/recheck/kept.ts';
import { recheckProgram } from '../language/recheck/recheck.ts';
import { type Question, takingDown } from './cache/questions.ts';
import { compile } from './compile.ts';
import { InputError } from './exit.ts';
import type { Job, JobResult } from './job.ts';
import { countErrors } from './output.ts';
import { createProvider } from './provider.ts';
import { sha256 } from './sha256.ts';

export interface Performed extends JobResult {
  /** What checking and compiling asked about other units. */
  readonly questions?: readonly Question[];
  /** Of a check that was given what an earlier one kept. */
  readonly kept?: KeptFiles;
}

/** Does a job in this thread; a check with what one of the same program kept before, however old. */
export function perform(job: Job, kept?: KeptFiles): Performed {
  try {
    return resultOf(job, kept);
  } catch (e) {
    if (!(e instanceof InputError)) throw e;
    return { diagnostics: [], sources: new Map(), refused: e.message };
  }
}

function resultOf(job: Job, kept: KeptFiles | undefined): Performed {
  switch (job.kind) {
    case 'parse':
    case 'format': {
      const { path, text } = job.file;
      const { diagnostics } = parseUnit(text, path);
      const result = { diagnostics, sources: new Map([[path, text]]) };
      if (job.kind === 'parse' || countErrors(diagnostics) > 0) return result;
      return { ...result, formatted: applyEdits(text, formatText(text, [], DEFAULT_OPTIONS)) };
    }
    case 'check': {
      // Interfaces alone are no program, in which somebody would have to implement them.
      const partial = job.files.every((f) => f.path.endsWith('.i3') || f.path.endsWith('.ig'));
      const { provider, questions } = takingDown(createProvider(job.paths));
      const input = { files: job.files, provider, partial };
      if (!kept) {
        const { diagnostics, source } = checkProgram(input);
        return { diagnostics, sources: textsOf(diagnostics, source), questions: questions() };
      }
      const { diagnostics, source, files } = recheckProgram(input, kept, (text) => sha256(text, 'base64'));
      return { diagnostics, sources: textsOf(diagnostics, source), questions: questions(), kept: files };
    }
    case 'compile': {
      const { provider, questions } = takingDown(createProvider(job.paths));
      const { diagnostics, module, source } = compile(job.name, job.files, provider);
      const result = { diagnostics, sources: textsOf(diagnostics, source), questions: questions() };
      return module ? { ...result, bytes: encodeModule(module) } : result;
    }
  }
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
