ALTER TABLE "assignment" ADD COLUMN "own_guide_id" uuid;--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "own_guide_version" smallint;--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "conversation_id" uuid;--> statement-breakpoint
ALTER TABLE "whereabouts" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_own_guide_id_own_guide_id_fk" FOREIGN KEY ("own_guide_id") REFERENCES "public"."own_guide"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE set null ON UPDATE no action;