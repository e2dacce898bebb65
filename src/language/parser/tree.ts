/**
 * The concrete syntax tree: a token is its own leaf, a composite knows its first and last token.
 *
 * Both save what costs most in a generic parser (an object per token besides the token, and walks down the tree for every
 * offset), and they keep the interfaces that Langium's services read. Comments and pragmas are hidden leaves.
 */
import { AbstractCstNode, type AstNode, CompositeCstNodeImpl, type CstNode, type LexerResult } from 'langium';

export type IToken = LexerResult['tokens'][number];
export type TokenType = IToken['tokenType'];
type Range = CstNode['range'];

export class Token extends AbstractCstNode implements IToken {
  readonly image: string;
  readonly startOffset: number;
  readonly startLine: number;
  readonly startColumn: number;
  readonly tokenType: TokenType;
  readonly tokenTypeIdx: number;
  readonly hidden: boolean;

  /** Line and column count from 1, as Chevrotain has it. */
  constructor(tokenType: TokenType, image: string, offset: number, line: number, column: number, hidden: boolean) {
    super();
    this.image = image;
    this.startOffset = offset;
    this.startLine = line;
    this.startColumn = column;
    this.tokenType = tokenType;
    this.tokenTypeIdx = tokenType.tokenTypeIdx!;
    this.hidden = hidden;
  }

  get endOffset(): number {
    return this.startOffset + this.image.length - 1;
  }

  get endLine(): number {
    return this.startLine + (this.image.match(/\r\n|\r|\n/g)?.length ?? 0);
  }

  get endColumn(): number {
    const lastBreak = Math.max(this.image.lastIndexOf('\n'), this.image.lastIndexOf('\r'));
    return lastBreak < 0 ? this.startColumn + this.image.length - 1 : this.image.length - lastBreak - 1;
  }

  get offset(): number {
    return this.startOffset;
  }

  get length(): number {
    return this.image.length;
  }

  get end(): number {
    return this.startOffset + this.image.length;
  }

  override get text(): string {
    return this.image;
  }

  get range(): Range {
    return {
      start: { line: this.startLine - 1, character: this.startColumn - 1 },
      end: { line: this.endLine - 1, character: this.endColumn },
    };
  }

  get astNode(): AstNode {
    return this.container!.astNode;
  }
}

export class TreeNode extends CompositeCstNodeImpl {
  private first: Token | undefined = undefined;
  private last: Token | undefined = undefined;

  /** To be called when the content is complete, children first. */
  close(): void {
    const { content } = this;
    let first = 0;
    let last = content.length - 1;
    while (first < last && content[first]!.hidden) first++;
    while (last > first && content[last]!.hidden) last--;
    this.first = firstToken(content[first]);
    this.last = lastToken(content[last]);
  }

  get firstToken(): Token | undefined {
    return this.first;
  }

  get lastToken(): Token | undefined {
    return this.last;
  }

  override get offset(): number {
    return this.first?.startOffset ?? 0;
  }

  override get end(): number {
    return this.last?.end ?? 0;
  }

  override get length(): number {
    return this.end - this.offset;
  }

  override get range(): Range {
    const start = this.first?.range.start ?? { line: 0, character: 0 };
    return { start, end: this.last?.range.end ?? start };
  }
}

export function firstToken(node: CstNode | undefined): Token | undefined {
  return node instanceof Token ? node : node instanceof TreeNode ? node.firstToken : undefined;
}

export function lastToken(node: CstNode | undefined): Token | undefined {
  return node instanceof Token ? node : node instanceof TreeNode ? node.lastToken : undefined;
}
