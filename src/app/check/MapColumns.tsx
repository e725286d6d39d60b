import { useId } from "react";
import { useWords } from "../words-context.tsx";
import type { ColumnMap, LookedAt } from "./check-protocol.ts";
import { FIELD_GROUPS, fieldLabel } from "./field-groups.ts";

interface MapColumnsProps {
  readonly look: LookedAt;
  readonly columns: ColumnMap;
  readonly busy: boolean;
  readonly checked: boolean;
  readonly onMap: (columns: ColumnMap) => void;
  readonly onForm: (reader: string) => void;
  readonly onCheck: () => void;
}

const SEPARATORS = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;

const ENCODINGS: Readonly<Record<LookedAt["encoding"], string>> = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};

/** The map with one heading set anew; what is as it was found leaves no trace. */
function withColumn(columns: ColumnMap, heading: string, field: string, found: string | null): ColumnMap {
  const { [heading]: _, ...others } = columns;
  return field === (found ?? "") ? others : { ...others, [heading]: field };
}

/** What was found in the file, and a select for each heading to say what it means. */
export function MapColumns({ look, columns, busy, checked, onMap, onForm, onCheck }: MapColumnsProps) {
  const words = useWords();
  const id = useId();
  const separator = SEPARATORS[look.delimiter as keyof typeof SEPARATORS];
  const meant = (heading: string, found: string | null): string => columns[heading] ?? found ?? "";
  const named = look.columns.some(({ heading, field }) => /^(?:name|organisation)$/.test(meant(heading, field)));
  const unknown = look.columns.filter(({ heading, field }) => meant(heading, field) === "").length;
  return (
    <div className="check-columns">
      <h2>{words.t("check.columns")}</h2>
      <p role="status">
        {words.t("check.found", { rows: look.rows, columns: look.columns.length })}{" "}
        {separator !== undefined && `${words.t(`check.separator.${separator}`)} `}
        {words.t("check.encoding", { encoding: ENCODINGS[look.encoding] })}
      </p>
      <p>
        <label htmlFor={`${id}-form`}>{words.t("check.form")}</label>{" "}
        <select id={`${id}-form`} value={look.reader} disabled={busy} onChange={(event) => onForm(event.target.value)}>
          {look.forms.map(({ id: form, label }) => (
            <option key={form} value={form}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <p className="hint">{words.t("check.columnsHint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="check-scroll" aria-label={words.t("check.columns")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.t("check.heading")}</th>
              <th scope="col">{words.t("check.samples")}</th>
              <th scope="col">{words.t("check.means")}</th>
            </tr>
          </thead>
          <tbody>
            {look.columns.map(({ heading, field, samples }, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same heading
              <tr key={column} className={meant(heading, field) === "" ? "check-unknown" : undefined}>
                <th scope="row">
                  <bdi>{heading === "" ? words.t("check.noHeading") : heading}</bdi>
                </th>
                <td className="check-samples">
                  {samples.map((sample) => (
                    <bdi key={sample}>{sample}</bdi>
                  ))}
                </td>
                <td>
                  <select
                    aria-label={words.t("check.meansLabel", { heading: heading || words.t("check.noHeading") })}
                    value={meant(heading, field)}
                    disabled={busy || heading === ""}
                    onChange={(event) => onMap(withColumn(columns, heading, event.target.value, field))}
                  >
                    <option value="">{words.t("check.leaveOut")}</option>
                    {FIELD_GROUPS.map(({ id: group, fields }) => (
                      <optgroup key={group} label={words.t(`check.group.${group}`)}>
                        {fields.map((name) => (
                          <option key={name} value={name}>
                            {fieldLabel(name)}
                          </option>
                        ))}
                      </optgroup>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {unknown > 0 && <p>{words.t("check.unknownColumns", { count: unknown })}</p>}
      {!named && <p className="warning">{words.t("check.needsName")}</p>}
      {Object.keys(columns).length > 0 && (
        <details>
          <summary>{words.t("check.forSources")}</summary>
          <p className="hint">{words.t("check.forSourcesHint")}</p>
          <pre>{JSON.stringify({ columns }, null, 2)}</pre>
        </details>
      )}
      <button type="button" className="button" disabled={busy} onClick={onCheck}>
        {words.t(checked ? "check.again" : "check.start")}
      </button>
    </div>
  );
}
