/**
 * What `structure.ts` finds and `layout.ts` works with. A *frame* is a stretch of tokens that belongs together: a statement, a
 * bracket with its contents, a section of declarations. A *gap* is what stands before a token. Tokens are counted without comments
 * and pragmas.
 */

export type FrameKind =
  | 'unit'
  /** CONST, TYPE, VAR, EXCEPTION, REVEAL with their declarations. */
  | 'section'
  /** One declaration, field, method, import or simple statement, or the heading of a unit. */
  | 'item'
  | 'procedure'
  /** BEGIN with its statements. */
  | 'block'
  /** Declarations, BEGIN and statements where a statement may stand. */
  | 'declaring block'
  /** IF, CASE, TRY, WHILE and so on. */
  | 'compound'
  /** A keyword of a compound statement (with condition) and the statements behind it. */
  | 'clause'
  /** `| labels => statements`. */
  | 'arm'
  /** RECORD or OBJECT. */
  | 'fields'
  | 'bracket'
  /** What lines up with its first token when it takes several lines. */
  | 'expression'
  /** From ARRAY or SET to its OF. */
  | 'type'
  | 'assert';

export interface Frame {
  readonly kind: FrameKind;
  /** The key of the first token. */
  readonly word: string;
  /** First and last token. */
  readonly open: number;
  close: number;
  readonly parent: Frame | undefined;
  /** How many brackets are around its contents, within one item. */
  readonly depth: number;

  // ---- what its contents are
  /** Present in frames that hold a list of items: where these stand. */
  items?: Items;
  /** The next token of the list begins an item. */
  expectsItem: boolean;
  /** Whether it may have to be broken at its structural gaps; if not broken, it stands on one line. */
  group: boolean;
  /** It is broken exactly when that one is. */
  follows?: Frame;
  /** The clauses of an IF: either all of them stand on a line each, or all are broken. */
  clauses?: Frame[];
  /** Further levels of indentation for what stands in it. */
  shift: number;
  /** Of an item or arm: the tokens that part it in columns: the first `:`, `=`, `<:`, `:=` or `=>`, and a `:=` or `=` behind a `:`. */
  readonly separators: number[];
  /** Of a bracket with formals these, of a list of bindings those. */
  rows?: Row[];
  /** Of an object: the one that is its supertype and stands before it. */
  readonly before?: Frame;
  /** Of an expression: a comma does not end it. */
  readonly isList: boolean;
  /** Levels of indentation of further lines, where they do not line up with the first. */
  readonly hang: number;

  // ---- where it stands; known from the moment that its first token is placed
  /** The column that the line of the first token begins with. */
  base: number;
  /** The column that further lines of a bracket or an expression begin with. */
  align: number;
  /** Of a bracket: its contents begin on a line of their own. */
  hung: boolean;
  broken: boolean;
  /** Of a compound statement: whether the frames that follow it are broken. */
  branchesBroken: boolean;
  /** The number of the line of the first token. */
  line: number;
  startsLine: boolean;
}

export interface Items {
  /** Who must be broken for each item to have a line of its own. */
  readonly owner: Frame;
  /** Items are indented `level` steps from this frame. */
  readonly reference: Frame;
  readonly level: number;
  readonly holds: 'declarations' | 'section' | 'fields' | 'statements' | 'arms';
  readonly children: Frame[];
}

/** Something whose parts may line up with those of its neighbours: the first token, and those that part it. */
export interface Row {
  readonly open: number;
  readonly separators: number[];
}

export type GapKind =
  /** Never a line end, unless a comment needs it. */
  | 'join'
  /** A line end where the author had one, or where the line grows too long. */
  | 'soft'
  /** A line end if `owner` is broken. */
  | 'line'
  /** A line end if `owner` is broken and the author had one. */
  | 'choice'
  /** A line end if `owner` is broken, but if the author has none, and what is before it is on one line, neither. */
  | 'hug'
  /** A line end if the author had one and `frame` does not stand on one line as it is: before THEN, DO, OF. */
  | 'head'
  /** A line end if the author had one and the bracket `frame` is hung. */
  | 'closer'
  /** Not to be touched. */
  | 'raw';

export interface Gap {
  readonly kind: GapKind;
  /** The innermost frame, or what `level` counts from. */
  readonly frame: Frame;
  readonly level: number;
  readonly owner?: Frame;
  /** How bad a line end is here, when one is needed. */
  readonly cost: number;
  /** Where comments stand that belong to the list which ends here. */
  readonly inner?: Items;
  /** Blank lines behind the token before, or before this one, are dropped. */
  readonly opensList?: boolean;
  readonly closesList?: boolean;
}

export interface Structure {
  /** One for each token. */
  readonly gaps: readonly Gap[];
  /** In order of their first tokens, outer before inner. */
  readonly frames: readonly Frame[];
  readonly lists: readonly Items[];
}

export const NEVER = Number.POSITIVE_INFINITY;
