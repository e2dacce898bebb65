/** Workspace symbols: declarations of all files by parts of their names; `Unit.name` and `Unit.Type.method` narrow the search down. */
import { type SymbolInformation, SymbolTag } from 'vscode-languageserver';
import { eachFile } from '../names/search.ts';
import type { Feature, Session } from '../session.ts';
import { matchScore } from '../symbols/fuzzy.ts';
import type { ScannedSymbol } from '../symbols/scan.ts';

/** More are of no use to anybody; editors ask again when more is typed. */
const MOST = 256;

interface Match {
  readonly symbol: ScannedSymbol;
  readonly path: string;
  readonly score: number;
}

export const workspaceSymbols: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register(session) {
    session.connection.onWorkspaceSymbol(async ({ query }, token) => {
      const matches: Match[] = [];
      const paths = session.workspace.paths;
      const completed = await eachFile(
        paths,
        (path) => {
          const penalty = session.analysis.isLibrary(path) ? 100 : 0;
          for (const symbol of session.symbols.of(path)) {
            const score = scoreOf(query, symbol);
            if (score !== undefined) matches.push({ symbol, path, score: score - penalty });
          }
        },
        { token },
      );
      session.symbols.tidy();
      if (!completed) return null;
      matches.sort((a, b) => b.score - a.score || compare(a.symbol.name, b.symbol.name) || compare(a.path, b.path));
      return matches.slice(0, MOST).flatMap((m) => information(session, m));
    });
  },
};

function scoreOf(query: string, { name, container }: ScannedSymbol): number | undefined {
  const dot = query.lastIndexOf('.');
  if (dot < 0) return matchScore(query.trim(), name);
  const inside = matchScore(query.slice(0, dot).trim(), container ?? '');
  const own = matchScore(query.slice(dot + 1).trim(), name);
  return inside === undefined || own === undefined ? undefined : own + inside / 10;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function information(session: Session, { symbol, path }: Match): SymbolInformation[] {
  const location = session.location({ file: path, start: symbol.start, end: symbol.end });
  if (!location) return [];
  const text = session.workspace.text(path)!;
  const obsolete = /<\*\s*OBSOLETE\s*\*>\s*(?:[A-Z]+\s+)?$/.test(
    text.slice(Math.max(0, symbol.start - 60), symbol.start),
  );
  return [
    {
      name: symbol.name,
      kind: symbol.kind,
      location,
      ...(symbol.container ? { containerName: symbol.container } : {}),
      ...(obsolete ? { tags: [SymbolTag.Deprecated] } : {}),
    },
  ];
}
