/** Interfaces Domain, SpinPublic, SpinTrusted: domains as objects of the language. */
import { LIMITS } from '../../bytecode/limits.ts';
import { isPrintable, printable } from '../../bytecode/printable.ts';
import { destroyExtension } from '../domain/destroy.ts';
import { contentOf, type Domain, mayContain } from '../domain/domain.ts';
import type { Caller, LinkAuthorizer } from '../domain/extension.ts';
import { fullyResolved, initialise } from '../domain/initialise.ts';
import type { Kernel } from '../kernel.ts';
import { createExtension } from '../load/create.ts';
import { LinkError } from '../load/link-error.ts';
import { resolve, unresolve } from '../load/resolve.ts';
import { callingExtension } from './caller.ts';
import { unitOf } from './code.ts';
import { coreType, methodSlot } from './methods.ts';
import { calling, callWithText, fault, type NativeTable, newText, payer, plain, readText } from './native.ts';

/** Those that no `Domain.T` names any more are forgotten; `domainRef` brings them back when one of others leads there. */
export function forgetDomains(k: Kernel): void {
  for (const [domain, known] of k.domainRefs) {
    if (known.ref !== 0) continue;
    k.domainRefs.delete(domain);
    k.domains.remove(domain);
  }
}

/** The Domain.T of a domain: always the same while anybody has it. */
export function domainRef(k: Kernel, domain: Domain): number {
  const known = k.domainRefs.get(domain)?.ref ?? 0;
  if (known !== 0) return known;
  k.domains.restore(domain);
  const ref = k.access.newObject(k.layouts.descriptorOf(coreType(k, 'Domain', 'T')), payer(k));
  k.access.writeInteger(ref, 0, BigInt(domain.id));
  k.domainRefs.set(domain, k.heap.holdWeakly(ref));
  return ref;
}

export function domainOf(k: Kernel, ref: number): Domain {
  if (ref === 0) throw fault(k, 'AttemptToDereferenceNIL');
  return k.domains.get(Number(k.access.readInteger(ref, 0)))!;
}

export function mustModify(domain: Domain): void {
  if (!domain.modify) throw new LinkError('K1106', `the domain ${domain.name} may not be changed with this capability`);
}

/** An authorizer in the language, as one that the linker asks. */
export function languageAuthorizer(
  k: Kernel,
  auth: number,
  limits: Pick<LinkAuthorizer, 'interface' | 'type' | 'event'> = {},
): LinkAuthorizer {
  const handle = k.heap.hold(auth);
  return {
    ...limits,
    authorize: async (importing, call) => {
      const shown = k.domains.dup(importing);
      // To be looked at, not to be destroyed.
      shown.modify = false;
      const arg = k.heap.hold(domainRef(k, shown));
      try {
        return (await call(methodSlot(k, handle.ref, 'Auth', 'T', 'authorize'), handle.ref, 0, arg.ref)) === 1;
      } catch (error) {
        // Auth.Retry and the like: not now is no. Implicit exceptions are failures of the authorizer, and go on.
        if (error instanceof WebAssembly.Exception && error.is(k.imports.exn)) {
          const number = error.getArg(k.imports.exn, 0) as number;
          if (!k.exceptions.get(number)?.implicit) return false;
        }
        throw error;
      } finally {
        arg.release();
      }
    },
    release: () => handle.release(),
  };
}

function addAuthorizer(k: Kernel, ref: number, auth: number, limits: Pick<LinkAuthorizer, 'type'>): void {
  const domain = domainOf(k, ref);
  if (auth === 0) throw fault(k, 'AttemptToDereferenceNIL');
  mustModify(domain);
  for (const e of contentOf(domain).keys()) e.authorizers.push(languageAuthorizer(k, auth, limits));
}

async function apply(k: Kernel, call: Caller, ref: number, closure: number): Promise<boolean> {
  const seen = new Set<Domain>([domainOf(k, ref)]);
  for (const domain of seen) {
    const handle = k.heap.hold(domainRef(k, domain));
    try {
      if ((await call(methodSlot(k, closure, 'Domain', 'Closure', 'apply'), closure, handle.ref)) === 0) return false;
    } finally {
      handle.release();
    }
    for (const member of domain.members) seen.add(member);
  }
  return true;
}

async function applyToInterfaces(k: Kernel, call: Caller, ref: number, closure: number): Promise<boolean> {
  const names = new Set<string>();
  for (const [e, through] of contentOf(domainOf(k, ref))) {
    for (const name of e.exports.keys()) if (through.some((d) => d.shows(name))) names.add(name);
  }
  for (const name of names) {
    const slot = methodSlot(k, closure, 'Domain', 'InterfaceClosure', 'apply');
    if ((await callWithText(k, call, name, (text) => [slot, closure, text])) === 0) return false;
  }
  return true;
}

/** Reports name domains, each in a line. */
function properName(k: Kernel, text: number): string {
  const name = readText(k, text);
  if (name.length <= LIMITS.name && isPrintable(name)) return name;
  throw new LinkError(
    'K1112',
    `"${printable(name, 40)}" cannot be the name of a domain: it has at most ${LIMITS.name} characters, all of them printable`,
  );
}

export const DOMAIN_NATIVES: NativeTable = {
  'Domain.Create': plain((k, name, code) => {
    const label = properName(k, name);
    if (code === 0) return domainRef(k, k.domains.create(label));
    const length = k.access.view.getUint32(code, true);
    const bytes = k.access.bytes.slice(code + 8, code + 8 + length);
    return domainRef(k, k.domains.create(label, [createExtension(k, label, bytes)]));
  }),
  'Domain.CreateFromModule': plain((k, name, module) => {
    const [label, unit] = [properName(k, name), unitOf(k, module)];
    const caller = callingExtension(k);
    if (caller?.number !== unit.extension) {
      const who = caller === undefined ? 'the caller' : `domain ${caller.name}`;
      throw new LinkError('K1106', `${who} shows the module ${unit.name}, which is not one of its own`);
    }
    return domainRef(k, k.domains.create(label, [caller]));
  }),
  'Domain.Resolve': calling(async (k, call, mapper, mappee) => {
    await resolve(domainOf(k, mapper), domainOf(k, mappee), call);
  }),
  'Domain.Unresolve': plain((k, mapper, mappee) => unresolve(domainOf(k, mapper), domainOf(k, mappee))),
  'Domain.Add': plain((k, container, element) => {
    const [outer, inner] = [domainOf(k, container), domainOf(k, element)];
    mustModify(outer);
    if (!mayContain(outer, inner))
      throw new LinkError('K1109', `${outer.name} is in ${inner.name}, so it cannot contain it`);
    outer.members.add(inner);
  }),
  'Domain.Delete': plain((k, container, element) => {
    const [outer, inner] = [domainOf(k, container), domainOf(k, element)];
    mustModify(outer);
    outer.members.delete(inner);
  }),
  'Domain.Dup': plain((k, d) => domainRef(k, k.domains.dup(domainOf(k, d)))),
  'Domain.GetRights': plain((k, d, modify, mayImport) => {
    const domain = domainOf(k, d);
    k.access.bytes[modify] = domain.modify ? 1 : 0;
    k.access.bytes[mayImport] = domain.import ? 1 : 0;
  }),
  'Domain.SetRights': plain((k, d, modify, mayImport) => {
    const domain = domainOf(k, d);
    if ((modify && !domain.modify) || (mayImport && !domain.import)) {
      throw new LinkError('K1106', `a right to the domain ${domain.name} was given up and does not come back`);
    }
    domain.modify = modify !== 0;
    domain.import = mayImport !== 0;
  }),
  'Domain.AddAuthorizer': plain((k, d, auth) => addAuthorizer(k, d, auth, {})),
  'Domain.AddTypeAuthorizer': plain((k, d, type, auth) => addAuthorizer(k, d, auth, { type: readText(k, type) })),
  'Domain.PreventExportOfInterfaces': plain((k, d) => {
    const domain = domainOf(k, d);
    mustModify(domain);
    for (const e of contentOf(domain).keys()) e.exportable = false;
  }),
  'Domain.FullyResolved': plain((k, d) => fullyResolved(contentOf(domainOf(k, d)).keys())),
  'Domain.Initialize': calling(async (k, call, d) => {
    const domain = domainOf(k, d);
    mustModify(domain);
    const extensions = [...contentOf(domain).keys()];
    if (!fullyResolved(extensions)) return false;
    for (const e of extensions) await initialise(k, e, call);
    return true;
  }),
  'Domain.Destroy': plain((k, d) => {
    const domain = domainOf(k, d);
    mustModify(domain);
    return [...domain.extensions].map((e) => destroyExtension(k, e)).includes(true);
  }),
  'Domain.Name': plain((k, d) => newText(k, domainOf(k, d).name)),
  'Domain.Apply': calling(apply),
  'Domain.ApplyToInterfaces': calling(applyToInterfaces),
  'Domain.Equal': plain((_, a, b) => a === b),
  // A capability for each who asks: one who gives up a right gives up his own.
  'SpinPublic.GetDomain': plain((k) => domainRef(k, k.domains.dup(k.publicDomain))),
  'SpinTrusted.GetDomain': plain((k) => domainRef(k, k.domains.dup(k.trustedDomain))),
};
