/**
 * Diagnostics: what every phase reports and what every front (command line, JSON, editor) shows.
 *
 * Inside: the data types and small constructors. Not inside: rendering (`text.ts`, `json.ts`).
 */

/** A half-open range of a source text, in UTF-16 code units from its start. */
export interface Span {
  /** Path or URI as the user gave it. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A second place that explains the first ("declared here"). */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

export interface Diagnostic {
  /** Stable for ever, e.g. `M3001`: `P` syntax, `M3` language rules, `W` warnings, `L` lowering, `B` bytecode, `K` kernel link/load. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly Related[];
  /** What to do about it, one sentence. */
  readonly hint?: string;
  /** How an editor should show it. */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
}
