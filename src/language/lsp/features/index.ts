/** Every feature of the server, and what they announce together. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Feature } from '../session.ts';
import { callHierarchy } from './call-hierarchy.ts';
import { codeAction } from './code-action.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbol } from './document-symbols.ts';
import { explainEffects } from './explain-effects.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { highlight } from './highlight.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { librarySource } from './library-source.ts';
import { linkedEditing } from './linked-editing.ts';
import { projects } from './projects.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { runOrderRequest } from './run-order.ts';
import { runnables } from './runnables.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
import { typeHierarchy } from './type-hierarchy.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

export const FEATURES: readonly Feature[] = [
  callHierarchy,
  codeAction,
  codeLens,
  completion,
  definition,
  documentLinks,
  documentSymbol,
  explainEffects,
  folding,
  formatting,
  highlight,
  hover,
  inlayHints,
  linkedEditing,
  librarySource,
  projects,
  pullDiagnostics,
  references,
  rename,
  runOrderRequest,
  runnables,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  typeHierarchy,
  workspaceSymbols,
];

/** Options of one provider that several features contribute to are merged; of two scalars the later counts. */
export function capabilitiesOf(features: readonly Feature[]): ServerCapabilities {
  return features.reduce((all, f) => merge(all, f.capabilities as Options), {} as Options);
}

type Options = Readonly<Record<string, unknown>>;

function merge(a: Options, b: Options): Options {
  const result: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = result[key];
    if (Array.isArray(before) && Array.isArray(value)) result[key] = [...before, ...value];
    else result[key] = isOptions(before) && isOptions(value) ? merge(before, value) : value;
  }
  return result;
}

const isOptions = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
