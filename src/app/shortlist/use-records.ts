import { useEffect, useState } from "react";
import type { Service } from "../../services/service.ts";
import { loadDetails } from "../state/details.ts";
import type { Ready } from "../state/store.ts";

export interface Records {
  readonly services: readonly Service[];
  /** Ids whose record did not load; the page says so. */
  readonly failed: number;
  readonly waiting: boolean;
}

/** The full records of a list, in its order; ids that the index does not hold are passed over. */
export function useRecords(ready: Ready, ids: readonly string[]): Records {
  const [records, setRecords] = useState<Records>({ services: [], failed: 0, waiting: true });
  useEffect(() => {
    let current = true;
    const rows = ids.map((id) => ready.index.ids.indexOf(id)).filter((row) => row >= 0);
    Promise.allSettled(rows.map((row) => loadDetails(row, ready))).then((settled) => {
      if (!current) return;
      const services = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      setRecords({ services, failed: settled.length - services.length, waiting: false });
    });
    return () => {
      current = false;
    };
  }, [ready, ids]);
  return records;
}
