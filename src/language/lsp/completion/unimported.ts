/** What interfaces declare that are not imported: offered by its own name, put in with the interface's, which is imported. */
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver';
import type { Scope } from '../../typed/context.ts';
import type { SymbolIndex } from '../symbols/index.ts';
import type { Workspace } from '../workspace.ts';
import { type Candidate, RANK } from './candidate.ts';
import { visible, type Wanted } from './names.ts';

/** Letters that must be there, lest everything be offered. */
const LEAST = 3;
const MOST = 40;

interface Shown {
  readonly as: CompletionItemKind;
  readonly where: readonly Wanted[];
}

const KINDS: ReadonlyMap<SymbolKind, Shown> = new Map<SymbolKind, Shown>([
  [SymbolKind.Function, { as: CompletionItemKind.Function, where: ['statement', 'expression', 'any'] }],
  [SymbolKind.Constant, { as: CompletionItemKind.Constant, where: ['expression', 'any'] }],
  [SymbolKind.Variable, { as: CompletionItemKind.Variable, where: ['statement', 'expression', 'any'] }],
  [SymbolKind.Event, { as: CompletionItemKind.Event, where: ['exception', 'any'] }],
  [SymbolKind.Class, { as: CompletionItemKind.Class, where: ['type', 'any'] }],
  [SymbolKind.Struct, { as: CompletionItemKind.Struct, where: ['type', 'any'] }],
  [SymbolKind.Enum, { as: CompletionItemKind.Enum, where: ['type', 'any'] }],
]);

export interface Place {
  readonly path: string;
  readonly scope: Scope | undefined;
  readonly prefix: string;
  readonly wanted: Wanted;
}

export function unimported(
  workspace: Workspace,
  symbols: SymbolIndex,
  { path, scope, prefix, wanted }: Place,
): Candidate[] {
  if (prefix.length < LEAST) return [];
  const here = new Set<string>();
  for (const { name, entity } of visible(scope)) {
    here.add(name);
    if (entity.kind === 'unit') here.add(entity.name);
  }
  const typed = prefix.toLowerCase();
  const found: Candidate[] = [];
  for (const unit of new Set(workspace.interfaceNames())) {
    const file = here.has(unit) ? undefined : workspace.interfaceFile(unit, path);
    if (file === undefined || file === path) continue;
    for (const { name, kind, container } of symbols.of(file)) {
      const shown = KINDS.get(kind);
      if (container !== unit || !shown?.where.includes(wanted)) continue;
      if (!name.toLowerCase().startsWith(typed)) continue;
      found.push({
        label: `${unit}.${name}`,
        filter: name,
        kind: shown.as,
        rank: RANK.foreign + 1,
        detail: `import ${unit}`,
        imports: unit,
      });
      if (found.length === MOST) return found;
    }
  }
  return found;
}
