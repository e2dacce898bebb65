/**
 * From tokens to frames and gaps, with a stack instead of a grammar: any sequence of tokens gives an answer, in one pass and without
 * recursion, and what is wrong at one place is mostly forgotten at the next statement. For texts that parse the answer is right.
 */
import { type Frame, type FrameKind, type Items, NEVER, type Structure } from './frames.ts';
import type { Piece } from './pieces.ts';
import { FrameStack } from './stack.ts';
import {
  BRANCHES,
  COMPOUNDS,
  EXPRESSION_BEHIND,
  endsOperand,
  HEAD_ENDS,
  MATES,
  OPENERS,
  OPERATORS,
  SECTIONS,
  STATEMENTS,
  startsDeclarations,
  startsProcedure,
} from './words.ts';

/** Behind `:=` and `=`: rather in the arguments of a call on the right side, or at its operators. */
const ASSIGNING = 15;

/** `tokens` without comments and pragmas. */
export function structureOf(tokens: readonly Piece[]): Structure {
  return new Scanner(tokens).run();
}

class Scanner extends FrameStack {
  /** The last RECORD or OBJECT that has ended. */
  private lastFields: Frame | undefined;
  /** What the next token begins, if it is not the end of something: an expression, in which commas may stay. */
  private expression: 'none' | 'value' | 'list' = 'none';
  /** Tokens from here on are behind the end of the unit. */
  private behindUnit = Number.POSITIVE_INFINITY;

  run(): Structure {
    const count = this.tokens.length;
    for (let i = 0; i < count; i++) {
      const expression = this.expression;
      this.expression = 'none';
      if (i < this.behindUnit) this.token(i, this.key(i), expression);
      else this.set(i, 'raw');
    }
    for (let frame: Frame | undefined = this.top; frame; frame = frame.parent)
      if (frame.close < 0) frame.close = count - 1;
    return { gaps: this.gaps, frames: this.frames, lists: this.lists };
  }

  private token(i: number, key: string, expression: 'none' | 'value' | 'list'): void {
    if (key === 'END') this.end(i);
    else if (key === ';') this.semicolon(i);
    else if (BRANCHES.has(key) && this.branch(i, key)) return;
    else if (MATES.has(key)) this.closeBracket(i, key);
    else if (key === '*>') this.closeAssert(i);
    else if (this.top.expectsItem || this.semicolonIsMissing(key)) this.item(i, key);
    else this.inside(i, key, expression);
  }

  // ---------------------------------------------------------------- items

  /** A word that cannot stand inside an item begins the next one; a unit's heading needs no semicolon anyway. */
  private semicolonIsMissing(key: string): boolean {
    const list = this.listAround();
    if (!list) return false;
    const { holds } = list.items!;
    const keyword = SECTIONS.has(key) && key !== 'VAR';
    const begins =
      (holds === 'statements' && (STATEMENTS.has(key) || keyword)) ||
      (holds === 'fields' && (key === 'METHODS' || key === 'OVERRIDES')) ||
      ((holds === 'declarations' || holds === 'section') && (key === 'BEGIN' || keyword)) ||
      (list === this.unit && this.inHeading() && startsDeclarations(key));
    if (begins) this.popTo(list, this.gaps.length - 1);
    return begins;
  }

  private inHeading(): boolean {
    let item: Frame = this.top;
    while (item.kind === 'expression') item = item.parent!;
    return item.kind === 'item' && item.parent === this.unit && item.word !== 'FROM' && item.word !== 'IMPORT';
  }

  private item(i: number, key: string): void {
    let inner: Items | undefined;
    if (this.top.kind === 'section' && startsDeclarations(key)) {
      inner = this.top.items;
      this.pop(i - 1);
    }
    const list = this.top;
    const items = list.items!;
    if (items.holds === 'fields' && (key === 'METHODS' || key === 'OVERRIDES')) {
      this.fieldsPart(i);
      return;
    }
    if (items.holds === 'arms') {
      this.set(i, list.word === 'TRY' ? 'choice' : 'line', { frame: list, owner: list, level: 1 });
      this.arm(i);
      this.open('expression', i, true);
      if (OPENERS.has(key)) this.bracket(i);
      return;
    }
    this.set(i, list.kind === 'declaring block' && key === 'BEGIN' ? 'hug' : 'line', {
      frame: items.reference,
      owner: items.owner,
      level: items.level,
      inner,
      opensList: isFirst(items),
    });
    if (items.holds === 'statements') this.statement(i, key);
    else if (items.holds === 'declarations') this.declaration(i, key);
    else this.openItem(i);
  }

  private declaration(i: number, key: string): void {
    if (SECTIONS.has(key)) this.section(i);
    else if (key === 'BEGIN') this.block(i);
    else if (startsProcedure(key)) this.openChild('procedure', i);
    else {
      this.openItem(i);
      if (key === 'IMPORT') this.expression = 'list';
    }
  }

  private section(i: number): void {
    const frame = this.openChild('section', i);
    // A single declaration on the line of its keyword stays there, and is indented like the keyword.
    const hanging = this.tokens[i + 1]?.breaks === 0 && this.hasOneDeclaration(i + 1);
    this.holdList(frame, 'section', hanging ? 0 : 1);
    frame.group = !hanging;
  }

  private hasOneDeclaration(start: number): boolean {
    let depth = 0;
    for (let i = start; i < this.tokens.length; i++) {
      const key = this.key(i);
      if (OPENERS.has(key) || key === 'RECORD' || key === 'OBJECT') depth++;
      else if (MATES.has(key) || key === 'END') depth--;
      if (depth < 0 || (depth === 0 && SECTIONS.has(key))) return true;
      if (depth > 0 || key !== ';') continue;
      const next = this.key(i + 1);
      return startsDeclarations(next) || next === 'END' || next === '';
    }
    return true;
  }

  private block(i: number): void {
    const frame = this.openChild('block', i);
    frame.group = true;
    this.holdList(frame, 'statements', 1);
  }

  private statement(i: number, key: string): void {
    if (COMPOUNDS.has(key)) this.compound(i, key);
    else if (key === 'BEGIN') this.block(i);
    else if (SECTIONS.has(key) || startsProcedure(key)) {
      const frame = this.openChild('declaring block', i);
      frame.group = true;
      this.holdList(frame, 'declarations', 0);
      this.declaration(i, key);
    } else if (key === '<*ASSERT') {
      this.openChild('assert', i);
      this.expression = 'list';
    } else {
      this.openItem(i);
      if (EXPRESSION_BEHIND.has(key)) this.expression = 'value';
      if (OPENERS.has(key)) this.bracket(i);
    }
  }

  private compound(i: number, key: string): void {
    const frame = this.openChild('compound', i);
    frame.group = true;
    if (key === 'LOOP' || key === 'REPEAT' || key === 'TRY') this.holdList(frame, 'statements', 1);
    if (key === 'IF') {
      frame.clauses = [];
      this.clause(i, frame);
    }
    if (EXPRESSION_BEHIND.has(key)) this.expression = key === 'WITH' ? 'list' : 'value';
  }

  private clause(i: number, compound: Frame): Frame {
    const frame = this.open('clause', i);
    frame.group = true;
    if (compound.clauses) {
      compound.clauses.push(frame);
      frame.follows = compound;
    }
    return frame;
  }

  private arm(i: number): void {
    const { items } = this.top;
    const frame = this.open('arm', i);
    frame.group = true;
    items!.children.push(frame);
    this.expression = 'list';
  }

  /** METHODS or OVERRIDES. Right behind OBJECT it may stand on its line, and the object then looks like a record. */
  private fieldsPart(i: number): void {
    const object = this.top;
    const hugs = object.open === i - 1 && this.tokens[i]!.breaks === 0;
    if (hugs) object.shift = 0;
    this.set(i, hugs ? 'join' : 'line', { frame: object, owner: object, inner: object.items });
    this.holdList(object, 'fields', 1);
  }

  // ---------------------------------------------------------------- inside an item

  private inside(i: number, key: string, expression: 'none' | 'value' | 'list'): void {
    const { top } = this;
    if (HEAD_ENDS.has(key) && this.headEnd(i, key)) return;
    if ((key === ':=' || key === '=' || key === '<:') && this.assigns(i, key)) return;
    if (key === ',') {
      while (this.top.kind === 'expression' && !this.top.isList) this.pop(i - 1);
      this.set(i, 'join');
      if (this.top.kind === 'expression') this.top.rows?.push({ open: i + 1, separators: [] });
    } else if (key === ':') {
      this.separates(i);
      this.set(i, 'join');
    } else if (key === 'TO' || key === 'BY') {
      this.endValues(i);
      this.soft(i, 2);
      this.expression = 'value';
    } else if (key === 'RAISES') {
      this.endValues(i);
      this.soft(i, this.top.kind === 'bracket' ? 7 : -2, this.top.kind === 'procedure' ? -1 : 0);
    } else if (key === 'IMPORT' || key === 'EXPORTS') {
      this.set(i, key === 'IMPORT' ? 'join' : 'soft', { frame: top, cost: 0 });
      this.expression = 'list';
    } else {
      this.ordinary(i, key);
      if (expression !== 'none') {
        const frame = this.open('expression', i, expression === 'list');
        if (top.word === 'WITH') frame.rows = [{ open: i, separators: [] }];
      }
      if (OPENERS.has(key)) this.bracket(i);
      else if (key === 'RECORD' || key === 'OBJECT') this.fields(i, key);
      else if (key === 'ARRAY' || key === 'SET') this.open('type', i);
    }
  }

  /** Among the names that a declaration or a field begins with. */
  private inNames(): boolean {
    const { kind, separators, parent } = this.top;
    const holds = parent?.items?.holds;
    return kind === 'item' && separators.length === 0 && (holds === 'section' || holds === 'fields');
  }

  /** The gap before a token that has no part in the structure depends on what it follows. */
  private ordinary(i: number, key: string): void {
    const before = this.key(i - 1);
    const operator = endsOperand(before) ? OPERATORS.get(key) : undefined;
    if (before === ',') this.soft(i, 0, this.inNames() ? -1 : 0);
    else if (before === ';') this.soft(i, -1);
    else if (before === ':=' || before === '=' || before === '<:') this.soft(i, ASSIGNING);
    else if (before === 'RETURN') this.soft(i, 2 * ASSIGNING);
    else if (before === 'WITH') this.soft(i, 2 * ASSIGNING, -1);
    else if (before === 'OF') this.soft(i, ASSIGNING + 3);
    else if (OPENERS.has(before)) this.soft(i, 8);
    else if (operator !== undefined) this.soft(i, operator);
    else if (key === 'WITH') this.soft(i, 0);
    else if (key === 'BRANDED') this.soft(i, ASSIGNING);
    else if (OPERATORS.has(before) && endsOperand(this.key(i - 2))) this.set(i, 'soft', { cost: NEVER });
    else this.set(i, 'join');
  }

  /** THEN, DO, OF or `=>` of the statement around; an OF may belong to a type instead. */
  private headEnd(i: number, key: string): boolean {
    const holdsMore = (f: Frame): boolean => f.items !== undefined || f.kind === 'bracket';
    const type = key === 'OF' ? this.nearest((f) => f.kind === 'type', holdsMore) : undefined;
    if (type) {
      this.popTo(type.parent!, i - 1);
      this.set(i, 'join');
      return true;
    }
    const kind = key === 'THEN' ? 'clause' : key === '=>' ? 'arm' : 'compound';
    const frame = this.nearest((f) => f.kind === kind && !f.items, holdsMore);
    if (!frame) return false;
    this.popTo(frame, i - 1);
    if (key === '=>') {
      frame.separators.push(i);
      this.set(i, 'join');
      this.holdList(frame, 'statements', 2, frame.parent);
    } else {
      this.set(i, 'head', { frame });
      if (key === 'OF') this.holdList(frame, 'arms', 0);
      else this.holdList(frame, 'statements', 1, kind === 'clause' ? frame.parent : frame);
    }
    return true;
  }

  /** Whether the sign parts a declaration, a binding, an actual or an assignment, and is not a comparison. */
  private assigns(i: number, key: string): boolean {
    const { top } = this;
    if (key === '=' && top.kind === 'procedure') {
      this.set(i, 'join');
      top.group = true;
      this.holdList(top, 'declarations', 1);
      return true;
    }
    const binds = top.kind === 'expression' && top.isList && top.parent?.word === 'WITH';
    if (key === '=' && top.kind !== 'item' && !binds) return false;
    this.separates(i);
    this.set(i, 'join');
    if (!(top.kind === 'item' && top.parent === this.unit)) this.expression = 'value';
    return true;
  }

  private separates(i: number): void {
    const separators = this.top.kind === 'item' ? this.top.separators : this.top.rows?.at(-1)?.separators;
    if (separators?.length === 0 || (separators?.length === 1 && this.key(separators[0]!) === ':')) separators.push(i);
  }

  private bracket(i: number): void {
    const { top } = this;
    const before = this.key(i - 1);
    const isHeading = top.kind === 'procedure';
    const frame = this.open('bracket', i);
    const holds = top.parent?.items?.holds;
    if (isHeading || before === 'PROCEDURE' || (top.kind === 'item' && holds === 'fields'))
      frame.rows = [{ open: i + 1, separators: [] }];
  }

  private fields(i: number, key: string): void {
    const before = this.lastFields?.parent === this.top ? this.lastFields : undefined;
    const frame = this.open('fields', i, false, before);
    frame.group = true;
    frame.shift = key === 'OBJECT' ? 1 : 0;
    this.holdList(frame, 'fields', 1);
  }

  // ---------------------------------------------------------------- ends

  private semicolon(i: number): void {
    const around = this.nearest((f) => f.items !== undefined || f.kind === 'bracket');
    if (around) this.popTo(around, i);
    this.set(i, 'join');
    this.top.expectsItem = this.top.items !== undefined;
    this.top.rows?.push({ open: i + 1, separators: [] });
  }

  private end(i: number): void {
    const inner = this.listAround()?.items;
    const frame = this.nearest((f) => ENDED.has(f.kind) && f.word !== 'REPEAT');
    const endsUnit = this.key(i + 1) === 'name' && this.key(i + 2) === '.';
    if (!frame || (frame === this.unit && !endsUnit)) {
      this.set(i, 'join');
      return;
    }
    const instance = frame === this.unit && this.inHeading();
    this.popTo(frame, i - 1);
    this.set(i, instance ? 'choice' : 'line', { frame, owner: frame, inner, closesList: frame !== this.unit });
    if (frame === this.unit) {
      this.finishUnit(i);
      return;
    }
    const owner = frame.parent!;
    this.pop(frame.kind === 'block' && this.key(i + 1) === 'name' ? i + 1 : i);
    if (frame.kind === 'fields') {
      this.lastFields = frame;
      return;
    }
    if (frame.kind === 'block') {
      if (owner === this.unit && endsUnit) this.finishUnit(i);
      else if (owner.kind === 'procedure') owner.items = undefined;
      else if (owner.kind === 'declaring block') this.pop(i);
    }
    this.top.expectsItem = this.top.items !== undefined;
  }

  private finishUnit(i: number): void {
    this.unit.items = undefined;
    this.unit.expectsItem = false;
    this.behindUnit = i + 3;
  }

  /** ELSE, `|` and the like: what the branch before has open ends. False if it is of no statement. */
  private branch(i: number, key: string): boolean {
    const inner = this.listAround()?.items;
    const compound = this.nearest(
      (f) => f.kind === 'compound' && BRANCHES.get(key)!.includes(f.word),
      (f) => f.kind === 'procedure',
    );
    if (!compound) return false;
    this.popTo(compound, i - 1);
    this.set(i, 'line', { frame: compound, owner: compound, inner });
    compound.expectsItem = false;
    if (key === 'UNTIL') {
      compound.items = undefined;
      this.expression = 'value';
    } else if (key === '|' || key === 'EXCEPT') {
      if (compound.items?.holds !== 'arms') this.holdList(compound, 'arms', 0);
      compound.expectsItem = key === 'EXCEPT';
      if (key === '|') this.arm(i);
    } else {
      const frame = this.clause(i, compound);
      if (key === 'ELSIF') this.expression = 'value';
      else this.holdList(frame, 'statements', 1, compound);
      if (key === 'FINALLY' || compound.word === 'TRY') frame.follows = compound;
    }
    return true;
  }

  private closeBracket(i: number, key: string): void {
    const frame = this.nearest(
      (f) => f.kind === 'bracket' && f.word === MATES.get(key),
      (f) => f.items !== undefined,
    );
    if (!frame) {
      this.set(i, 'join');
      return;
    }
    this.popTo(frame, i - 1);
    this.set(i, 'closer', { frame });
    this.pop(i);
  }

  private closeAssert(i: number): void {
    const frame = this.nearest((f) => f.kind === 'assert');
    if (frame) this.popTo(frame, i - 1);
    this.set(i, 'join');
    if (!frame) return;
    this.pop(i);
    this.top.expectsItem = this.top.items !== undefined;
  }

  private endValues(i: number): void {
    while (this.top.kind === 'expression' && this.top.parent) this.pop(i - 1);
  }
}

const ENDED: ReadonlySet<FrameKind> = new Set<FrameKind>(['unit', 'block', 'compound', 'fields']);
const isFirst = (items: Items): boolean => items.holds !== 'declarations' && items.children.length === 0;
