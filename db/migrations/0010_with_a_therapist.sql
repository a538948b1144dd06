CREATE TABLE "engagement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"therapist_id" uuid,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"kept_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "therapist" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"practice" text NOT NULL,
	"registration" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"languages" text NOT NULL,
	"secrets" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"what" text NOT NULL,
	"about" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"for_a" boolean NOT NULL,
	"for_b" boolean NOT NULL,
	"guide" text,
	"due_on" text,
	"words" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "assignment_for_somebody" CHECK ("assignment"."for_a" or "assignment"."for_b")
);
--> statement-breakpoint
CREATE TABLE "assignment_answer" (
	"assignment_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "assignment_answer_once" UNIQUE("assignment_id","seat")
);
--> statement-breakpoint
CREATE TABLE "caucus_word" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"caucus" integer NOT NULL,
	"with_seat" text NOT NULL,
	"from_seat" text NOT NULL,
	"words" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "own_guide" (
	"id" uuid PRIMARY KEY NOT NULL,
	"therapist_id" uuid NOT NULL,
	"draft" jsonb NOT NULL,
	"changes" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"put_away_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "own_guide_version" (
	"guide_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"guide" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "own_guide_version_once" UNIQUE("guide_id","version")
);
--> statement-breakpoint
CREATE TABLE "process_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"own_space_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shared_summary" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"quotes" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "therapy_consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"sharing" jsonb NOT NULL,
	"secrets" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "whereabouts" (
	"engagement_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"words" "bytea" NOT NULL,
	"gone_at" timestamp with time zone NOT NULL,
	CONSTRAINT "whereabouts_once" UNIQUE("engagement_id","seat")
);
--> statement-breakpoint
ALTER TABLE "membership" DROP CONSTRAINT "membership_seat_known";--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "guide" jsonb;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "engagement_id" uuid;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "invited_by" text;--> statement-breakpoint
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_therapist_id_person_id_fk" FOREIGN KEY ("therapist_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "therapist" ADD CONSTRAINT "therapist_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_answer" ADD CONSTRAINT "assignment_answer_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caucus_word" ADD CONSTRAINT "caucus_word_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caucus_word" ADD CONSTRAINT "caucus_word_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_guide" ADD CONSTRAINT "own_guide_therapist_id_person_id_fk" FOREIGN KEY ("therapist_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_guide_version" ADD CONSTRAINT "own_guide_version_guide_id_own_guide_id_fk" FOREIGN KEY ("guide_id") REFERENCES "public"."own_guide"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_note" ADD CONSTRAINT "process_note_own_space_id_space_id_fk" FOREIGN KEY ("own_space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_note" ADD CONSTRAINT "process_note_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_summary" ADD CONSTRAINT "shared_summary_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "therapy_consent" ADD CONSTRAINT "therapy_consent_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whereabouts" ADD CONSTRAINT "whereabouts_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "engagement_once" ON "engagement" USING btree ("space_id","therapist_id") WHERE "engagement"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "engagement_of_therapist" ON "engagement" USING btree ("therapist_id");--> statement-breakpoint
CREATE INDEX "engagement_kept_until" ON "engagement" USING btree ("kept_until");--> statement-breakpoint
CREATE INDEX "access_log_of_engagement" ON "access_log" USING btree ("engagement_id","id");--> statement-breakpoint
CREATE INDEX "assignment_of_engagement" ON "assignment" USING btree ("engagement_id","id");--> statement-breakpoint
CREATE INDEX "caucus_word_of_conversation" ON "caucus_word" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "own_guide_of_therapist" ON "own_guide" USING btree ("therapist_id");--> statement-breakpoint
CREATE INDEX "process_note_of_engagement" ON "process_note" USING btree ("engagement_id","id");--> statement-breakpoint
CREATE INDEX "shared_summary_of_engagement" ON "shared_summary" USING btree ("engagement_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "therapy_consent_in_force" ON "therapy_consent" USING btree ("engagement_id","seat") WHERE "therapy_consent"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "whereabouts_gone" ON "whereabouts" USING btree ("gone_at");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_seat_known" CHECK ("membership"."seat" in ('a', 'b'));--> statement-breakpoint
-- A consent is given, and once withdrawn; nothing else about it ever changes. It goes with its space, and not before.
create function therapy_consent_is_a_ledger() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is null and new.withdrawn_at is not null
    and (new.id, new.engagement_id, new.seat, new.sharing, new.secrets, new.given_at)
      is not distinct from (old.id, old.engagement_id, old.seat, old.sharing, old.secrets, old.given_at)
  then return new; end if;
  raise exception 'a consent is only ever withdrawn' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger therapy_consent_is_a_ledger before update on "therapy_consent"
  for each row execute function therapy_consent_is_a_ledger();
--> statement-breakpoint
-- What was looked at stays looked at.
create trigger access_log_is_never_changed before update on "access_log"
  for each row execute function move_is_never_changed();
