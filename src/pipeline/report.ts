import type { Issue } from "../services/issue.ts";
import type { PublishedSource } from "../services/publication.ts";
import type { SourceSum } from "./build-publication.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { byFault, byFound, faultTitle, OUTCOME_WORDS } from "./report-groups.ts";
import { sourceAge } from "./source-age.ts";

export interface ReportInput {
  readonly title: string;
  readonly built: string;
  readonly sources: readonly PublishedSource[];
  readonly sums: readonly SourceSum[];
  readonly issues: readonly Issue[];
}

/** Text as HTML shows it: the five signs that could end a text or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Rows listed under one fault; the rest are counted, and stand in issues.json. */
const ROWS_SHOWN = 60;

const STYLE = `body{font:18px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#17231d;background:#fffdf8}
h1,h2,h3{line-height:1.2}h2{margin-top:3rem;border-top:3px solid #17231d;padding-top:1rem}h3{margin-bottom:.25rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #b9c2bc;overflow-wrap:anywhere}
td:first-child,th:first-child{min-width:4rem}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.o{display:inline-block;border:1px solid;border-radius:4px;padding:0 .4rem;font-size:.85em}
@media (prefers-color-scheme:dark){body{color:#eef2ee;background:#121a16}h2{border-color:#eef2ee}th,td{border-color:#46534c}}
@media print{body{font-size:11pt;max-width:none}}`;

/** What was found, each wording once, with the rows it stands in: one unknown word in forty rows is one thing to mend. */
function foundRows(issues: readonly Issue[]): string {
  const groups = byFound(issues);
  const sameMessage = new Set(issues.map(({ message }) => message)).size === 1;
  const rows = groups.slice(0, ROWS_SHOWN).map((group) => {
    const [first] = group;
    const numbers = group.flatMap(({ row }) => (row === null ? [] : [row]));
    const shown = numbers.slice(0, 12).join(", ") + (numbers.length > 12 ? ` and ${numbers.length - 12} more` : "");
    const message = sameMessage ? "" : `<td>${escapeHtml(first?.message ?? "")}</td>`;
    return `<tr><td>${shown === "" ? "whole file" : shown}</td><td>${escapeHtml(first?.found ?? "")}</td>${message}</tr>`;
  });
  const more = groups.length > ROWS_SHOWN ? `<p>And ${groups.length - ROWS_SHOWN} more, in issues.json.</p>` : "";
  return `<table><thead><tr><th scope="col">Row</th><th scope="col">Found</th>${sameMessage ? "" : `<th scope="col">What we did</th>`}</tr></thead><tbody>${rows.join("")}</tbody></table>${more}`;
}

function sourceSection(source: PublishedSource, sum: SourceSum | undefined, issues: readonly Issue[]): string {
  const faults = byFault(issues).map(([, group]) => {
    const [first] = group;
    if (first === undefined) return "";
    const column = first.column === null || first.row === null ? "" : ` in column <i>${escapeHtml(first.column)}</i>`;
    const same = new Set(group.map(({ message }) => message)).size === 1;
    const rows = group.length === 1 ? "1 case" : `${group.length} cases`;
    return `<h3>${escapeHtml(faultTitle(first.fault))}${column} – ${rows}</h3><p><span class="o">${OUTCOME_WORDS[first.outcome]}</span> ${same ? escapeHtml(first.message) : ""} <b>What to do:</b> ${escapeHtml(first.remedy)}</p>${foundRows(group)}`;
  });
  const file = issues[0]?.file;
  return `<section><h2 id="${escapeHtml(source.id)}">${escapeHtml(source.title)}</h2><p>${file === undefined ? "" : `File ${escapeHtml(file)}. `}${sum?.rows ?? 0} rows: ${sum?.services ?? 0} listed, ${sum?.merged ?? 0} joined with another row, ${sum?.refused ?? 0} not published. ${escapeHtml([source.publisher, source.date, source.licence.name].filter((part) => part !== "").join(", "))}.</p>${issues.length === 0 ? "<p>Nothing to mend.</p>" : faults.join("")}</section>`;
}

/**
 * The report for whoever keeps a source: one page that stands alone, without script, grouped by source and by fault,
 * worst first. Every word of a source is escaped.
 */
export function reportHtml({ title, built, sources, sums, issues }: ReportInput): string {
  const sumOf = new Map(sums.map((sum) => [sum.source, sum]));
  const rows = sources.map(({ id, title: name, date }) => {
    const sum = sumOf.get(id);
    const open = issues.filter(({ source, outcome }) => source === id && outcome !== "repaired").length;
    return `<tr><th scope="row"><a href="#${escapeHtml(id)}">${escapeHtml(name)}</a></th><td>${escapeHtml(date)}${date === "" ? "" : ", "}${sourceAge(date, built)}</td><td class="n">${sum?.rows ?? 0}</td><td class="n">${sum?.services ?? 0}</td><td class="n">${sum?.merged ?? 0}</td><td class="n">${sum?.refused ?? 0}</td><td class="n">${open}</td></tr>`;
  });
  const sections = sources.map((source) =>
    sourceSection(
      source,
      sumOf.get(source.id),
      issues.filter((issue) => issue.source === source.id),
    ),
  );
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy([STYLE]))}"><meta name="robots" content="noindex"><title>Report on the sources – ${escapeHtml(title)}</title><style>${STYLE}</style></head><body>
<h1>Report on the sources</h1>
<p>${escapeHtml(title)}, built on ${escapeHtml(built)}. Rows are counted as your spreadsheet counts them, headings and notes above them included. Every row is listed, joined with another, or named below with the reason.</p>
<table><thead><tr><th scope="col">Source</th><th scope="col">How old</th><th scope="col" class="n">Rows</th><th scope="col" class="n">Listed</th><th scope="col" class="n">Joined</th><th scope="col" class="n">Not published</th><th scope="col" class="n">To look at</th></tr></thead><tbody>${rows.join("")}</tbody></table>
${sections.join("\n")}
</body></html>
`;
}
