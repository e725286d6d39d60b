import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  base: "./",
  publicDir: "data/published",
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    environment: "node",
  },
});
