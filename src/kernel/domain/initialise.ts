/**
 * Running the unit bodies of extensions: each once, those of imports first.
 */
import type { Kernel } from '../kernel.ts';
import { importOrder, link } from '../load/link.ts';
import { LinkError } from '../load/link-error.ts';
import { type Caller, type Extension, importedCounts, unresolvedImports } from './extension.ts';

/** Links what is not linked yet and runs bodies that have not run. What a body raises comes out, and its extension is then `failed` for good. */
export async function initialise(kernel: Kernel, extension: Extension, call: Caller): Promise<void> {
  if (extension.state === 'failed')
    throw new LinkError('K1109', `the initialisation of ${extension.name} failed before`);
  link(kernel, extension);
  for (const e of importOrder(extension)) {
    if (e.state === 'failed')
      throw new LinkError('K1109', `${extension.name} imports from ${e.name}, whose initialisation failed`);
    // In a circle, or when a body initialises a domain that imports from its own: whoever began goes on after this.
    if (e.state === 'linked') await runBodies(e, call);
  }
}

async function runBodies(e: Extension, call: Caller): Promise<void> {
  e.state = 'initialising';
  const imported = importedCounts(e.module).procedures;
  try {
    for (const unit of e.module.units) {
      if (unit.body === undefined) continue;
      await call(e.slots[unit.body - imported]!.code);
    }
    // A body may have destroyed its own domain.
    if (e.state === 'initialising') e.state = 'initialised';
  } catch (error) {
    if (e.state === 'initialising') e.state = 'failed';
    throw error;
  }
}

export function fullyResolved(extensions: Iterable<Extension>): boolean {
  for (const e of extensions) if (unresolvedImports(e).length > 0) return false;
  return true;
}
