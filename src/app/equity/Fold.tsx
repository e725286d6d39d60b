import { type ReactNode, useState } from "react";

/** A heading that opens. What is inside is made when it is first opened: some tables have hundreds of rows. */
export function Fold({ title, children }: { readonly title: string; readonly children: () => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{title}</summary>
      {opened && children()}
    </details>
  );
}
