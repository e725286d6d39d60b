import { type DragEvent, useId, useState } from "react";
import { useWords } from "../words-context.tsx";

/** Endings offered first; a file of any other name may be dropped all the same. */
const ENDINGS = ".csv,.tsv,.txt,.json,.geojson";

interface ChooseFileProps {
  /** Name of the file that is looked at now. */
  readonly name: string | null;
  readonly onChoose: (file: File) => void;
}

/** A file is dropped on the box, or chosen with the button in it. */
export function ChooseFile({ name, onChoose }: ChooseFileProps) {
  const words = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file !== null) onChoose(file);
  };
  return (
    <section
      className={over ? "check-drop check-drop-over" : "check-drop"}
      aria-label={words.t("check.choose")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{words.t(name === null ? "check.drop" : "check.dropNext")}</label>
      <input
        id={id}
        type="file"
        accept={ENDINGS}
        onClick={({ currentTarget }) => {
          // The same file, mended, may be chosen again; a browser tells only of a change.
          currentTarget.value = "";
        }}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.item(0) ?? null;
          if (file !== null) onChoose(file);
        }}
      />
      {name !== null && (
        <p>
          {words.t("check.file")} <strong>{name}</strong>
        </p>
      )}
      <p className="hint">{words.t("check.forms")}</p>
    </section>
  );
}
