/**
 * Packages: extensions of the library that are loaded when something that is being loaded imports from them, and not before.
 *
 * The kernel does not know where they are kept; whoever boots it gives it a finder. A package is an extension like any other: it is verified, it has no native
 * procedures, it is linked against the public interfaces only, it is charged for its memory. What it exports is public from then on, so that all who use it share its types.
 */
import type { Supplier } from '../domain/domain.ts';
import type { Kernel } from '../kernel.ts';
import { createExtension } from './create.ts';
import { resolve } from './resolve.ts';

export interface Package {
  readonly name: string;
  read(): Uint8Array;
}

/** The package that exports the interface. */
export type PackageFinder = (interfaceName: string) => Package | undefined;

/** Loads each package once, into a domain of its own that becomes part of the public and the trusted one. */
export function packageSupplier(kernel: Kernel, find: PackageFinder): Supplier {
  const loaded = new Set<string>();
  return async (interfaceName, call) => {
    const wanted = find(interfaceName);
    if (!wanted || loaded.has(wanted.name)) return undefined;
    const extension = createExtension(kernel, wanted.name, wanted.read(), { library: true });
    loaded.add(wanted.name);
    const domain = kernel.domains.create(wanted.name, [extension]);
    // Before its own imports are looked for: packages may import each other.
    for (const container of [kernel.publicDomain, kernel.trustedDomain]) container.members.add(domain);
    try {
      await resolve(kernel.publicDomain, domain, call);
    } finally {
      // Who can name a package can use it, not change it.
      domain.modify = false;
    }
    return extension.exports.has(interfaceName) ? extension : undefined;
  };
}
