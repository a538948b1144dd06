CREATE TABLE "account" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"what" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "destroyed_key" (
	"space_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "destroyed_key_space_id_seat_pk" PRIMARY KEY("space_id","seat")
);
--> statement-breakpoint
CREATE TABLE "mailed_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"address" text NOT NULL,
	"holder_hash" "bytea" NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"wrong_tries" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "passkey_challenge" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"challenge" text NOT NULL,
	"person_id" uuid,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takeout" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"kek_id" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"archive" "bytea",
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "membership" DROP CONSTRAINT "membership_seat";--> statement-breakpoint
ALTER TABLE "membership" DROP CONSTRAINT "membership_person_id_person_id_fk";
--> statement-breakpoint
ALTER TABLE "membership" DROP CONSTRAINT "membership_space_id_person_id_pk";--> statement-breakpoint
ALTER TABLE "invitation" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_space_id_seat_pk" PRIMARY KEY("space_id","seat");--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "space_id" uuid;--> statement-breakpoint
UPDATE "invitation" SET "space_id" = "conversation"."space_id" FROM "conversation" WHERE "conversation"."id" = "invitation"."conversation_id";--> statement-breakpoint
ALTER TABLE "invitation" ALTER COLUMN "space_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "theme" text DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "text_size" text DEFAULT 'usual' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "soft_timers" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in" ADD COLUMN "used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_in" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in" ADD COLUMN "was_guest" uuid;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeout" ADD CONSTRAINT "takeout_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_of_person" ON "account" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "consent_of_person" ON "consent" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mailed_code_of_holder" ON "mailed_code" USING btree ("holder_hash");--> statement-breakpoint
CREATE INDEX "mailed_code_to_address" ON "mailed_code" USING btree ("address","created_at");--> statement-breakpoint
CREATE INDEX "passkey_of_person" ON "passkey" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "takeout_of_person" ON "takeout" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_was_guest_person_id_fk" FOREIGN KEY ("was_guest") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_of_space" ON "invitation" USING btree ("space_id");--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_once" UNIQUE("space_id","person_id");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_address_unique" UNIQUE("address");--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_of_somebody" CHECK (("membership"."person_id" is null) = ("membership"."left_at" is not null));