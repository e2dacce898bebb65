/**
 * A domain: a first-class name space of interfaces, and the right to use it. `Domain.T` refers to one of these.
 *
 * A domain holds extensions of its own and other domains. Two domains may be two views of the same extensions with different rights (`dup`).
 */
import type { Caller, Extension } from './extension.ts';

/** Loads the extension that exports an interface, if there is one to load; undefined if there is none, or it was loaded before. */
export type Supplier = (interfaceName: string, call: Caller) => Promise<Extension | undefined>;

export interface Domain {
  readonly id: number;
  readonly name: string;
  readonly extensions: Set<Extension>;
  readonly members: Set<Domain>;
  /** Limits what of its extensions' interfaces can be seen. */
  readonly shows: (interfaceName: string) => boolean;
  /** Whether holders may resolve, initialise, destroy and change it. */
  modify: boolean;
  /** Whether others may be linked against it. */
  import: boolean;
  /** Asked for interfaces that nothing in the domain exports yet: the domain grows on demand. */
  supply?: Supplier;
}

const EVERYTHING = () => true;

export class Domains {
  #count = 0;
  /** Taken out when no `Domain.T` can name it (`reclaim.ts`). */
  readonly #all = new Map<number, Domain>();

  create(name: string, extensions: Iterable<Extension> = [], shows: (name: string) => boolean = EVERYTHING): Domain {
    return this.#register({
      name,
      extensions: new Set(extensions),
      members: new Set(),
      shows,
      modify: true,
      import: true,
    });
  }

  /** Another capability for the same domain. Rights are its own; what is added later to one is seen through both. */
  dup(d: Domain): Domain {
    const { id: _, ...fields } = d;
    return this.#register(fields);
  }

  get(id: number): Domain | undefined {
    return this.#all.get(id);
  }

  remove(domain: Domain): void {
    this.#all.delete(domain.id);
  }

  /** One that was removed and gets a `Domain.T` after all. */
  restore(domain: Domain): void {
    this.#all.set(domain.id, domain);
  }

  [Symbol.iterator](): IterableIterator<Domain> {
    return this.#all.values();
  }

  #register(fields: Omit<Domain, 'id'>): Domain {
    const domain = { id: ++this.#count, ...fields };
    this.#all.set(domain.id, domain);
    return domain;
  }
}

/** What a domain shows: every extension in it and in its members, each once, and through which domain it is seen. */
export function contentOf(domain: Domain): Map<Extension, Domain[]> {
  const found = new Map<Extension, Domain[]>();
  const seen = new Set<Domain>([domain]);
  const todo = [domain];
  for (let d = todo.pop(); d; d = todo.pop()) {
    for (const e of d.extensions) {
      const through = found.get(e);
      if (through) through.push(d);
      else found.set(e, [d]);
    }
    for (const member of d.members) {
      if (seen.has(member)) continue;
      seen.add(member);
      todo.push(member);
    }
  }
  return found;
}

/** The extensions that the domain shows and that export the interface. */
export function exportersOf(domain: Domain, interfaceName: string): Extension[] {
  const found: Extension[] = [];
  for (const [extension, through] of contentOf(domain)) {
    if (extension.state === 'destroyed' || !extension.exportable || !extension.exports.has(interfaceName)) continue;
    if (through.some((d) => d.import && d.shows(interfaceName))) found.push(extension);
  }
  return found;
}

/** An extension that was not there and exports the interface, loaded by whoever in the domain can do that. */
export async function supplied(domain: Domain, interfaceName: string, call: Caller): Promise<Extension | undefined> {
  for (const d of new Set([...contentOf(domain).values()].flat())) {
    const extension = d.import ? await d.supply?.(interfaceName, call) : undefined;
    if (extension) return extension;
  }
  return undefined;
}

/** Whether there is no way from `inner` back to `outer`. */
export function mayContain(outer: Domain, inner: Domain): boolean {
  const seen = new Set<Domain>();
  const todo = [inner];
  for (let d = todo.pop(); d; d = todo.pop()) {
    if (d === outer) return false;
    for (const m of d.members) {
      if (!seen.has(m)) {
        seen.add(m);
        todo.push(m);
      }
    }
  }
  return true;
}
