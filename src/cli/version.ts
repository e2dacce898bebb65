declare const __VERSION__: string | undefined;

/** Of package.json; bundles have it inside. */
export const VERSION: string = typeof __VERSION__ === 'undefined' ? 'from source' : __VERSION__;
