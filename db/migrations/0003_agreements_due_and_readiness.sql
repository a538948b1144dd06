CREATE TABLE "agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"sort" text NOT NULL,
	"conversation_id" uuid NOT NULL,
	"version" smallint DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"reviewed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "agreement_sort_lasts" CHECK ("agreement"."sort" in ('boundary', 'commitment', 'milestone', 'plan'))
);
--> statement-breakpoint
CREATE TABLE "agreement_version" (
	"agreement_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"conversation_id" uuid NOT NULL,
	"proposal_seq" integer NOT NULL,
	"accepted_seq" integer NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"accepted_by" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"words_a" "bytea" NOT NULL,
	"words_b" "bytea" NOT NULL,
	CONSTRAINT "agreement_version_agreement_id_version_pk" PRIMARY KEY("agreement_id","version"),
	CONSTRAINT "agreement_version_accepted_once" UNIQUE("conversation_id","accepted_seq"),
	CONSTRAINT "agreement_version_from_one" CHECK ("agreement_version"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "readiness" (
	"conversation_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"answers" "bytea" NOT NULL,
	"went_on" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "readiness_conversation_id_seat_pk" PRIMARY KEY("conversation_id","seat")
);
--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "topic_by" text DEFAULT 'a' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "due" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness" ADD CONSTRAINT "readiness_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_of_space" ON "agreement" USING btree ("space_id");