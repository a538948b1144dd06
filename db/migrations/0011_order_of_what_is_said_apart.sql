DROP INDEX "caucus_word_of_conversation";--> statement-breakpoint
ALTER TABLE "caucus_word" ADD COLUMN "seq" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "caucus_word" ADD CONSTRAINT "caucus_word_order" UNIQUE("conversation_id","engagement_id","seq");