import { KIND_MARKS } from "../../services/kind-marks.ts";
import type { Kind } from "../../services/kinds.ts";

/** The drawing of a kind: the same shape on card, map and paper. Its word always stands beside it. */
export function KindMark({ kind }: { readonly kind: Kind }) {
  const { shape, glyph, colour } = KIND_MARKS[kind];
  return (
    <svg className="kind-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={shape} fill={colour} />
      <path d={glyph} fill="#fff" />
    </svg>
  );
}
