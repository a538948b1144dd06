CREATE TABLE "conversation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"guide_id" text NOT NULL,
	"guide_version" smallint NOT NULL,
	"roles" jsonb NOT NULL,
	"solo" boolean NOT NULL,
	"topic" "bytea",
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"conversation_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"slot" text NOT NULL,
	"words" "bytea" NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_conversation_id_seat_slot_pk" PRIMARY KEY("conversation_id","seat","slot")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"ask_first" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"claimed_by" uuid,
	"claimed_at" timestamp with time zone,
	"claimed_name" text,
	"admitted" boolean,
	"wrong_tries" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"space_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "membership_space_id_person_id_pk" PRIMARY KEY("space_id","person_id"),
	CONSTRAINT "membership_seat" UNIQUE("space_id","seat"),
	CONSTRAINT "membership_seat_known" CHECK ("membership"."seat" in ('a', 'b', 't'))
);
--> statement-breakpoint
CREATE TABLE "move" (
	"conversation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"move_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"kind" text NOT NULL,
	"structure" jsonb NOT NULL,
	"words" "bytea",
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "move_conversation_id_seq_pk" PRIMARY KEY("conversation_id","seq"),
	CONSTRAINT "move_id_once" UNIQUE("conversation_id","move_id"),
	CONSTRAINT "move_from_one" CHECK ("move"."seq" >= 1)
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_key" (
	"space_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	CONSTRAINT "seat_key_space_id_seat_pk" PRIMARY KEY("space_id","seat")
);
--> statement-breakpoint
CREATE TABLE "sign_in" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "space" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "space_key" (
	"space_id" uuid PRIMARY KEY NOT NULL,
	"kek_id" text NOT NULL,
	"wrapped" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_claimed_by_person_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move" ADD CONSTRAINT "move_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_key" ADD CONSTRAINT "seat_key_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_key" ADD CONSTRAINT "space_key_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_of_space" ON "conversation" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "invitation_of_conversation" ON "invitation" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "membership_of_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_of_person" ON "sign_in" USING btree ("person_id");