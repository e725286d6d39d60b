interface PolicyFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string | null }): unknown;
}

/**
 * Lets this site's own files, and nothing else, be started as workers, where the browser asks for Trusted Types (the
 * page's policy does). Addresses come to the browser as texts from MapLibre and from ourselves alike, so the policy is
 * the default one; it makes no markup and no script of any text.
 */
export function trustOwnScripts(): void {
  (window as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy("default", {
    createScriptURL: (address) => (new URL(address, document.baseURI).origin === location.origin ? address : null),
  });
}
