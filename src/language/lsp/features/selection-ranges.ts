/** Selection ranges: from the word under the cursor outwards, by syntax. */
import type { CstNode } from 'langium';
import type { SelectionRange } from 'vscode-languageserver';
import type { Extent } from '../../parser/spans.ts';
import { lastTokenAt, tokenize } from '../../parser/tokens.ts';
import { contentOf } from '../../parser/trivia.ts';
import type { TextMap } from '../positions.ts';
import type { Feature } from '../session.ts';

export const selectionRanges: Feature = {
  capabilities: { selectionRangeProvider: true },
  register({ connection, host, analysis }) {
    connection.onSelectionRanges(({ textDocument, positions }) => {
      const parsed = analysis.parse(host.pathOf(textDocument.uri));
      if (!parsed) return null;
      const { unit, map } = parsed;
      return positions.map((position) => selection(map, extentsAt(map, unit.$cstNode, map.offset(position))));
    });
  },
};

/** The innermost first; each strictly contains the one before. */
function extentsAt(map: TextMap, root: CstNode | undefined, offset: number): Extent[] {
  const found: Extent[] = [];
  const add = ({ start, end }: Extent): void => {
    if (start <= offset && offset <= end && end > start) found.push({ start, end });
  };
  const { visible, hidden } = tokenize(map.text);
  for (const tokens of [hidden, visible]) {
    const token = tokens[lastTokenAt(tokens, offset)];
    if (token && token.end >= offset) add({ start: token.offset, end: token.end });
  }
  for (let node: CstNode | undefined = root; node; node = childAt(node, offset)) {
    add({ start: node.offset, end: node.end });
    for (const extent of listsAt(node, offset)) add(extent);
  }
  add({ start: 0, end: map.text.length });
  const sorted = found.sort((a, b) => a.end - a.start - (b.end - b.start));
  return sorted.filter((e, i) => {
    const before = sorted[i - 1];
    return !before || (e.start <= before.start && e.end >= before.end && e.end - e.start > before.end - before.start);
  });
}

function childAt(node: CstNode, offset: number): CstNode | undefined {
  const children = contentOf(node).filter((c) => !c.hidden && c.offset <= offset && offset <= c.end);
  return children.at(-1);
}

/** Runs of parts between words and brackets: the statements of a body, the arguments of a call. */
function listsAt(node: CstNode, offset: number): Extent[] {
  const content = contentOf(node).filter((c) => !c.hidden);
  const isFence = (c: CstNode): boolean =>
    contentOf(c).length === 0 && /^(?:[A-Z]{2,}|[()[\]{}|=]|:=|=>)$/.test(c.text);
  const at = content.findIndex((c) => c.offset <= offset && offset <= c.end && !isFence(c));
  if (at < 0) return [];
  let first = at;
  let last = at;
  while (first > 0 && !isFence(content[first - 1]!)) first--;
  while (last < content.length - 1 && !isFence(content[last + 1]!)) last++;
  return first < last ? [{ start: content[first]!.offset, end: content[last]!.end }] : [];
}

function selection(map: TextMap, extents: readonly Extent[]): SelectionRange {
  let result: SelectionRange | undefined;
  for (const extent of [...extents].reverse())
    result = { range: map.range(extent), ...(result ? { parent: result } : {}) };
  return result ?? { range: map.range({ start: 0, end: 0 }) };
}
