CREATE TABLE "calendar_feed" (
	"space_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"titles" text DEFAULT 'neutral' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feed_space_id_person_id_pk" PRIMARY KEY("space_id","person_id"),
	CONSTRAINT "calendar_feed_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "check_in" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"answers" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_in_note" (
	"check_in_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"note" "bytea" NOT NULL,
	CONSTRAINT "check_in_note_check_in_id_statement_pk" PRIMARY KEY("check_in_id","statement")
);
--> statement-breakpoint
CREATE TABLE "check_in_share" (
	"id" uuid PRIMARY KEY NOT NULL,
	"check_in_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"space_id" uuid NOT NULL,
	"from_seat" text NOT NULL,
	"to_seat" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_in_share_once" UNIQUE("check_in_id","statement","space_id","to_seat")
);
--> statement-breakpoint
CREATE TABLE "keeping" (
	"space_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"keeping_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"kind" text NOT NULL,
	"structure" jsonb NOT NULL,
	"words" "bytea",
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "keeping_space_id_seq_pk" PRIMARY KEY("space_id","seq"),
	CONSTRAINT "keeping_id_once" UNIQUE("space_id","keeping_id"),
	CONSTRAINT "keeping_from_one" CHECK ("keeping"."seq" >= 1)
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_in" uuid
);
--> statement-breakpoint
CREATE TABLE "opened_keeping" (
	"space_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "opened_keeping_space_id_seat_seq_pk" PRIMARY KEY("space_id","seat","seq")
);
--> statement-breakpoint
ALTER TABLE "agreement" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_version" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "space" ADD COLUMN "is_own" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_note" ADD CONSTRAINT "check_in_note_check_in_id_check_in_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "public"."check_in"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_share" ADD CONSTRAINT "check_in_share_check_in_id_check_in_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "public"."check_in"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_share" ADD CONSTRAINT "check_in_share_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keeping" ADD CONSTRAINT "keeping_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opened_keeping" ADD CONSTRAINT "opened_keeping_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_in_of_space" ON "check_in" USING btree ("space_id","at");--> statement-breakpoint
CREATE INDEX "check_in_share_with" ON "check_in_share" USING btree ("space_id","to_seat");--> statement-breakpoint
CREATE INDEX "keeping_by_time" ON "keeping" USING brin ("at");--> statement-breakpoint
CREATE INDEX "letter_of_space" ON "letter" USING btree ("space_id","changed_at");--> statement-breakpoint
-- What was done about what lasts is insert and select only too (0001).
create trigger keeping_is_never_changed before update or delete on "keeping"
  for each row execute function move_is_never_changed();
--> statement-breakpoint
create trigger keeping_is_never_emptied before truncate on "keeping"
  for each statement execute function move_is_never_changed();
--> statement-breakpoint
alter index "keeping_by_time" set (autosummarize = on);
