import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { icuMessages } from "./src/pipeline/icu-plugin.ts";
import { bundleContents } from "./src/pipeline/site/bundle-contents.ts";

const contents = bundleContents();

export default defineConfig({
  plugins: [icuMessages(), react(), contents.page],
  // Relative, so that the site works in any sub-folder.
  base: "./",
  // Another map's data when `asset-map new-site` builds its page.
  publicDir: process.env.MAP_PUBLISHED ?? "data/published",
  build: {
    target: "es2022",
    modulePreload: {
      polyfill: false,
      // What stands in the page already, and the part itself, need no preload; their names would cost bytes up front.
      resolveDependencies: (part, files) =>
        files.filter((file) => file !== part && !/\b(?:list|index|rolldown-runtime)-[^/]*\.(?:js|css)$/.test(file)),
    },
    // One style for the page itself; `pages.tsx` puts it into index.html. MapLibre's own comes with the map.
    cssCodeSplit: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // What the list needs stands in one file: on a poor line each further request costs more than its bytes.
        codeSplitting: {
          groups: [
            {
              name: "list",
              test: /rolldown.(?:runtime|dynamic)|preload-helper|node_modules\/(react|react-dom|scheduler|zustand|@lingui)\/|src\/(app\/(parts|links|words|card-facts|state\/kept|shortlist\/shortlist)|search\/(selection|start-at)\.ts|services\/(place|facets|rows|kinds|freshness|service-index|vocabulary|fold|kind-marks|columns|bytes)\.ts)/,
            },
          ],
        },
      },
    },
  },
  worker: { format: "es", plugins: () => [contents.worker] },
});
