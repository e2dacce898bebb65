/**
 * The pragmas of a unit and to what they belong. They are hidden tokens of the concrete tree; only `<*ASSERT …*>` is syntax
 * (AssertStatement) and not among them. Nothing here interprets a pragma.
 */
import { type AstNode, AstUtils, type CstNode } from 'langium';
import type { Block } from '../generated/ast.ts';
import type { Extent } from './spans.ts';
import { Token } from './tree.ts';
import { contentOf, hiddenBefore, hiddenOf, indexInContainer } from './trivia.ts';

export interface Pragma {
  /** The first word, `''` if there is none. */
  readonly name: string;
  /** What follows the name, without blanks around. */
  readonly text: string;
  readonly span: Extent;
  /** Whether the name is in the table below or declared by a `<*PRAGMA …*>` of the unit. */
  readonly known: boolean;
}

/** Pragmas that trees for SRC, CM3 and SPIN contain. Most mean nothing to us; they must not be warned about. */
export const KNOWN_PRAGMAS: ReadonlySet<string> = new Set(
  [
    // the language and its compilers
    'ASSERT DEBUG EXPORTED EXTERNAL FATAL IMPLICIT INLINE LINE NOASSERT NOCLEAR NOWARN OBSOLETE PRAGMA TRACE UNUSED',
    // calling conventions
    'APIENTRY C CALLBACK CDECL PASCAL STDCALL WINAPI WINDOWS',
    // specifications and locking levels
    'AXIOM CONSTRAINT DEPEND INVARIANT LL LOCKS LOOPINV LOOPINVARIANT MAP ONLY PRE POST REQUIRES SPEC ENSURES MODIFIES',
    // tools
    'BEGIN_COVERAGE CHECK COVERAGE END_COVERAGE FMT LINTED NOPP PP STABLE',
  ].flatMap((line) => line.split(' ')),
);

const declared = new WeakMap<AstNode, ReadonlySet<string>>();

/** All pragmas of a unit in source order. */
export function pragmasOf(root: AstNode): Pragma[] {
  const tokens = hiddenOf(root).filter(isPragma);
  const names = declaredNames(root);
  return tokens.map((token) => pragmaOf(token, names));
}

/**
 * The pragmas that apply to a declaration: those right before it or before the keyword of its section, and those among the
 * attributes of a procedure; for a variable, formal or field those of its group, too.
 */
export function pragmasBefore(node: AstNode): Pragma[] {
  const tokens = tokensBefore(node).filter(isPragma);
  if (tokens.length === 0) return [];
  const names = declaredNames(AstUtils.findRootNode(node));
  return tokens.map((token) => pragmaOf(token, names));
}

/** The pragmas among the declarations of a block, where `<*FATAL …*>` stands. */
export function pragmasOfBlock(block: Block): Pragma[] {
  const cst = block.$cstNode;
  if (cst === undefined) return [];
  const own = contentOf(cst).filter((child): child is Token => child instanceof Token && child.hidden);
  const tokens = [...hiddenBefore(cst), ...own].filter(isPragma);
  const names = declaredNames(AstUtils.findRootNode(block));
  return tokens.map((token) => pragmaOf(token, names));
}

function tokensBefore(node: AstNode): Token[] {
  const cst = node.$cstNode;
  if (cst === undefined) return [];
  if (node.$container === undefined) return leadingHidden(cst);
  switch (node.$type) {
    case 'Variable':
    case 'Formal':
    case 'Field':
      return [...groupTokens(node), ...hiddenBefore(cst)];
    case 'ProcedureDecl':
    case 'MethodDecl':
      return [...hiddenBefore(cst), ...leadingHidden(cst)];
    case 'ConstDecl':
    case 'TypeDecl':
    case 'VarDecl':
    case 'ExceptionDecl':
    case 'Revelation':
      return [...sectionTokens(cst), ...hiddenBefore(cst)];
    default:
      return hiddenBefore(cst);
  }
}

function groupTokens(node: AstNode): Token[] {
  const type = node.$container?.$type;
  return type === 'VarDecl' || type === 'FormalGroup' || type === 'FieldGroup' ? tokensBefore(node.$container!) : [];
}

/** Hidden tokens before the last of a node's leading keywords: `<*A*> EPHEMERAL <*B*> PROCEDURE`. */
function leadingHidden(cst: CstNode): Token[] {
  const result: Token[] = [];
  for (const child of contentOf(cst)) {
    if (!(child instanceof Token)) break;
    if (child.hidden) result.push(child);
    else if (child.image !== 'EPHEMERAL' && child.image !== 'FUNCTIONAL' && child.image !== 'UNSAFE') break;
  }
  return result;
}

const SECTIONS = new Set(['CONST', 'TYPE', 'VAR', 'EXCEPTION', 'REVEAL']);

/** For each list of declarations the position of the section keyword that each child stands under. */
const sections = new WeakMap<CstNode, Int32Array>();

function sectionTokens(cst: CstNode): Token[] {
  const { container } = cst;
  if (container === undefined) return [];
  let starts = sections.get(container);
  if (starts === undefined) {
    starts = new Int32Array(container.content.length);
    let section = -1;
    container.content.forEach((child, i) => {
      if (child instanceof Token && SECTIONS.has(child.image)) section = i;
      starts![i] = section;
    });
    sections.set(container, starts);
  }
  const keyword = container.content[starts[indexInContainer(cst)] ?? -1];
  return keyword === undefined ? [] : hiddenBefore(keyword);
}

function isPragma(token: Token): boolean {
  return token.tokenType.name === 'PRAGMA';
}

function declaredNames(root: AstNode): ReadonlySet<string> {
  let names = declared.get(root);
  if (names === undefined) {
    names = new Set(
      hiddenOf(root)
        .filter((token) => isPragma(token) && split(token.image).name === 'PRAGMA')
        .flatMap((token) => split(token.image).text.match(/\w+/g) ?? []),
    );
    declared.set(root, names);
  }
  return names;
}

function pragmaOf(token: Token, names: ReadonlySet<string>): Pragma {
  const { name, text } = split(token.image);
  const known = KNOWN_PRAGMAS.has(name) || names.has(name);
  return { name, text, span: { start: token.offset, end: token.end }, known };
}

function split(image: string): { name: string; text: string } {
  const inside = image.slice(2, image.endsWith('*>') && image.length > 3 ? -2 : undefined).trim();
  const name = /^[A-Za-z]\w*/.exec(inside)?.[0] ?? '';
  return { name, text: inside.slice(name.length).trim() };
}
