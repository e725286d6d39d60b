/** The parts of `npm audit --json` that are read; what a registry that refuses sends has none of them. */
interface AuditReport {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly range: string; readonly via: readonly unknown[] }>
  >;
  readonly metadata?: { readonly dependencies?: { readonly total?: number } };
  readonly message?: string;
}

export interface Verdict {
  /** 0 none known, 1 some of weight, 2 not known. */
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
}

const UNKNOWN =
  "No registry answered, so it is not known whether anything that is shipped has a known hole. Run this where one does.";

const titleOf = (via: unknown): string =>
  typeof via === "object" && via !== null && "title" in via ? String(via.title) : "";

/** Which registry was asked is this machine's matter, and no part of the answer. */
const withoutAddresses = (text: string): string => text.replace(/https?:\/\/\S+/g, "(its address)");

/** What an audit's JSON comes to, in sentences. Holes of low weight are told and pass. */
export function auditVerdict(json: string): Verdict {
  let report: AuditReport;
  try {
    report = JSON.parse(json) as AuditReport;
  } catch {
    return { code: 2, lines: [UNKNOWN] };
  }
  if (report?.vulnerabilities === undefined) {
    return {
      code: 2,
      lines: [UNKNOWN, ...(report?.message === undefined ? [] : [`It said: ${withoutAddresses(report.message)}`])],
    };
  }
  const found = Object.entries(report.vulnerabilities);
  const lines = found.map(([name, { severity, range, via }]) => {
    const titles = via.map(titleOf).filter((title) => title !== "");
    return `${severity}: ${name} ${range}${titles.length === 0 ? "" : ` (${titles.join("; ")})`}`;
  });
  const heavy = found.filter(([, { severity }]) => severity === "high" || severity === "critical").length;
  const total = report.metadata?.dependencies?.total ?? 0;
  return {
    code: heavy > 0 ? 1 : 0,
    lines: [
      ...lines,
      `${found.length} packages with known holes, ${heavy} of them of weight; ${total} were looked at.`,
    ],
  };
}
