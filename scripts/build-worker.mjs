// The service worker as one file: public/sw.js. Its bytes change whenever anything in it does, and browsers take the new one.
import { build } from "esbuild";

/** Styles that are imported by a script, as text. */
const stylesAsText = {
  name: "styles-as-text",
  setup(worker) {
    worker.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false });
      return { contents: outputFiles[0].text.trim(), loader: "text" };
    });
  },
};

await build({
  entryPoints: ["app/worker/worker.ts"],
  outfile: "public/sw.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  plugins: [stylesAsText],
});
