/**
 * Resolving: an import of one extension is bound to the extension that implements it.
 *
 * Checked here, by name: that the interface is there and unchanged, that it has what is used of it, and that everybody who has a say agrees. That the items have the types that
 * the importing file believes is checked in `link.ts` when all its imports are bound; equal fingerprints only make the common mistake easy to name.
 */
import type { ExportedInterface, ImportedInterface } from '../../bytecode/module.ts';
import { BUILTIN_TYPES } from '../../bytecode/types.ts';
import { contentOf, type Domain, exportersOf, supplied } from '../domain/domain.ts';
import type { Caller, Extension } from '../domain/extension.ts';
import { eventSlot } from './link.ts';
import { LinkError } from './link-error.ts';

/** Binds what `mappee` imports to what `mapper` exports, as far as that goes. Throws LinkError at the first import that must not be bound; earlier ones stay. */
export async function resolve(mapper: Domain, mappee: Domain, call: Caller): Promise<void> {
  if (!mapper.import)
    throw new LinkError('K1106', `nothing may be linked against the domain ${mapper.name} with this capability`);
  if (!mappee.modify) throw new LinkError('K1106', `the domain ${mappee.name} may not be changed with this capability`);
  for (const importer of contentOf(mappee).keys()) {
    if (importer.state !== 'created') continue;
    for (const wanted of importer.module.imports) {
      if (importer.providers.has(wanted.name)) continue;
      const provider =
        exportersOf(mapper, wanted.name).find((e) => e !== importer) ?? (await supplied(mapper, wanted.name, call));
      if (!provider) continue;
      checkNames(importer, wanted, provider);
      await askAuthorizers(importer, mappee, wanted, provider, call);
      // The authorizer may have taken its time.
      if (importer.state === 'created' && provider.state !== 'destroyed') importer.providers.set(wanted.name, provider);
    }
  }
}

/** Undoes `resolve`, as long as the importing extension is not linked. */
export function unresolve(mapper: Domain, mappee: Domain): void {
  if (!mappee.modify) throw new LinkError('K1106', `the domain ${mappee.name} may not be changed with this capability`);
  const providers = contentOf(mapper);
  for (const importer of contentOf(mappee).keys()) {
    for (const [name, provider] of importer.providers) {
      if (!providers.has(provider)) continue;
      if (importer.state !== 'created') {
        throw new LinkError('K1109', `${importer.name} is linked already; its import of ${name} cannot be taken back`);
      }
      importer.providers.delete(name);
    }
  }
}

function checkNames(importer: Extension, wanted: ImportedInterface, provider: Extension): void {
  const offered = provider.exports.get(wanted.name)!;
  const missing = missingItem(importer, wanted, offered);
  if (offered.fingerprint !== wanted.fingerprint) {
    throw new LinkError(
      'K1102',
      `interface ${wanted.name} was changed since ${importer.name} was compiled: ${provider.name} exports it with fingerprint ${short(offered.fingerprint)}, ` +
        `${importer.name} was compiled against ${short(wanted.fingerprint)}${missing ? ` (it has no ${missing} now)` : ''}`,
    );
  }
  if (missing) {
    throw new LinkError(
      'K1103',
      `${importer.name} uses ${missing} of interface ${wanted.name}, but the one that ${provider.name} exports has none`,
    );
  }
}

function missingItem(importer: Extension, wanted: ImportedInterface, offered: ExportedInterface): string | undefined {
  const has = (items: readonly { readonly name: string }[], name: string) => items.some((i) => i.name === name);
  for (const p of wanted.procedures) if (!has(offered.procedures, p.name)) return `procedure ${p.name}`;
  for (const g of wanted.globals) if (!has(offered.globals, g.name)) return `variable ${g.name}`;
  for (const e of wanted.exceptions) if (!has(offered.exceptions, e.name)) return `exception ${e.name}`;
  for (const t of wanted.opaques) {
    const def = importer.module.types[t - BUILTIN_TYPES.length];
    if (def?.kind === 'opaque' && !has(offered.types, def.name)) return `opaque type ${def.name}`;
  }
  return undefined;
}

async function askAuthorizers(
  importer: Extension,
  importing: Domain,
  wanted: ImportedInterface,
  provider: Extension,
  call: Caller,
): Promise<void> {
  const types = new Set(
    wanted.opaques.map((t) => {
      const def = importer.module.types[t - BUILTIN_TYPES.length];
      return def?.kind === 'opaque' ? `${def.unit}.${def.name}` : '';
    }),
  );
  const events = new Map(
    wanted.procedures.map((p) => [eventSlot(provider, wanted.name, p.name), `event ${wanted.name}.${p.name}`]),
  );
  for (const a of [...provider.authorizers]) {
    if (a.interface !== undefined && a.interface !== wanted.name) continue;
    if (a.type !== undefined && !types.has(a.type)) continue;
    if (a.event !== undefined && !events.has(a.event)) continue;
    if (await a.authorize(importing, call)) continue;
    const what = a.type === undefined ? (events.get(a.event ?? 0) ?? `interface ${wanted.name}`) : `type ${a.type}`;
    throw new LinkError(
      'K1105',
      `${provider.name} does not let ${importer.name} link against ${what}: its authorizer refused`,
    );
  }
}

function short(fingerprint: string): string {
  return fingerprint.length > 12 ? `${fingerprint.slice(0, 12)}…` : fingerprint;
}
