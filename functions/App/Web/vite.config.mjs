import { defineConfig } from "vite";

// One file under one name: the function app names it by its content in the address, which a second file could not follow.
export default defineConfig({
  root: "Dashboard",
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: true,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    license: { fileName: "dashboard-license.txt" },
    rolldownOptions: {
      input: "Dashboard/main.ts",
      output: { entryFileNames: "dashboard.mjs", codeSplitting: false },
    },
  },
});
