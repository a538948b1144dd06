ALTER TABLE "notice_wish" ADD COLUMN "look_at" timestamp with time zone DEFAULT 'epoch' NOT NULL;--> statement-breakpoint
CREATE INDEX "conversation_by_time" ON "conversation" USING brin ("created_at");--> statement-breakpoint
CREATE INDEX "notice_wish_look_at" ON "notice_wish" USING btree ("look_at");--> statement-breakpoint
INSERT INTO "notice_wish" ("person_id") SELECT DISTINCT "person_id" FROM "consent" ON CONFLICT DO NOTHING;
