ALTER TABLE "agreement" ADD COLUMN "of_seat" text;--> statement-breakpoint
-- What there is already is taken for the agreement of whoever proposed its first words.
UPDATE "agreement" SET "of_seat" = coalesce(
	(SELECT "proposed_by" FROM "agreement_version" WHERE "agreement_id" = "agreement"."id" AND "agreement_version"."version" = 1), 'a');--> statement-breakpoint
ALTER TABLE "agreement" ALTER COLUMN "of_seat" SET NOT NULL;--> statement-breakpoint
-- A review that has begun looks at a list of its own.
UPDATE "conversation" SET "due" = (
	SELECT jsonb_agg("one" || jsonb_build_object('of', coalesce("agreement"."of_seat", 'a')) ORDER BY "place")
	FROM jsonb_array_elements("due") WITH ORDINALITY AS "each" ("one", "place")
	LEFT JOIN "agreement" ON "agreement"."id" = ("one" ->> 'id')::uuid)
WHERE "due" <> '[]'::jsonb;