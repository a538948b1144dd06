import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["./db/schema.ts", "./db/therapy-schema.ts"],
  out: "./db/migrations",
});
