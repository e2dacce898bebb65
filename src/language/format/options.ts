/** What a caller may choose. There is no more on purpose: one style for everybody ends the discussion about it. */
export interface FormatOptions {
  /** Columns of one level of indentation, at least 1. */
  readonly indent: number;
  /** Whether lines begin with tabs (one for `indent` columns, blanks for what is left) instead of blanks. */
  readonly tabs: boolean;
  /** Lines longer than this are broken where there is a place for it. */
  readonly width: number;
}

export const DEFAULT_OPTIONS: FormatOptions = { indent: 2, tabs: false, width: 100 };
