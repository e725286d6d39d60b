import { isIP } from "node:net";

/** Addresses that are nobody's server on the open internet (IANA special-purpose registries), as their first parts. */
const PRIVATE_4 =
  /^(?:0|10|127)\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^192\.0\.[02]\.|^198\.1[89]\.|^198\.51\.100\.|^203\.0\.113\.|^(?:22[4-9]|2[3-5]\d)\./;
const PRIVATE_6 = /^(?:::|::1)$|^f[cd]|^fe[89ab]|^ff|^2001:db8:|^64:ff9b:|^100:/i;

/** Whether an IP address is this machine's, a local network's, or otherwise not to be asked. */
export function isPrivateAddress(ip: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped !== null) return isPrivateAddress(mapped[1] ?? "");
  if (/^::ffff:/i.test(ip)) return true;
  return isIP(ip) === 4 ? PRIVATE_4.test(ip) : PRIVATE_6.test(ip);
}

export interface GuardOptions {
  /** All addresses of a host. */
  readonly lookup: (host: string) => Promise<readonly string[]>;
  /** For tests alone: servers on this machine may be asked. */
  readonly allowLoopback?: boolean;
  /** A person said that this address may be one of their own network (`--intranet`). */
  readonly ownNetwork?: boolean;
}

/**
 * Why an address must not be asked, in words that end "… , so it was not asked"; null when it may be. A build must not
 * be talked into reading a server of the network that it runs in, be it by a name, by a number or by a redirect.
 */
export async function guarded(
  address: string,
  { lookup, allowLoopback = false, ownNetwork = false }: GuardOptions,
): Promise<string | null> {
  if (!URL.canParse(address)) return `"${address}" is no web address`;
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") return `"${address}" does not begin with https://`;
  if (username !== "" || password !== "") return "the address has a user name in it";
  const host = hostname.replace(/^\[|\]$/g, "");
  const loopback = host === "localhost" || host === "127.0.0.1" || host === "::1";
  if ((loopback && allowLoopback) || ownNetwork) return null;
  const refused = `${host} is a machine of a private network`;
  if (loopback || /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa|intranet)\.?$/i.test(host)) return refused;
  if (isIP(host) !== 0) return isPrivateAddress(host) ? refused : null;
  if (!host.includes(".")) return refused;
  const addresses = await lookup(host).catch(() => []);
  if (addresses.length === 0) return `${host} can't be found`;
  return addresses.some(isPrivateAddress) ? refused : null;
}
