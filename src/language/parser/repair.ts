/**
 * Blocks that are opened and not closed, or closed and not opened: found and mended among the tokens, before a second parse.
 *
 * A recogniser that misses one END takes the next one instead and from there on understands nothing. A person looks at the
 * names behind END and at the indentation; so does this. It is asked only after a parse has failed, and it changes nothing
 * when the named ENDs fit the procedures.
 */
import { endOf, type SyntaxProblem } from './problems.ts';
import type { IToken, Token, TokenType } from './tree.ts';

export interface Repair {
  readonly tokens: IToken[];
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
}

const OPENERS = new Set('IF CASE WHILE FOR LOOP WITH TRY LOCK TYPECASE RECORD OBJECT REPEAT BEGIN'.split(' '));
/** Words that cannot stand in a RECORD or OBJECT, PROCEDURE if a name follows. */
const DECLARES = new Set(['CONST', 'TYPE', 'EXCEPTION', 'REVEAL', 'BEGIN', 'PROCEDURE']);

/** What can follow the `=` of a procedure. */
const BODY_STARTS = new Set([
  'CONST',
  'TYPE',
  'VAR',
  'EXCEPTION',
  'REVEAL',
  'PROCEDURE',
  'EPHEMERAL',
  'FUNCTIONAL',
  'BEGIN',
]);

/** Those with a THEN or DO. */
const HEADS = new Set(['IF', 'WHILE', 'FOR', 'WITH', 'LOCK']);

export function repairBlocks(tokens: readonly Token[], types: Readonly<Record<string, TokenType>>): Repair {
  const strict = new Matcher(tokens, types, false).run();
  return strict.problems.length === 0 ? strict : new Matcher(tokens, types, true).run();
}

class Matcher {
  private readonly input: readonly Token[];
  private readonly types: Readonly<Record<string, TokenType>>;
  private readonly byIndentation: boolean;
  private readonly output: IToken[] = [];
  private readonly problems: SyntaxProblem[] = [];
  private readonly blocks: Block[] = [];
  private at = 0;
  /** What is to be put before the token at a position. */
  private readonly insertions = new Map<number, readonly string[]>();
  private inModule = false;
  /** ARRAYs, SETs, CASEs and TYPECASEs whose OF has not come yet. */
  private awaitingOf = 0;

  constructor(input: readonly Token[], types: Readonly<Record<string, TokenType>>, byIndentation: boolean) {
    this.input = input;
    this.types = types;
    this.byIndentation = byIndentation;
  }

  run(): Repair {
    const { input } = this;
    for (this.at = 0; this.at < input.length; this.at++) {
      const token = input[this.at]!;
      const kind = token.tokenType.name;
      let keep = true;
      const missing = this.insertions.get(this.at);
      for (const name of missing ?? []) this.insert(name, endOf(this.output.at(-1)!));
      // A `;` that stands for the `=` of a body.
      if (missing?.at(-1) === '=' && kind === ';') continue;
      this.closeMembers(kind);
      if (kind === 'END') keep = this.end(token);
      else if (kind === 'UNTIL') this.until(token);
      else if (kind === 'PROCEDURE') this.procedure(token);
      else if (kind === 'ID') this.name(token);
      else if (kind === 'MODULE' || kind === 'INTERFACE') this.unit(token);
      else if (OPENERS.has(kind)) this.open(token, kind);
      else this.headEnd(token, kind);
      this.countOf(kind);
      if (keep) this.output.push(token);
    }
    while (this.blocks.length > 0) this.closeMissing(this.blocks.pop()!);
    return { tokens: this.output, problems: this.problems };
  }

  private image(offset: number): string | undefined {
    return this.input[this.at + offset]?.image;
  }

  private isName(offset: number): boolean {
    return this.input[this.at + offset]?.tokenType.name === 'ID';
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
    this.blocks.push({ opener: token, begun: true, head: HEADS.has(kind) });
  }

  /** Records and objects hold no declarations and no statements. */
  private closeMembers(kind: string): void {
    if (!DECLARES.has(kind) || (kind === 'PROCEDURE' && !this.isName(1))) return;
    for (let top = this.blocks.at(-1); top?.opener.image === 'RECORD' || top?.opener.image === 'OBJECT'; ) {
      this.closeMissing(this.blocks.pop()!);
      top = this.blocks.at(-1);
    }
  }

  private countOf(kind: string): void {
    if (kind === 'ARRAY' || kind === 'SET' || kind === 'CASE' || kind === 'TYPECASE') this.awaitingOf++;
    else if (kind === 'OF') this.awaitingOf = Math.max(0, this.awaitingOf - 1);
    else if (kind === ';') this.awaitingOf = 0;
  }

  /** DO, THEN and the like behind a statement without its first word open what that word would have opened. */
  private headEnd(token: Token, kind: string): void {
    const top = this.blocks.at(-1);
    const opener = top?.name === undefined ? top?.opener.image : undefined;
    const branches = opener === 'IF' || opener === 'THEN';
    if (kind === 'THEN' || kind === 'DO') {
      if (top?.head && (kind === 'THEN') === branches) top.head = false;
      // A THEN inside an IF more likely lacks its ELSIF.
      else if (kind === 'DO' || !branches) this.blocks.push({ opener: token, begun: true, head: false });
    } else if (kind === 'ELSIF' && branches) {
      top!.head = true;
    } else if ((kind === 'EXCEPT' || kind === 'FINALLY') && opener !== 'TRY') {
      this.blocks.push({ opener: token, begun: true, head: false });
    } else if (kind === 'OF' && this.awaitingOf === 0 && this.image(1) === '|') {
      this.blocks.push({ opener: token, begun: true, head: false });
    }
  }

  private unit(token: Token): void {
    if (this.blocks.length > 0 || !this.isName(1)) return;
    const instance = this.instanceFollows();
    this.inModule = token.tokenType.name === 'MODULE';
    const begun = token.tokenType.name === 'INTERFACE' || instance;
    this.blocks.push({ opener: token, name: this.image(1)!, begun, head: false });
  }

  /** `= G (…)` before the heading's `;`. */
  private instanceFollows(): boolean {
    for (let i = 2; i < 200; i++) {
      const image = this.image(i);
      if (image === undefined || image === ';') return false;
      if (image === '=') return true;
    }
    return false;
  }

  /** A heading with a body opens a block; a body without the `=` before it gets one. */
  private procedure(token: Token): void {
    if (!this.isName(1)) return;
    if (this.byIndentation) this.closeProcedures();
    const name = this.image(1)!;
    const heading = this.headingEnd(this.at + 2);
    if (heading === undefined) return;
    const { index, depth } = heading;
    const equals = this.input[index]!.image === '=';
    if (!equals && !(this.inModule && this.namedEndFollows(name))) return;
    this.blocks.push({ opener: token, name, begun: false, head: false });
    if (depth > 0) this.demand(index, Array<string>(depth).fill(')'), '`)`');
    if (!equals) this.demand(index, ['='], `\`=\` before the body of ${name}`);
  }

  /** Where a procedure's signature ends: at the `=` or `;` or at what can begin a body; with the parentheses still open. */
  private headingEnd(from: number): { index: number; depth: number } | undefined {
    let depth = 0;
    for (let index = from; index < this.input.length; index++) {
      const { image } = this.input[index]!;
      if (image === '(' || image === '{' || image === '[') depth++;
      else if (image === ')' || image === '}' || image === ']') depth--;
      else if (image === '=' && (depth <= 0 || BODY_STARTS.has(this.input[index + 1]?.image ?? '')))
        return { index, depth };
      else if (depth <= 0 && (image === ';' || BODY_STARTS.has(image))) return { index, depth };
      else if (image === 'BEGIN' || image === 'END') return undefined;
    }
    return undefined;
  }

  /** Notes what is missing before the token at `index`, to be inserted when it is reached. */
  private demand(index: number, names: readonly string[], what: string): void {
    const place = endOf(this.input[index - 1]!);
    this.problems.push({ code: 'P1010', message: `expected ${what} here`, start: place, end: place });
    this.insertions.set(index, [...(this.insertions.get(index) ?? []), ...names]);
  }

  /** `Name;` is no statement but the rest of `END Name;`; `Name (…) = BEGIN` lacks its PROCEDURE. */
  private name(token: Token): void {
    const before = this.input[this.at - 1]?.image;
    if (before === 'END' && this.image(1) !== '(') return;
    if (this.image(1) === '(' && (before === ';' || before === undefined) && this.startsLine(this.at)) {
      const heading = this.headingEnd(this.at + 1);
      if (heading === undefined || this.input[heading.index]!.image !== '=') return;
      if (!BODY_STARTS.has(this.input[heading.index + 1]?.image ?? '') || !this.namedEndFollows(token.image)) return;
      this.report('P1010', `expected PROCEDURE before ${token.image}`, token.startOffset, token.startOffset);
      this.insert('PROCEDURE', token.startOffset);
      this.blocks.push({ opener: token, name: token.image, begun: false, head: false });
    } else if (isCloser(this.image(1)) && (before === ';' || before === 'END')) {
      const index = this.blocks.findLastIndex((block) => block.name !== undefined);
      const block = this.blocks[index];
      if (block?.name !== token.image || !block.begun) return;
      while (this.blocks.length > index + 1) this.closeMissing(this.blocks.pop()!);
      this.blocks.pop();
      this.report('P1017', `expected END before ${token.image}`, token.startOffset, token.startOffset);
      this.insert('END', endOf(this.output.at(-1)!));
    }
  }

  private report(code: string, message: string, start: number, end: number): void {
    this.problems.push({ code, message, start, end });
  }

  /** A procedure further left, or as far, cannot be part of the one before. */
  private closeProcedures(): void {
    if (!this.startsLine(this.at)) return;
    const column = this.input[this.at]!.startColumn;
    const index = this.blocks.findIndex(
      (block) => block.opener.image === 'PROCEDURE' && block.begun && block.opener.startColumn >= column,
    );
    while (index >= 0 && this.blocks.length > index) this.closeMissing(this.blocks.pop()!);
  }

  /** Whether to keep the END. */
  private end(token: Token): boolean {
    const { blocks } = this;
    if (this.isName(1) && isCloser(this.image(2))) {
      const name = this.image(1)!;
      const index = blocks.findLastIndex((block) => block.name === name);
      if (index >= 0) {
        while (blocks.length > index + 1) this.closeMissing(blocks.pop()!);
        blocks.pop();
        return true;
      }
      // A wrong name: still the end of the nearest body.
      const owner = blocks.findLastIndex((block) => block.name !== undefined || block.opener.image === 'BEGIN');
      while (owner >= 0 && blocks.length > owner + 1) this.closeMissing(blocks.pop()!);
      blocks.pop();
      return true;
    }
    if (this.byIndentation) this.closeByIndentation(token);
    const top = blocks.at(-1);
    if (top === undefined) return true;
    if (top.name === undefined) {
      if (top.opener.image === 'REPEAT') return true;
      blocks.pop();
      return true;
    }
    // An END without a name cannot close a procedure whose named END is still to come.
    if (this.namedEndFollows(top.name)) {
      this.problems.push({
        code: 'P1018',
        message: 'this END closes nothing',
        start: token.startOffset,
        end: token.end,
      });
      return false;
    }
    blocks.pop();
    return true;
  }

  /** An END that stands exactly under an outer opener does not belong to the inner ones, which stand further right. */
  private closeByIndentation(token: Token): void {
    if (!this.startsLine(this.at)) return;
    const column = token.startColumn;
    const { blocks } = this;
    for (;;) {
      const top = blocks.at(-1);
      if (top === undefined || top.name !== undefined || top.opener.startColumn <= column) return;
      const outer = blocks.findLast((block) => block.opener.startColumn <= column);
      if (outer === undefined || outer.opener.startColumn !== column || outer.name !== undefined) return;
      if (top.opener.startLine === token.startLine) return;
      this.closeMissing(blocks.pop()!);
    }
  }

  private startsLine(index: number): boolean {
    const before = this.input[index - 1];
    return before === undefined || before.startLine < this.input[index]!.startLine;
  }

  private until(_token: Token): void {
    const { blocks } = this;
    const index = blocks.findLastIndex((block) => block.opener.image === 'REPEAT' || block.name !== undefined);
    if (index < 0 || blocks[index]!.name !== undefined) return;
    while (blocks.length > index + 1) this.closeMissing(blocks.pop()!);
    blocks.pop();
  }

  private namedEndFollows(name: string): boolean {
    for (let i = this.at + 1; i < this.input.length; i++) {
      const { image } = this.input[i]!;
      if (image === 'END' && this.input[i + 1]?.image === name && isCloser(this.input[i + 2]?.image)) return true;
      if (image === 'PROCEDURE' && this.input[i + 1]?.tokenType.name === 'ID') return false;
    }
    return false;
  }

  /** Puts the END (or what else closes the block) behind the last token. */
  private closeMissing(block: Block): void {
    const { opener, name } = block;
    const last = this.output.at(-1) ?? opener;
    const place = endOf(last);
    const repeat = opener.image === 'REPEAT';
    const unit = name !== undefined;
    if (unit && !block.begun) this.insert('BEGIN', place);
    if (repeat) {
      this.insert('UNTIL', place);
      this.insert('ID', place);
    } else {
      this.insert('END', place);
      if (unit) this.insert('ID', place);
      if (unit) this.insert(opener.image === 'PROCEDURE' ? ';' : '.', place);
    }
    const wanted = repeat ? 'UNTIL' : unit ? `END ${name}` : 'END';
    const related = { start: opener.startOffset, end: opener.end, message: `${opener.image} begins here` };
    this.problems.push({
      code: 'P1017',
      message: `expected ${wanted} here: this ${opener.image} is not closed`,
      start: place,
      end: place,
      related,
    });
  }

  private insert(name: string, offset: number): void {
    const tokenType = this.types[name]!;
    this.output.push({
      image: '',
      startOffset: offset,
      tokenType,
      tokenTypeIdx: tokenType.tokenTypeIdx!,
      isInsertedInRecovery: true,
    });
  }
}

function isCloser(image: string | undefined): boolean {
  return image === ';' || image === '.' || image === undefined;
}
