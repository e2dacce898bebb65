/** The frames that are open at a token, and how they come and go. What opens and closes them is in `structure.ts`. */
import { type Frame, type FrameKind, type Gap, type GapKind, type Items, NEVER } from './frames.ts';
import type { Piece } from './pieces.ts';

/** What one bracket more adds to the cost of a line end. */
const DEEPER = 10;
/** In texts that parse what is looked for is a few frames away. Elsewhere the search must not take time for each token. */
const FARTHEST = 500;
/** Frames with more indented below them, from which the further lines of their heads must be told apart. */
const HEADS: ReadonlySet<FrameKind> = new Set<FrameKind>(['procedure', 'compound', 'clause', 'arm']);
/** Frames inside of an item, which count the brackets around them and are indented like it. */
const INNER: ReadonlySet<FrameKind> = new Set<FrameKind>(['bracket', 'expression', 'type']);

export class FrameStack {
  protected readonly tokens: readonly Piece[];
  protected readonly gaps: Gap[] = [];
  protected readonly frames: Frame[] = [];
  protected readonly lists: Items[] = [];
  protected readonly unit: Frame;
  protected top: Frame;

  constructor(tokens: readonly Piece[]) {
    this.tokens = tokens;
    this.unit = newFrame('unit', '', 0, undefined, false);
    this.unit.broken = true;
    this.top = this.unit;
    this.frames.push(this.unit);
    this.holdList(this.unit, 'declarations', 0);
  }

  protected key(i: number): string {
    return this.tokens[i]?.key ?? '';
  }

  protected open(kind: FrameKind, i: number, isList = false, before?: Frame): Frame {
    const frame = newFrame(kind, this.key(i), i, this.top, isList, before);
    this.frames.push(frame);
    this.top = frame;
    return frame;
  }

  /** A frame that is an item of the list at the top. */
  protected openChild(kind: FrameKind, i: number): Frame {
    const list = this.top;
    list.expectsItem = false;
    const frame = this.open(kind, i);
    list.items!.children.push(frame);
    return frame;
  }

  protected openItem(i: number): void {
    this.openChild('item', i);
  }

  protected holdList(frame: Frame, holds: Items['holds'], level: number, reference: Frame = frame): void {
    frame.items = { owner: frame, reference, level, holds, children: [] };
    frame.expectsItem = true;
    this.lists.push(frame.items);
  }

  protected pop(last: number): void {
    if (this.top.close < 0) this.top.close = last;
    this.top = this.top.parent!;
  }

  protected popTo(frame: Frame, last: number): void {
    while (this.top !== frame) this.pop(last);
  }

  protected nearest(wanted: (f: Frame) => boolean, stop: (f: Frame) => boolean = () => false): Frame | undefined {
    let frame: Frame | undefined = this.top;
    for (let steps = 0; frame && !wanted(frame); steps++)
      frame = stop(frame) || steps > FARTHEST ? undefined : frame.parent;
    return frame;
  }

  /** The list that the next item would belong to; none inside brackets. */
  protected listAround(): Frame | undefined {
    return this.nearest(
      (f) => f.items !== undefined,
      (f) => f.kind === 'bracket',
    );
  }

  /** `level`: further levels of indentation. */
  protected soft(i: number, cost: number, level = 0): void {
    this.set(i, 'soft', { cost: this.top.depth * DEEPER + cost, level });
  }

  protected set(i: number, kind: GapKind, more: Partial<Gap> = {}): void {
    let frame = this.top;
    while (frame.kind === 'type') frame = frame.parent!;
    this.gaps[i] = { kind, frame, level: 0, cost: NEVER, ...more };
  }
}

function newFrame(
  kind: FrameKind,
  word: string,
  open: number,
  parent: Frame | undefined,
  isList: boolean,
  before?: Frame,
): Frame {
  return {
    before,
    kind,
    word,
    open,
    close: -1,
    parent,
    depth: INNER.has(kind) && parent ? parent.depth + (kind === 'bracket' ? 1 : 0) : 0,
    expectsItem: false,
    group: false,
    shift: 0,
    separators: [],
    isList,
    hang: INNER.has(kind) && parent ? parent.hang : HEADS.has(kind) ? 2 : 1,
    base: 0,
    align: 0,
    hung: false,
    broken: false,
    branchesBroken: false,
    line: 0,
    startsLine: false,
  };
}
