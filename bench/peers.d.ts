/** The part of itemsjs that the bench uses; the package brings no types. */
declare module "itemsjs" {
  interface Bucket {
    readonly key: string;
    readonly doc_count: number;
  }
  interface SearchResult {
    readonly pagination: { readonly total: number };
    readonly data: {
      readonly items: readonly unknown[];
      readonly aggregations: Readonly<Record<string, { readonly buckets: readonly Bucket[] }>>;
    };
  }
  export default function itemsjs(
    data: readonly object[],
    configuration: object,
  ): { search(options: object): SearchResult };
}

/** The part of which-polygon that the bench uses; the package brings no types. */
declare module "which-polygon" {
  import type { FeatureCollection } from "geojson";
  /** Makes a look-up that answers with the properties of a feature that holds the point, or null. */
  export default function whichPolygon<P>(
    collection: FeatureCollection,
  ): (point: readonly [lon: number, lat: number]) => P | null;
}
