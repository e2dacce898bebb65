/**
 * Blocks that are opened and not closed, or closed and not opened: found and mended among the tokens, before a second parse.
 *
 * A recogniser that misses one END takes the next one instead and from there on understands nothing. A person looks at the
 * names behind END and at the indentation; so does this. It is asked only after a parse has failed, and it changes nothing
 * when the named ENDs fit the procedures.
 */
import { BODY_STARTS, isCloser, Landmarks } from './landmarks.ts';
import { endOf, type SyntaxProblem } from './problems.ts';
import type { IToken, Token, TokenType } from './tree.ts';

export interface Repair {
  readonly tokens: readonly IToken[];
  readonly problems: readonly SyntaxProblem[];
}

interface Block {
  readonly opener: Token;
  /** The procedure's or unit's name; only such blocks have one. */
  readonly name?: string;
  /** A procedure's or module's BEGIN was seen; before it END cannot close the block. */
  begun: boolean;
  /** Its THEN or DO has not come yet. */
  head: boolean;
  /** A `;` was seen directly in it. */
  separated: boolean;
  /** Another IF was opened right behind its ELSE. */
  elseIf: boolean;
  /** How many parentheses were open before it. */
  readonly parentheses: number;
  /** Where the line begins that it is opened on. */
  readonly indentation: number;
}

/** What goes on with a block or ends it, on a line that begins where that of its first word does. */
const CONTINUATIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  IF: new Set(['THEN', 'ELSIF', 'ELSE', 'END']),
  CASE: new Set(['OF', '|', 'ELSE', 'END']),
  TYPECASE: new Set(['OF', '|', 'ELSE', 'END']),
  TRY: new Set(['EXCEPT', 'FINALLY', '|', 'ELSE', 'END']),
  REPEAT: new Set(['UNTIL']),
  OBJECT: new Set(['METHODS', 'OVERRIDES', 'END']),
};
const ONLY_END: ReadonlySet<string> = new Set(['DO', 'END']);
/** What begins or ends a statement, a declaration or a part of one; a name does so behind a `;`. */
const BEGINS_ITEM = new Set(
  (
    'IF CASE WHILE FOR LOOP WITH TRY LOCK TYPECASE REPEAT BEGIN RETURN RAISE EVAL EXIT ASSERT_OPEN ' +
    'CONST TYPE VAR EXCEPTION REVEAL PROCEDURE EPHEMERAL FUNCTIONAL END ELSE ELSIF EXCEPT FINALLY UNTIL |'
  ).split(' '),
);
/** What no name of a variable or procedure can follow. */
const BEFORE_NO_NAME = new Set([
  'ID',
  'INT_LITERAL',
  'REAL_LITERAL',
  'TEXT_LITERAL',
  'CHAR_LITERAL',
  ')',
  ']',
  '}',
  '^',
  'END',
  'EXIT',
  'BEGIN',
  '*>',
]);
const OPENERS = new Set('IF CASE WHILE FOR LOOP WITH TRY LOCK TYPECASE RECORD OBJECT REPEAT BEGIN'.split(' '));
/** Those with a THEN or DO. */
const HEADS = new Set('IF WHILE FOR WITH LOCK'.split(' '));
/** Words that cannot stand in a RECORD or OBJECT. */
const DECLARES = new Set('CONST TYPE EXCEPTION REVEAL BEGIN'.split(' '));
const ATTRIBUTES = new Set(['EPHEMERAL', 'FUNCTIONAL']);
/** Deeper nesting than this is no person's program, and not worth the time. */
const DEEPEST = 500;

export function repairBlocks(tokens: readonly Token[], types: Readonly<Record<string, TokenType>>): Repair {
  const landmarks = new Landmarks(tokens);
  const strict = new Matcher(tokens, landmarks, types, false).run();
  if (strict.problems.length === 0) return strict;
  const indented = new Matcher(tokens, landmarks, types, true).run();
  // Lines that are not indented by blocks tell nothing.
  return indented.problems.length > strict.problems.length ? strict : indented;
}

class Matcher {
  private readonly input: readonly Token[];
  private readonly landmarks: Landmarks;
  private readonly types: Readonly<Record<string, TokenType>>;
  private readonly byIndentation: boolean;
  private readonly output: IToken[] = [];
  private readonly problems: SyntaxProblem[] = [];
  private readonly blocks: Block[] = [];
  /** What is to be put before the token at a position. */
  private readonly insertions = new Map<number, readonly string[]>();
  private at = 0;
  private inModule = false;
  private parentheses = 0;
  /** ARRAYs, SETs, CASEs and TYPECASEs whose OF has not come yet. */
  private awaitingOf = 0;

  constructor(
    input: readonly Token[],
    landmarks: Landmarks,
    types: Readonly<Record<string, TokenType>>,
    byIndentation: boolean,
  ) {
    this.input = input;
    this.landmarks = landmarks;
    this.types = types;
    this.byIndentation = byIndentation;
  }

  run(): Repair {
    const { input, blocks } = this;
    for (this.at = 0; this.at < input.length; this.at++) {
      if (this.takeToken(input[this.at]!)) this.output.push(input[this.at]!);
      if (blocks.length > DEEPEST) return { tokens: input, problems: [] };
    }
    while (blocks.length > 0) this.closeMissing();
    return { tokens: this.output, problems: this.problems };
  }

  /** Whether to keep the token. */
  private takeToken(token: Token): boolean {
    const kind = token.tokenType.name;
    const missing = this.insertions.get(this.at);
    for (const name of missing ?? []) this.insert(name, endOf(this.output.at(-1)!));
    // A `;` or IS that stands for the `=` of a body.
    if (missing?.at(-1) === '=' && (kind === ';' || token.image.toUpperCase() === 'IS')) return false;
    this.closeMembers(kind);
    if (this.byIndentation) this.closeByIndentation(token, kind);
    if (kind === 'ID' && this.elsif(token)) return false;
    if (kind === 'END') return this.end(token);
    if (kind === 'UNTIL') this.until();
    else if (kind === 'PROCEDURE') this.procedure(token);
    else if (kind === 'ID') this.name(token);
    else if (kind === 'MODULE' || kind === 'INTERFACE') this.unit(token);
    else if (OPENERS.has(kind)) this.open(token, kind);
    else this.headEnd(token, kind);
    this.count(kind);
    return true;
  }

  /** ELSIF as other languages spell it, in an IF: without it the rest of the IF would be a riddle. */
  private elsif(token: Token): boolean {
    if (!/^ELS?E?IF$/i.test(token.image)) return false;
    const top = this.blocks.at(-1);
    if (top?.name !== undefined || top?.opener.image !== 'IF') return false;
    const { startOffset: start, end } = token;
    const hint = `${token.image} is written ELSIF.`;
    this.problems.push({
      code: 'P1013',
      message: `expected ELSIF, ELSE or END, found \`${token.image}\``,
      start,
      end,
      hint,
    });
    this.insert('ELSIF', start);
    top.head = true;
    return true;
  }

  private image(distance: number): string | undefined {
    return this.landmarks.image(this.at + distance);
  }

  private isName(distance: number): boolean {
    return this.landmarks.isName(this.at + distance);
  }

  private count(kind: string): void {
    if (kind === 'ARRAY' || kind === 'SET' || kind === 'CASE' || kind === 'TYPECASE') this.awaitingOf++;
    else if (kind === 'OF') this.awaitingOf = Math.max(0, this.awaitingOf - 1);
    else if (kind === '(') this.parentheses++;
    else if (kind === ')') this.parentheses--;
    else if (kind === ';') {
      this.awaitingOf = 0;
      const top = this.blocks.at(-1);
      if (top !== undefined) top.separated = true;
    }
  }

  private begin(opener: Token, name?: string, begun = name === undefined): void {
    const head = HEADS.has(opener.image);
    const { parentheses } = this;
    const indentation = this.landmarks.indentation(this.at);
    this.blocks.push({ opener, name, begun, head, separated: false, elseIf: false, parentheses, indentation });
  }

  private open(token: Token, kind: string): void {
    const top = this.blocks.at(-1);
    if (kind === 'BEGIN' && top?.name !== undefined && !top.begun) {
      top.begun = true;
      return;
    }
    // `BITS n FOR T` and `<*ASSERT e WITH m*>` open nothing; a loop's FOR is followed by `name :=`.
    if (kind === 'FOR' && !(this.isName(1) && this.image(2) === ':=')) return;
    if (kind === 'WITH' && !(this.isName(1) && this.image(2) === '=')) return;
    if (kind === 'IF' && this.image(-1) === 'ELSE' && top?.opener.image === 'IF') top.elseIf = true;
    this.begin(token);
  }

  private unit(token: Token): void {
    if (this.blocks.length > 0 || !this.isName(1)) return;
    this.inModule = token.image === 'MODULE';
    this.begin(token, this.image(1)!, !this.inModule || this.landmarks.isInstance(this.at));
  }

  /** Records and objects hold no declarations and no statements, and end before the parenthesis that they are in. */
  private closeMembers(kind: string): void {
    const declares = this.declares(kind);
    if (!declares && kind !== ')') return;
    for (;;) {
      const top = this.blocks.at(-1);
      if (top?.opener.image !== 'RECORD' && top?.opener.image !== 'OBJECT') return;
      if (!declares && (top.parentheses === 0 || this.parentheses > top.parentheses)) return;
      this.closeMissing();
    }
  }

  /** Whether the token begins a declaration, which is not a member and has no statements around it. */
  private declares(kind: string): boolean {
    const next = this.image(1);
    if (kind === 'PROCEDURE') return this.isName(1);
    if (ATTRIBUTES.has(kind)) return next === 'PROCEDURE' || ATTRIBUTES.has(next ?? '');
    // Types and constants; members have a `:`, `:=` or `(`.
    if (kind === 'ID') return this.image(-1) === ';' && (next === '=' || next === '<:');
    return DECLARES.has(kind);
  }

  /** DO, THEN and the like behind a statement without its first word open what that word would have opened. */
  private headEnd(token: Token, kind: string): void {
    const top = this.blocks.at(-1);
    const opener = top?.name === undefined ? top?.opener.image : undefined;
    const branches = opener === 'IF' || opener === 'THEN';
    if (kind === 'THEN' || kind === 'DO') {
      if (top?.head && (kind === 'THEN') === branches) top.head = false;
      // A THEN further on in an IF more likely lacks its ELSIF.
      else if (kind === 'DO' || !branches || !top?.separated) this.begin(token);
    } else if (kind === 'ELSIF' && branches) {
      top!.head = true;
    } else if ((kind === 'EXCEPT' || kind === 'FINALLY') && opener !== 'TRY') {
      this.begin(token);
    } else if (kind === 'OF' && this.awaitingOf === 0 && this.image(1) === '|') {
      this.begin(token);
    }
  }

  /** A heading with a body opens a block; a body without the `=` before it gets one. */
  private procedure(token: Token): void {
    if (!this.isName(1)) return;
    if (this.byIndentation) this.closeProcedures();
    const name = this.image(1)!;
    const heading = this.landmarks.headingEnd(this.at + 2);
    if (heading === undefined) return;
    const { index, open } = heading;
    const equals = this.input[index]!.image === '=';
    const body = equals || (this.inModule && this.landmarks.endFollows(name, this.at));
    if (!body && this.inModule) return;
    if (body) this.begin(token, name);
    if (open.length > 0) {
      const closers = open.map(({ closer }) => closer).reverse();
      const from = open[0]!.index + 1;
      const place = closers[0] === '}' ? index : this.landmarks.openBracketEnd(from, index);
      this.demand(place, closers, `\`${closers[0]}\``);
    }
    if (body && !equals)
      this.demand(
        this.image(index - this.at - 1)?.toUpperCase() === 'IS' ? index - 1 : index,
        ['='],
        `\`=\` before the body of ${name}`,
      );
  }

  /** Notes what is missing before the token at `index`, to be inserted when it is reached. */
  private demand(index: number, names: readonly string[], what: string): void {
    const place = endOf(this.input[index - 1]!);
    this.report('P1010', `expected ${what} here`, place, place);
    this.insertions.set(index, [...(this.insertions.get(index) ?? []), ...names]);
  }

  /** `Name;` is no statement but the rest of `END Name;`; `Name (…) = BEGIN` lacks its PROCEDURE. */
  private name(token: Token): void {
    const before = this.image(-1);
    if (this.image(1) === '(') {
      if (before === ';' && this.landmarks.startsLine(this.at)) this.namelessHeading(token);
      return;
    }
    if (!isCloser(this.image(1))) return;
    if (before !== ';' && !BEFORE_NO_NAME.has(this.input[this.at - 1]?.tokenType.name ?? '')) return;
    const index = this.blocks.findLastIndex((block) => block.name !== undefined);
    const block = this.blocks[index];
    if (block?.name !== token.image || !block.begun) return;
    this.closeDownTo(index + 1);
    this.blocks.pop();
    this.report('P1017', `expected END before ${token.image}`, token.startOffset, token.startOffset);
    this.insert('END', endOf(this.output.at(-1)!));
  }

  private namelessHeading(token: Token): void {
    const heading = this.landmarks.headingEnd(this.at + 1);
    if (heading === undefined || this.input[heading.index]!.image !== '=') return;
    if (!BODY_STARTS.has(this.landmarks.image(heading.index + 1) ?? '')) return;
    if (!this.landmarks.endFollows(token.image, this.at)) return;
    this.report('P1010', `expected PROCEDURE before ${token.image}`, token.startOffset, token.startOffset);
    this.insert('PROCEDURE', token.startOffset);
    this.begin(token, token.image);
  }

  private report(code: string, message: string, start: number, end: number): void {
    this.problems.push({ code, message, start, end });
  }

  /** A procedure further left, or as far, cannot be part of the one before. */
  private closeProcedures(): void {
    if (!this.landmarks.startsLine(this.at)) return;
    const column = this.input[this.at]!.startColumn;
    const index = this.blocks.findIndex(
      (block) => block.opener.image === 'PROCEDURE' && block.begun && block.opener.startColumn >= column,
    );
    if (index >= 0) this.closeDownTo(index);
  }

  /** Whether to keep the END. */
  private end(token: Token): boolean {
    const { blocks } = this;
    if (this.isName(1) && isCloser(this.image(2)) && !(this.image(2) === '.' && this.isName(3))) {
      const name = this.image(1)!;
      let index = blocks.findLastIndex((block) => block.name === name);
      // A wrong name: still the end of the nearest body.
      if (index < 0)
        index = blocks.findLastIndex((block) => block.name !== undefined || block.opener.image === 'BEGIN');
      this.closeDownTo(Math.max(0, index + 1));
      blocks.pop();
      return true;
    }
    const top = blocks.at(-1);
    if (top?.opener.image === 'REPEAT') return true;
    // An END without a name cannot close a procedure whose named END is still to come.
    if (top?.name !== undefined && this.landmarks.endFollows(top.name, this.at)) {
      this.report('P1018', 'this END closes nothing', token.startOffset, token.end);
      return false;
    }
    blocks.pop();
    return true;
  }

  /** What begins further left than a block, or as far and does not go on with it, is behind its END. */
  private closeByIndentation(token: Token, kind: string): void {
    if (!this.landmarks.startsLine(this.at)) return;
    if (!BEGINS_ITEM.has(kind) && !(kind === 'ID' && this.image(-1) === ';')) return;
    for (;;) {
      const top = this.blocks.at(-1);
      if (top === undefined || top.name !== undefined || top.head || this.parentheses > top.parentheses) return;
      if (token.startColumn > top.indentation) return;
      const own = CONTINUATIONS[top.opener.image] ?? ONLY_END;
      if (token.startColumn === top.indentation && own.has(kind)) return;
      this.closeMissing();
    }
  }

  private until(): void {
    const { blocks } = this;
    const index = blocks.findLastIndex((block) => block.opener.image === 'REPEAT' || block.name !== undefined);
    if (index < 0 || blocks[index]!.name !== undefined) return;
    this.closeDownTo(index + 1);
    blocks.pop();
  }

  private closeDownTo(count: number): void {
    while (this.blocks.length > count) this.closeMissing();
  }

  /** Puts the END (or what else closes the innermost block) behind the last token. */
  private closeMissing(): void {
    const { opener, name, begun, elseIf } = this.blocks.pop()!;
    const separate = name === undefined && this.output.at(-1)?.tokenType.name === ';' && this.image(0) !== ')';
    const place = endOf(this.output.at(-1) ?? opener);
    const closers = opener.image === 'REPEAT' ? ['UNTIL', 'ID'] : ['END'];
    if (name !== undefined) closers.push('ID', opener.image === 'MODULE' || opener.image === 'INTERFACE' ? '.' : ';');
    if (!begun) closers.unshift('BEGIN');
    for (const closer of closers) this.insert(closer, place);
    if (separate) this.insert(';', place);
    const wanted = name === undefined ? closers[0] : `END ${name}`;
    this.problems.push({
      code: 'P1017',
      message: `expected ${wanted} here: this ${opener.image} is not closed`,
      start: place,
      end: place,
      related: { start: opener.startOffset, end: opener.end, message: `${opener.image} begins here` },
      ...(elseIf && { hint: 'ELSE IF begins another IF, with an END of its own; “else if” is written ELSIF.' }),
    });
  }

  private insert(name: string, offset: number): void {
    const tokenType = this.types[name]!;
    const tokenTypeIdx = tokenType.tokenTypeIdx!;
    this.output.push({ image: '', startOffset: offset, tokenType, tokenTypeIdx, isInsertedInRecovery: true });
  }
}
