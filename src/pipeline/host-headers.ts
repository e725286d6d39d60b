import { outsideOrigins, type Publication } from "../services/publication.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { EXPORTS } from "./exports.ts";

/** What every answer carries: nothing is sent to other sites, nothing of the device is asked but its place, when pressed. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), payment=(), usb=(), geolocation=(self), browsing-topics=()",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** What a publication opens beside its own site: origins it asks, and origins that may show it in a frame. */
export interface Openness {
  readonly origins: readonly string[];
  readonly ancestors: readonly string[];
}

export const CLOSED: Openness = { origins: [], ancestors: [] };

export function opennessOf(publication: Pick<Publication, "sources" | "basemap" | "embed">): Openness {
  return { origins: outsideOrigins(publication), ancestors: publication.embed?.allowedAncestors ?? [] };
}

/** Text of a page's inline styles, in order. */
export function stylesIn(html: string): readonly string[] {
  return [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map(([, style = ""]) => style);
}

/**
 * The policy as a header: that of the pages, and who may frame them, which can't stand in a page itself. A page that
 * others may frame may also be framed by its own site.
 */
export function policyHeader(styles: readonly string[], { origins, ancestors }: Openness): string {
  const framing = ancestors.length === 0 ? "'none'" : ["'self'", ...ancestors].join(" ");
  return `${contentSecurityPolicy(styles, origins)}; frame-ancestors ${framing}`;
}

/** Folders whose files' addresses change with their content, so that they may be kept for good; nothing else may. */
export const NAMED_BY_CONTENT = ["assets", "parts"] as const;
const FOREVER = "public, max-age=31536000, immutable";
const ASK_AGAIN = "no-cache";
/** What some hosts have no type for, and then don't send. */
const TYPES = [
  [".geojson", "application/geo+json"],
  [".json", "application/json"],
  [".mjs", "text/javascript"],
  [".webmanifest", "application/manifest+json"],
  [".csv", "text/csv"],
  [".woff2", "font/woff2"],
] as const;

/**
 * Open data that pages of other sites may read: the feed, and the files in which records are given out. Only these: the
 * page's own files are nobody else's business.
 */
export const OPEN_DATA: readonly string[] = EXPORTS.map(({ path }) => path);
const ANY_ORIGIN = ["Access-Control-Allow-Origin", "*"] as const;

/** Whether a file, by its path from the site's root, is open data. */
export function isOpenData(path: string): boolean {
  return OPEN_DATA.some((open) => (open.endsWith("/") ? path.startsWith(open) : path === open));
}

const escapeRegExp = (text: string): string => text.replace(/[.+*?^$()[\]{}|\\]/g, "\\$&");
/** The open data as the end of an address: `/services.csv`, and `/oruk/` with whatever follows. */
const OPEN_ADDRESS = `/(?:${OPEN_DATA.map((path) => (path.endsWith("/") ? path : `${escapeRegExp(path)}$`)).join("|")})`;

/** What `pipeline/site/pack-files.ts` writes beside a file, and how a request asks for it; the better first. */
const PACKED_FORMS = [
  { ending: "br", name: "br" },
  { ending: "gz", name: "gzip" },
] as const;
/** Kinds of file that are packed, and what they are called when they are sent so. */
const PACKED_TYPES = [
  ["html", "text/html"],
  ["js", "text/javascript"],
  ["css", "text/css"],
  ["json", "application/json"],
  ["geojson", "application/geo+json"],
  ["csv", "text/csv"],
  ["svg", "image/svg+xml"],
] as const;

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * Files that make common hosts send the headers: `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache),
 * `web.config` (IIS) and `nginx-headers.conf`, to be included by hand. A host that knows none of them serves the site
 * all the same. `styles` are the inline styles of all pages together.
 */
export function hostHeaderFiles(styles: readonly string[], openness: Openness): ReadonlyMap<string, string> {
  const headers = Object.entries({
    "Content-Security-Policy": policyHeader([...new Set(styles)], openness),
    ...SECURITY_HEADERS,
  });
  return new Map([
    ["_headers", netlify(headers)],
    [".htaccess", apache(headers)],
    ["nginx-headers.conf", nginx(headers)],
    ["web.config", iis(headers)],
  ]);
}

type Headers = readonly (readonly [name: string, value: string])[];

const netlify = (headers: Headers): string =>
  [
    "# For Netlify and Cloudflare Pages. In a sub-folder, move this file to the root and put the folder before each path.",
    "/*",
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
    // A service worker that is kept would keep the old publication.
    "/sw.js",
    `  Cache-Control: ${ASK_AGAIN}`,
    ...NAMED_BY_CONTENT.flatMap((folder) => [`/${folder}/*`, `  Cache-Control: ${FOREVER}`]),
    ...OPEN_DATA.flatMap((path) => [`/${path}${path.endsWith("/") ? "*" : ""}`, `  ${ANY_ORIGIN.join(": ")}`]),
    "",
  ].join("\n");

const apache = (headers: Headers): string =>
  [
    "# For Apache. It needs AllowOverride FileInfo, and mod_headers for the headers.",
    "<IfModule mod_headers.c>",
    ...headers.map(([name, value]) => `  Header always set ${name} "${value}"`),
    `  Header set Cache-Control "${ASK_AGAIN}"`,
    `  <If "%{REQUEST_URI} =~ m#/(?:${NAMED_BY_CONTENT.join("|")})/#">`,
    `    Header set Cache-Control "${FOREVER}"`,
    "  </If>",
    "  # Open data, which pages of other sites may read.",
    // By then the address may be that of the packed file.
    `  <If "%{REQUEST_URI} =~ m#${OPEN_ADDRESS.replaceAll("$", "(?:[.](?:br|gz))?$$")}#">`,
    `    Header set ${ANY_ORIGIN[0]} "${ANY_ORIGIN[1]}"`,
    "  </If>",
    "</IfModule>",
    "<IfModule mod_mime.c>",
    ...TYPES.map(([ending, type]) => `  AddType ${type} ${ending}`),
    "  # The page unpacks postcodes.bin.gz by itself; for the others see below.",
    "  RemoveEncoding .gz",
    "  # Apache takes .br for the Breton language.",
    "  RemoveLanguage .br",
    "</IfModule>",
    ...[["bin", "application/octet-stream"] as const, ...PACKED_TYPES].flatMap(([kind, type]) => [
      `<FilesMatch "[.]${kind}[.](?:br|gz)$">`,
      `  ForceType ${type}`,
      "</FilesMatch>",
    ]),
    "# Files that the build has packed are sent packed.",
    "<IfModule mod_rewrite.c>",
    "  RewriteEngine On",
    ...PACKED_FORMS.flatMap(({ ending, name }) =>
      PACKED_TYPES.flatMap(([kind]) => [
        `  RewriteCond %{HTTP:Accept-Encoding} \\b${name}\\b`,
        `  RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
        `  RewriteRule ^(.+)\\.${kind}$ $1.${kind}.${ending} [E=packed_${ending}:1,L]`,
      ]),
    ),
    "  <IfModule mod_headers.c>",
    ...PACKED_FORMS.map(({ ending, name }) => `    Header set Content-Encoding ${name} env=REDIRECT_packed_${ending}`),
    "    Header append Vary Accept-Encoding",
    "  </IfModule>",
    "</IfModule>",
    "",
  ].join("\n");

/** All kinds that the site has: a `types` block replaces nginx's own list. */
const NGINX_TYPES = [
  ["html", "text/html"],
  ["js mjs", "text/javascript"],
  ["css", "text/css"],
  ["json", "application/json"],
  ["geojson", "application/geo+json"],
  ["csv", "text/csv"],
  ["txt", "text/plain"],
  ["svg", "image/svg+xml"],
  ["png", "image/png"],
  ["jpg jpeg", "image/jpeg"],
  ["webp", "image/webp"],
  ["woff2", "font/woff2"],
  ["gz", "application/octet-stream"],
] as const;

const nginx = (headers: Headers): string =>
  [
    "# For nginx: include this file in the location that serves the map, such as",
    "#   location /map/ { include /var/www/map/nginx-headers.conf; }",
    ...headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
    "# Files whose hash is in their address may be kept for good; all others are asked for again each time.",
    `set $kept_for "${ASK_AGAIN}";`,
    `if ($uri ~ "/(?:${NAMED_BY_CONTENT.join("|")})/") { set $kept_for "${FOREVER}"; }`,
    "add_header Cache-Control $kept_for;",
    "# Open data, which pages of other sites may read: nginx leaves a header out whose value is empty.",
    'set $open_data "";',
    `if ($uri ~ "${OPEN_ADDRESS}") { set $open_data "${ANY_ORIGIN[1]}"; }`,
    `add_header ${ANY_ORIGIN[0]} $open_data;`,
    "# The build has packed the files. nginx sends the .gz; for the .br it needs the module ngx_brotli, and then:",
    "#   brotli_static on;",
    "gzip_static on;",
    "gzip_vary on;",
    "# All kinds of file that the site has. The page unpacks postcodes.bin.gz by itself.",
    "types {",
    ...NGINX_TYPES.map(([endings, type]) => `  ${type} ${endings};`),
    "}",
    "charset utf-8;",
    "charset_types text/css text/javascript text/csv text/plain application/json application/geo+json;",
    "",
  ].join("\n");

const iis = (headers: Headers): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<!-- For IIS. -->",
    "<configuration>",
    "  <system.webServer>",
    "    <httpProtocol>",
    "      <customHeaders>",
    ...headers.flatMap(([name, value]) => [
      `        <remove name="${name}" />`,
      `        <add name="${name}" value="${escapeXml(value)}" />`,
    ]),
    "      </customHeaders>",
    "    </httpProtocol>",
    "    <staticContent>",
    ...[...TYPES, [".gz", "application/octet-stream"] as const].flatMap(([ending, type]) => [
      `      <remove fileExtension="${ending}" />`,
      `      <mimeMap fileExtension="${ending}" mimeType="${type}" />`,
    ]),
    "    </staticContent>",
    "  </system.webServer>",
    '  <location path="sw.js">',
    "    <system.webServer>",
    "      <staticContent>",
    '        <clientCache cacheControlMode="DisableCache" />',
    "      </staticContent>",
    "    </system.webServer>",
    "  </location>",
    ...NAMED_BY_CONTENT.flatMap((folder) => [
      `  <location path="${folder}">`,
      "    <system.webServer>",
      "      <staticContent>",
      '        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />',
      "      </staticContent>",
      "    </system.webServer>",
      "  </location>",
    ]),
    "  <!-- Open data, which pages of other sites may read. -->",
    ...OPEN_DATA.flatMap((path) => [
      `  <location path="${path.replace(/\/$/, "")}">`,
      "    <system.webServer>",
      "      <httpProtocol>",
      "        <customHeaders>",
      `          <add name="${ANY_ORIGIN[0]}" value="${ANY_ORIGIN[1]}" />`,
      "        </customHeaders>",
      "      </httpProtocol>",
      "    </system.webServer>",
      "  </location>",
    ]),
    "</configuration>",
    "",
  ].join("\n");
